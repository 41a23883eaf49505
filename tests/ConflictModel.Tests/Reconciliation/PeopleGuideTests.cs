using ConflictModel.Arithmetic;
using ConflictModel.Catalogs;
using ConflictModel.Reconciliation;
using ConflictModel.Time;

namespace ConflictModel.Tests.Reconciliation;

/// <summary>The samples of docs/people.md, run.</summary>
public class PeopleGuideTests
{
    private static readonly string Guide =
        File.ReadAllText(Path.Combine(Repository.Root, "src", "ConflictModel", "docs", "people.md"));

    private static readonly string Here = File.ReadAllText(
        Path.Combine(Repository.Root, "tests", "ConflictModel.Tests", "Reconciliation", $"{nameof(PeopleGuideTests)}.cs"));

    [Theory]
    [InlineData("toll")]
    [InlineData("overlap")]
    public void What_the_guide_shows_is_what_is_run_here(string sample)
    {
        string after = Guide[Guide.IndexOf($"<!-- sample {sample} -->", StringComparison.Ordinal)..];
        string shown = after.Split("```csharp\n")[1].Split("```")[0];
        foreach (string line in shown.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] codeAndAnswer = line.Split("//");
            string code = codeAndAnswer[0].Trim();
            if (codeAndAnswer.Length == 1)
            {
                Here.Should().Contain(code);
            }
            else
            {
                Here.Should().Contain($"{code.TrimEnd(';')}.ToString().Should().Be(\"{codeAndAnswer[1].Split(':')[0].Trim()}\");");
            }
        }
    }

    [Fact]
    public void A_list_is_counted_as_a_report_would()
    {
        ConflictDataset dataset = new()
        {
            Regions = KnownRegions.All,
            Incidents = [Fake.Make("i", "2024-07-03", 0, KnownRegions.Homs)],
            People =
            [
                new() { Id = PersonId.From("p1"), Harm = Harm.Killed, Sex = Sex.Female, Incident = IncidentId.From("i") },
                new() { Id = PersonId.From("p2"), Harm = Harm.Killed, Sex = Sex.Female, MayBeSameAs = [PersonId.From("p1")] },
                new() { Id = PersonId.From("p3"), Harm = Harm.Killed, Cause = Cause.SmallArms },
            ],
        };

        ListedToll killed = dataset.People.ToToll(dataset, Harm.Killed, by: PersonKey.Sdg1612);
        Bounds women = killed.Toll.Derive()["demographic:female"].Bounds;
        Bounds withoutCause = killed.NotKnown(PersonKey.Cause);

        ListedToll monthly = dataset.People.Where(person => person.Incident is not null)
            .ToToll(dataset, Harm.Killed, by: [PersonKey.Period(BucketScheme.Month), PersonKey.Region(RegionKind.Governorate)]);

        (women, withoutCause).Should().Be((new Bounds(1, 2), new Bounds(1, 2)));
        monthly.Toll.Should().Be(Toll.Of(1)
            .DividedInto(Part.During(new(UncertainDate.Parse("2024-07")), 1)).DividedInto(Part.In(KnownRegions.Homs, 1)));
    }

    [Fact]
    public void Two_lists_are_compared()
    {
        Person Of(string id, SourceId list, Harm harm) => new() { Id = PersonId.From(id), Harm = harm, Citations = [list] };
        SourceId names = SourceId.From("book-of-names"), missing = SourceId.From("search-list");
        Person[] people =
        [
            Of("n1", names, Harm.Killed),
            Of("n2", names, Harm.Killed) with { SameAs = [PersonId.From("m1")] },
            Of("n3", names, Harm.Killed) with { MayBeSameAs = [PersonId.From("m2"), PersonId.From("m3")] },
            Of("n4", names, Harm.Killed),
            Of("m1", missing, Harm.Missing) with { Fate = Fate.Dead },
            Of("m2", missing, Harm.Missing),
            Of("m3", missing, Harm.Missing),
            Of("m4", missing, Harm.Missing),
        ];

        ListOverlap overlap = new DistinctPeople(people).Overlap(people, names, missing);

        overlap.On(names).ToString().Should().Be("4");
        overlap.On(missing).ToString().Should().Be("3 to 4");
        overlap.OnOnly(names, missing).ToString().Should().Be("1 to 2");
        overlap.OnOnly(names).ToString().Should().Be("2 to 3");
        overlap.OnOnly(missing).ToString().Should().Be("1 to 3");
        overlap.People.ToString().Should().Be("5 to 7");
    }
}
