using ConflictModel.Arithmetic;

namespace ConflictModel.Reconciliation;

/// <summary>Whether the people of a list are among those that a part of a report counts, by what both say.</summary>
/// <remarks>
/// A part sets people apart by each of its fields, and everybody in it has to answer to all of them. Nobody is known to answer to printed
/// words that say more than the fields do, to an attacker, or to "it is not known who they were". Answers relate as
/// <see cref="CategoryRelations"/> says, and only whoever <see cref="VictimAnswer"/> keeps apart is certainly none of the victims.
/// </remarks>
internal sealed class PartMembership(PersonOccasions occasions, VictimAnswer victims, CategoryRelations relations)
{
    private static readonly int[] In = [1], Other = [2], Out = [3];

    /// <summary>What is asked of whoever may be in a part, field by field; null if no record of a person can answer it.</summary>
    public IEnumerable<Func<Person, int[]>>? QuestionsOf(Part part)
    {
        if (part.AsWritten is not null || !part.Perpetrators.IsEmpty || part.Victims is
            { Status: CivilianStatus.Unidentified } or { Age: AgeGroup.Unknown } or { Sex: Sex.Unknown })
        {
            return null;
        }

        var questions = new List<Func<Person, int[]>>();
        foreach (Victims one in part.Victims is { } who ? FieldsOf(who) : [])
        {
            questions.Add(Once((Person person) => Known(person.ToVictims()), its => Of(its, one)));
        }

        if (part.Region is not null)
        {
            questions.Add(Once(occasions.RegionsOf, places => InRegion(places, part)));
        }

        if (part.Period is not null)
        {
            questions.Add(Once(occasions.DateOf, date => InPeriod(date, part)));
        }

        if (!string.IsNullOrEmpty(part.Method))
        {
            questions.Add(Once((Person person) => (person.CauseWording, person.Cause), said => By(said.CauseWording, said.Cause, part)));
        }

        return questions;
    }

    /// <summary>How many people are certainly in a part, and how many may be.</summary>
    /// <param name="groups">The people.</param>
    /// <param name="questions">All that is asked of whoever is in the part.</param>
    public static Bounds Count(PersonGroups groups, IReadOnlyList<Func<Person, int[]>> questions)
    {
        if (questions.Count == 0)
        {
            return groups.People;
        }

        (long certain, long possible) = (0, 0);
        foreach (Person[][] set in groups.Sets)
        {
            Truth[] people = [.. set.Select(records => IsIn(records, questions))];

            // Two who may be one may each bring what the other lacks: a girl and a man are perhaps a woman.
            possible += set.Length == 1
                ? people.LongCount(one => one != Truth.No)
                : questions.Min(question => set.LongCount(records => IsIn(records, [question]) != Truth.No));

            // Whoever may be one with somebody who is not in the part is not certainly in it.
            certain += people.Contains(Truth.Yes) && (set.Length == 1 || !set.Any(records => SayOtherwise(records, questions))) ? 1 : 0;
        }

        return new(certain, possible);
    }

    private static Truth IsIn(Person[] records, IReadOnlyList<Func<Person, int[]>> questions)
    {
        Truth all = Truth.Yes;
        foreach (Func<Person, int[]> question in questions)
        {
            (bool isIn, bool isOther, bool isOut) = (false, false, false);
            foreach (Person record in records)
            {
                int[] said = question(record);
                isIn |= said == In;
                isOther |= said == Other;
                isOut |= said == Out;
            }

            // Records of one person that disagree leave it open.
            all = all.And(isIn && !isOther && !isOut ? Truth.Yes : isOut && !isIn ? Truth.No : Truth.Unknown);
        }

        return all;
    }

    private static bool SayOtherwise(Person[] records, IReadOnlyList<Func<Person, int[]>> questions) =>
        records.Any(record => questions.Any(question => question(record) is var said && (said == Other || said == Out)));

    private static IEnumerable<Victims> FieldsOf(Victims victims) =>
        ((Victims[])
        [
            new() { Actors = victims.Actors }, new() { Status = victims.Status }, new() { Age = victims.Age }, new() { Sex = victims.Sex },
            new() { Role = victims.Role },
        ]).Where(field => !field.IsAnybody);

    // Who does not know disagrees with nobody.
    private static Victims Known(Victims victims) => victims with
    {
        Status = victims.Status == CivilianStatus.Unidentified ? CivilianStatus.Unknown : victims.Status,
        Age = victims.Age == AgeGroup.Unknown ? AgeGroup.Any : victims.Age,
        Sex = victims.Sex == Sex.Unknown ? Sex.Any : victims.Sex,
    };

    // Many people say the same.
    private static Func<Person, int[]> Once<TSaid>(Func<Person, TSaid> say, Func<TSaid, int[]> answer)
    {
        var known = new Dictionary<ValueTuple<TSaid>, int[]>();
        return person =>
        {
            ValueTuple<TSaid> said = new(say(person));
            if (!known.TryGetValue(said, out int[]? found))
            {
                known.Add(said, found = answer(said.Item1));
            }

            return found;
        };
    }

    private int[] Of(Victims person, Victims field)
    {
        Part one = Part.Of(person), other = Part.Of(field);
        return relations.Between(Axis.Victim, one, Axis.Victim, other) switch
        {
            CategoryRelation.Within or CategoryRelation.Same => In,
            CategoryRelation.Disjoint => victims.AreApart(Axis.Victim, one, other) ? Out : Other,
            CategoryRelation.Different => Other,
            _ => OpenAnswers.Silence,
        };
    }

    private int[] InRegion(ValueList<RegionId> places, Part part)
    {
        int[][] answers = [.. places.Select(place => Of(relations.Between(Axis.Region, Part.In(place), Axis.Region, part))).Distinct()];
        return answers.Length == 1 ? answers[0] : OpenAnswers.Silence;
    }

    private int[] InPeriod(ReportedDate? date, Part part) => date is { } day
        ? Of(relations.Between(Axis.Period, Part.During(day), Axis.Period, part))
        : OpenAnswers.Silence;

    private int[] By(string? wording, Cause cause, Part part)
    {
        string[] said = [.. wording is null ? [] : (string[])[wording], .. cause == Cause.Unknown ? [] : (string[])[JsonName.Of(cause)]];
        return said.Length == 0 ? OpenAnswers.Silence
            : said.Any(method => relations.Between(Axis.Method, Part.Through(method), Axis.Method, part) == CategoryRelation.Same) ? In
            : Other;
    }

    private static int[] Of(CategoryRelation relation) => relation switch
    {
        CategoryRelation.Within or CategoryRelation.Same => In,
        CategoryRelation.Disjoint => Out,
        CategoryRelation.Different => Other,
        _ => OpenAnswers.Silence,
    };
}
