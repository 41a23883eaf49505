using NodaTime;

namespace ConflictModel.Tests.Matching.People;

/// <summary>
/// A list of made-up people, some of them on it twice, with who is whom: families, namesakes (few names are frequent, most are rare),
/// attacks that kill many in one place, and the errors that people make.
/// </summary>
internal sealed class MadeUpLists
{
    private static readonly LocalDate Start = new(2013, 1, 1);

    private readonly Habits habits;
    private readonly Random random;
    private readonly MadeUpName[] men;
    private readonly MadeUpName[] women;
    private readonly MadeUpName[] families;
    private readonly double[] manyNames;
    private readonly double[] manyFamilies;
    private readonly List<(Person Record, int Someone)> records = [];
    private readonly HashSet<string> sharedIds = [];

    private MadeUpLists(int people, int seed, Habits habits)
    {
        this.habits = habits;
        random = new(seed);
        men = Names(habits.GivenNames, 2);
        women = Names(habits.GivenNames, 2);
        families = Names(habits.FamilyNames, 3);
        (manyNames, manyFamilies) = (Zipf(habits.GivenNames), Zipf(habits.FamilyNames));
        List(people);
        ShareIds(people / 100);
    }

    public Person[] People => [.. records.Select(record => record.Record)];

    /// <summary>The pairs of records of one person, by id.</summary>
    public HashSet<(PersonId, PersonId)> Truth => [.. records
        .GroupBy(record => record.Someone, record => record.Record.Id)
        .SelectMany(group => group.Zip(group.Skip(1)))];

    /// <summary>The external ids that stand for two people.</summary>
    public IReadOnlySet<string> SharedIds => sharedIds;

    public static MadeUpLists Of(int people, int seed, Habits? habits = null) => new(people, seed, habits ?? new());

    private MadeUpName[] Names(int count, int syllables) =>
        [.. Enumerable.Range(0, count).Select(_ => new MadeUpName(random, random.Next(1, syllables + 1)))];

    private void List(int people)
    {
        int someone = 0;
        (LocalDate Day, int Town)[] attacks =
            [.. Enumerable.Range(0, Math.Max(people / 8, 1)).Select(_ => (Start.PlusDays(random.Next(3_000)), Zipfian(habits.Towns)))];
        double[] manyAttacks = Zipf(attacks.Length);
        while (someone < people)
        {
            // A family is harmed together or one by one.
            (int father, int grandfather, int family, int mother) =
                (Zipfian(manyNames), Zipfian(manyNames), Zipfian(manyFamilies), Zipfian(manyNames));
            (LocalDate Day, int Town) together = attacks[Zipfian(manyAttacks)];
            int siblings = random.Next(1, 5);
            var given = new HashSet<int>();
            for (int i = 0; i < siblings && someone < people; i++)
            {
                (LocalDate Day, int Town) where = Chance(0.6) ? together : attacks[Zipfian(manyAttacks)];
                bool isMale = Chance(0.75);
                int called = Zipfian(manyNames);
                if (!given.Add(called))
                {
                    continue;
                }

                Someone one = new(
                    someone, isMale ? men[called] : women[called], men[father], families[family], women[mother],
                    isMale, random.Next(1, 75), where.Day, where.Town);
                Write(one, isSecond: false);
                someone++;
                if (Chance(0.3))
                {
                    Write(one, isSecond: true);
                }
                else if (Chance(0.05) && someone < people)
                {
                    // The father is on the list too.
                    Someone dad = one with { Number = someone++, Given = men[father], Father = men[grandfather], IsMale = true };
                    Write(dad with { Age = one.Age + 25 }, isSecond: false);
                }
            }
        }
    }

    private void Write(Someone one, bool isSecond)
    {
        bool isArabic = Chance(isSecond ? habits.ArabicInSecond : 0.2);
        bool isBoth = Chance(0.1);
        var names = new List<PersonName>();
        bool isSpelled = !Chance(0.04);
        foreach (bool arabic in isBoth ? (bool[])[true, false] : [isArabic])
        {
            string given = Spell(one.Given, arabic, isSecond), family = Spell(one.Family, arabic, isSecond);
            string full = Chance(habits.Swapped) ? $"{family} {given}"
                : Chance(habits.FatherInside) ? $"{given} {Spell(one.Father, arabic, isSecond)} {family}"
                : $"{given} {family}";
            names.Add(new() { Text = full });
            if (Chance(habits.FatherApart))
            {
                names.Add(new() { Text = Spell(one.Father, arabic, isSecond), Kind = NameKind.Father });
            }

            if (Chance(habits.Mother))
            {
                names.Add(new() { Text = Spell(one.Mother, arabic, isSecond), Kind = NameKind.Mother });
            }
        }

        bool isWounded = isSecond && Chance(0.03);
        Person person = new()
        {
            Id = PersonId.From($"p{records.Count}"),
            Harm = isWounded ? Harm.Wounded : Harm.Killed,
            Identification = isSpelled ? Identification.Identified : Identification.Unidentified,
            Names = isSpelled ? [.. names] : [],
            Age = Chance(habits.NoAge) ? default(Age)
                : Chance(0.12) ? one.Age + random.Next(0, 2)
                : Chance(0.08) ? (one.Age + 2) / 5 * 5
                : one.Age,
            Sex = Chance(0.1) ? Sex.Any : Chance(0.01) != one.IsMale ? Sex.Male : Sex.Female,
            Date = Day(isWounded ? one.Day.PlusDays(-random.Next(0, 9)) : one.Day),
            Place = Chance(0.1) ? null : new()
            {
                Regions = [RegionId.From($"t{(Chance(habits.OtherTown) ? random.Next(habits.Towns) : one.Town)}")],
            },
            ExternalIds = isSpelled && Chance(0.1) ? [new() { Scheme = "card", Value = $"c{one.Number}" }] : [],
        };
        records.Add((person, isSpelled ? one.Number : -records.Count - 1));
    }

    private ReportedDate? Day(LocalDate day)
    {
        double chance = random.NextDouble() / habits.OtherDay;
        return chance < 0.05 ? null
            : chance < 0.1 ? UncertainDate.FromYearMonth(day.Year, day.Month)
            : chance < 0.13 && day.Day <= 12 ? (UncertainDate)new LocalDate(day.Year, day.Day, day.Month)
            : chance < 0.22 ? (UncertainDate)day.PlusDays(Chance(0.5) ? 1 : -1)
            : chance < 0.24 ? (UncertainDate)day.PlusDays(random.Next(2, 30))
            : (UncertainDate)day;
    }

    private string Spell(MadeUpName name, bool arabic, bool isSecond)
    {
        string text = arabic ? name.Arabic : name.Latin(random, isSecond ? habits.Slur : 0);
        return Chance(habits.Typo) && text.Length > 3 ? Mistype(text) : text;
    }

    private string Mistype(string text)
    {
        int at = random.Next(0, text.Length - 1);
        return random.Next(3) switch
        {
            0 => text.Remove(at, 1),
            1 => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
            _ => text.Insert(at, text[at].ToString()),
        };
    }

    // One person's card number on somebody else's record.
    private void ShareIds(int count)
    {
        for (int i = 0; i < count; i++)
        {
            // Half of them in a family: one card shown for two of its people.
            int one = random.Next(records.Count), other = i % 2 == 0 ? random.Next(records.Count) : (one + 2) % records.Count;
            if (records[one].Record.Names.IsEmpty || records[other].Record.Names.IsEmpty || records[one].Someone == records[other].Someone)
            {
                continue;
            }

            var id = new ExternalId { Scheme = "wrong", Value = $"w{i}" };
            sharedIds.Add(id.Value);
            foreach (int number in (int[])[one, other])
            {
                (Person record, int someone) = records[number];
                records[number] = (record with { ExternalIds = record.ExternalIds.Add(id) }, someone);
            }
        }
    }

    private bool Chance(double chance) => random.NextDouble() < chance;

    private int Zipfian(int count) => (int)Math.Floor(Math.Pow(count + 1, random.NextDouble())) - 1;

    private int Zipfian(double[] sums)
    {
        int at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        return at < 0 ? Math.Min(~at, sums.Length - 1) : at;
    }

    // The n-th most frequent is met in one n-th of the cases of the first.
    private static double[] Zipf(int count)
    {
        double sum = 0;
        return [.. Enumerable.Range(1, count).Select(n => sum += 1.0 / n)];
    }

    /// <summary>How lists are written.</summary>
    internal sealed record Habits
    {
        public int GivenNames { get; init; } = 300;

        public int FamilyNames { get; init; } = 3_000;

        public int Towns { get; init; } = 80;

        public double ArabicInSecond { get; init; } = 0.4;

        public double FatherApart { get; init; } = 0.4;

        public double FatherInside { get; init; } = 0.3;

        public double Mother { get; init; } = 0.2;

        public double NoAge { get; init; } = 0.2;

        public double Swapped { get; init; } = 0.03;

        public double Typo { get; init; } = 0.03;

        public double Slur { get; init; } = 0.02;

        public double OtherTown { get; init; } = 0.05;

        /// <summary>How much more often than in one case of four a day is not as it was.</summary>
        public double OtherDay { get; init; } = 1;
    }

    private sealed record Someone(
        int Number, MadeUpName Given, MadeUpName Father, MadeUpName Family, MadeUpName Mother,
        bool IsMale, int Age, LocalDate Day, int Town);
}
