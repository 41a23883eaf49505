using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Reconciliation;

/// <summary>Breaks a count of listed people down, in the words that reports have.</summary>
internal sealed class PersonBreakdowns(PersonGroups groups, ConflictDataset dataset)
{
    private readonly PersonOccasions occasions = new(dataset);

    public static Estimate EstimateOf(Bounds people) =>
        people.IsSingle ? Estimate.Exactly(people.Lower) : Estimate.Between(people.Lower, people.Upper!.Value);

    /// <summary>The breakdown by a key, null if nobody has an answer that can be said; and how many people have none.</summary>
    public (Breakdown? Breakdown, ListedToll.Unanswered Unknown) Of(PersonKey key)
    {
        (ValueList<Part> parts, Bounds notKnown, bool areAll) =
            key.Level is { } level ? ByRegion(level)
            : key.Buckets is { } buckets ? ByPeriod(buckets)
            : key == PersonKey.Status ? ByStatus()
            : key == PersonKey.Cause ? ByCause()
            : ByDemographic(asksAge: key != PersonKey.Sex, asksSex: key != PersonKey.AgeGroup);
        return (
            parts.IsEmpty ? null : Of(key.Axis, areAll ? BreakdownKind.Partition : BreakdownKind.Inclusion, parts.AsSpan()),
            new(key, notKnown));
    }

    private static int[] None(Person person) => OpenAnswers.Silence;

    private static Bounds NotKnown(SortedDictionary<int, Bounds> counts) =>
        counts.GetValueOrDefault(OpenAnswers.NotKnown, Bounds.Zero);

    private (ValueList<Part> Parts, Bounds NotKnown, bool AreAll) ByDemographic(bool asksAge, bool asksSex)
    {
        SortedDictionary<(int First, int Second), Bounds> counts =
            groups.CountBy(asksAge ? PersonAnswers.AgeGroup : None, asksSex ? PersonAnswers.Sex : None);
        SortedDictionary<(int First, int Second), Bounds> elderly =
            asksAge ? groups.CountBy(PersonAnswers.Elderly, asksSex ? PersonAnswers.Sex : None) : [];
        return (
            counts.Select(one => Part(one.Key.First, one.Key.Second, one.Value)).ToValueList(),
            counts.GetValueOrDefault((OpenAnswers.NotKnown, OpenAnswers.NotKnown), Bounds.Zero),
            true);

        Part Part(int age, int sex, Bounds people) => ConflictModel.Part.Of(Who(age, sex), EstimateOf(people)) with
        {
            // The elderly are adults, of whom nobody says that the others are not.
            Breakdowns = age == (int)AgeGroup.Adult && elderly.TryGetValue(((int)AgeGroup.Elderly, sex), out Bounds old)
                ? [Of(Axis.Demographic, BreakdownKind.Inclusion, ConflictModel.Part.Of(Who((int)AgeGroup.Elderly, sex), EstimateOf(old)))]
                : default,
        };

        Victims Who(int age, int sex) => new()
        {
            Age = !asksAge ? AgeGroup.Any : age == OpenAnswers.NotKnown ? AgeGroup.Unknown : (AgeGroup)age,
            Sex = !asksSex ? Sex.Any : sex == OpenAnswers.NotKnown ? Sex.Unknown : (Sex)sex,
        };
    }

    private (ValueList<Part> Parts, Bounds NotKnown, bool AreAll) ByStatus()
    {
        SortedDictionary<int, Bounds> counts = groups.CountBy(PersonAnswers.Status), finer = groups.CountBy(PersonAnswers.FinerStatus);
        return (counts.Select(one => Part((PersonStatus)one.Key, one.Value)).ToValueList(), NotKnown(counts), true);

        Part Part(PersonStatus status, Bounds people) => status switch
        {
            PersonStatus.Unknown => ConflictModel.Part.Of(Victims.Unidentified, EstimateOf(people)),
            PersonStatus.Civilian => ConflictModel.Part.Of(Victims.Civilians, EstimateOf(people)),
            PersonStatus.OtherProtected => ConflictModel.Part.Of(Victims.Called(JsonName.Of(status)), EstimateOf(people)),
            _ => ConflictModel.Part.Of(new() { Status = CivilianStatus.Combatant }, EstimateOf(people)) with
            {
                Breakdowns = [Of(Axis.Victim, BreakdownKind.Partition, [.. Combatants()])],
            },
        };

        IEnumerable<Part> Combatants() =>
            from one in finer
            where ((PersonStatus)one.Key).ToCivilianStatus() == CivilianStatus.Combatant
            select ConflictModel.Part.Of(
                new() { Status = CivilianStatus.Combatant, Role = JsonName.Of((PersonStatus)one.Key) }, EstimateOf(one.Value));
    }

    private (ValueList<Part> Parts, Bounds NotKnown, bool AreAll) ByCause()
    {
        SortedDictionary<int, Bounds> counts = groups.CountBy(PersonAnswers.Cause);
        return (
            counts.Select(one => Part.Through(JsonName.Of((Cause)one.Key), EstimateOf(one.Value))).ToValueList(), NotKnown(counts), true);
    }

    private (ValueList<Part> Parts, Bounds NotKnown, bool AreAll) ByRegion(RegionKind level)
    {
        var answers = new NumberedAnswers<ValueList<RegionId>, RegionId>(places => occasions.RegionsAt(places, level));
        return ByOccasion(person => answers.Of(occasions.RegionsOf(person)), number => answers[number], region => Part.In(region));
    }

    private (ValueList<Part> Parts, Bounds NotKnown, bool AreAll) ByPeriod(BucketScheme buckets)
    {
        var answers = new NumberedAnswers<UncertainDate, LocalDate>(date => (PersonOccasions.BucketsOf(date, buckets), false));
        return ByOccasion(
            person => answers.Of(occasions.DateOf(person)?.Date ?? UncertainDate.Unknown),
            number => answers[number],
            first => Part.During(PersonOccasions.PeriodOf(buckets.BucketOf(first))));
    }

    // No region and no period says that it is not known which: whoever has none is in no part.
    private (ValueList<Part> Parts, Bounds NotKnown, bool AreAll) ByOccasion<TAnswer>(
        Func<Person, int[]> question, Func<int, TAnswer> answerOf, Func<TAnswer, Part> partOf)
    {
        SortedDictionary<int, Bounds> counts = groups.CountBy(question);
        Bounds notKnown = NotKnown(counts);
        return (
            counts.Where(one => one.Key != OpenAnswers.NotKnown)
                .Select(one => (Answer: answerOf(one.Key), People: one.Value))
                .OrderBy(one => one.Answer)
                .Select(one => partOf(one.Answer) with { Count = EstimateOf(one.People) })
                .ToValueList(),
            notKnown,
            notKnown == Bounds.Zero);
    }

    private static Breakdown Of(Axis axis, BreakdownKind kind, params ReadOnlySpan<Part> parts) =>
        new() { By = axis, Kind = kind, Parts = [.. parts] };
}
