using System.Collections;
using System.Reflection;
using ConflictModel.Aggregation;
using ConflictModel.Revisions;
using ConflictModel.Tests.Serialization;
using NodaTime;

namespace ConflictModel.Tests.Revisions;

/// <summary>Vintages of data sets: whatever they hold is compared, and of people no more is told than may be.</summary>
public class DatasetRevisionsTests
{
    private static readonly Source Monitor = new() { Id = SourceId.From("monitor"), Name = "Monitor", Kind = SourceKind.Monitor };

    private static readonly PropertyInfo[] Lists =
        [.. typeof(ConflictDataset).GetProperties().Where(property => property.PropertyType.Name == typeof(ValueList<>).Name)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_change_of_any_member_of_any_record_is_seen()
    {
        ConflictDataset dataset = Everything.Dataset();
        ConflictDataset others = dataset;
        List<ConflictDataset> parts = [];
        foreach (PropertyInfo list in Lists)
        {
            ConflictDataset part = new();
            list.SetValue(part, list.GetValue(dataset));
            parts.Add(part);
            others = others with { };
            list.SetValue(others, Activator.CreateInstance(list.PropertyType));
        }

        HashSet<string> members = [];
        foreach (ConflictDataset part in parts.Append(others))
        {
            foreach ((string pointer, ConflictDataset altered) in Alteration.Of(part, pointer => members.Add(MemberOf(pointer))))
            {
                VintageComparison comparison = Compare(part, altered);
                (comparison.HasDifferences || !comparison.Renamed.IsEmpty).Should().BeTrue($"{pointer} was changed");
            }
        }

        members.Count.Should().BeGreaterThan(150);
        Compare(dataset, dataset).HasDifferences.Should().BeFalse();
        Compare(dataset, dataset).Renamed.Should().BeEmpty();
    }

    [Fact]
    public void Every_list_of_records_counts_and_is_compared()
    {
        ConflictDataset dataset = Everything.Dataset();
        int records = 1;
        foreach (PropertyInfo list in Lists)
        {
            ConflictDataset without = dataset with { };
            list.SetValue(without, Activator.CreateInstance(list.PropertyType));
            int count = ((IEnumerable)list.GetValue(dataset)!).Cast<object>().Count();
            VintageComparison comparison = Compare(dataset, without);
            (comparison.Removed.Count, comparison.Records.New, count > 0)
                .Should().Be((count, comparison.Records.Old - count, true), list.Name);
            records += count;
        }

        Compare(dataset, dataset).Records.Should().Be(new VintageComparison.Counts(records, 0, 0, 0));
    }

    [Fact]
    public void Records_that_are_no_incidents_go_by_their_list_and_their_id_or_else_their_place()
    {
        static Strength Strength(string actor, long fighters) =>
            new() { Actor = ActorId.From(actor), Fighters = Estimate.Exactly(fighters), Citation = Monitor };
        static Claim Claim(string id, string text) => new() { Id = ClaimId.From(id), Text = text, Citation = Monitor };
        ConflictDataset older = new()
        {
            Claims = [Claim("a", "all failed"), Claim("b", "some failed")],
            Strengths = [Strength("x", 10), Strength("y", 20), Strength("z", 5)],
        };
        ConflictDataset newer = new()
        {
            Claims = [Claim("c", "none failed"), Claim("a", "all have failed")],
            Strengths = [Strength("z", 5), Strength("y", 30), Strength("w", 1), Strength("v", 2)],
        };
        VintageComparison comparison = Compare(older, newer);
        comparison.Removed.Should().Equal("claims/b", "strengths/0");
        comparison.Added.Should().Equal("claims/c", "strengths/2", "strengths/3");
        comparison.Revised.Select(revision => (revision.Id, string.Join(" ", revision.Changes))).Should().Equal(
            ("claims/a", "/text: 'all failed' to 'all have failed' (source)"),
            ("strengths/1", "/fighters/low: '20' to '30' (figure) /fighters/best: '20' to '30' (figure) "
                + "/fighters/high: '20' to '30' (figure)"));
        comparison.Records.Should().Be(new VintageComparison.Counts(Old: 6, Added: 3, Removed: 2, Revised: 2));
        Compare(older, older with { Strengths = [.. older.Strengths.Reverse()] }).HasDifferences.Should().BeFalse("order says nothing");
        Compare(older, older with { Strengths = [.. older.Strengths, older.Strengths[0]] }).Added.Should().Equal("strengths/3");
    }

    [Fact]
    public void The_title_of_a_data_set_is_a_name_and_its_extensions_are_not()
    {
        VintageComparison named = Compare(new() { Title = "July" }, new() { Title = "August" });
        (named.HasDifferences, named.Renamed.Single().Id).Should().Be((false, "dataset"));
        VintageComparison extended = Compare(new(), new() { Extensions = new("{\"a\":1}") });
        extended.Revised.Should().ContainSingle().Which.Of("/extensions")!.Is.Should().Be("{\"a\":1}");
        (extended.Records.Old, extended.Records.New).Should().Be((1, 1));
    }

    [Fact]
    public void People_are_compared_field_by_field()
    {
        Person a = Person("a", "Alpha Made-up");
        VintageComparison comparison = Compare(
            People(a, Person("b", "Beta Made-up")), People(Person("c", "Gamma Made-up"), a with { Age = new(30, 30) }));
        comparison.Removed.Should().Equal("people/b");
        comparison.Added.Should().Equal("people/c");
        comparison.Revised.Should().ContainSingle().Which.Id.Should().Be("people/a");
        comparison.Revised[0].Of("/age/min").Should().Be(
            new FieldChange { Field = "/age/min", Was = "", Is = "30", Class = FieldClass.Other });
        Compare(People(a), People(Person("a", "Alfa Made-up"))).Revised.Should().ContainSingle("a name is who it is")
            .Which.Changes.Single().Is.Should().Be("Alfa Made-up");
    }

    [Theory]
    [InlineData(Publication.Public, Publication.Withheld)]
    [InlineData(Publication.Withheld, Publication.Public)]
    [InlineData(Publication.NameWithheld, Publication.NameWithheld)]
    public void Of_people_who_are_withheld_in_either_vintage_nothing_is_told_but_the_members_that_changed(
        Publication was, Publication became)
    {
        Person old = Person("secret-id", "Secret Name") with { Publication = was };
        Person now = Person("secret-id", "Secret Other") with { Publication = became, Age = new(41, 41) };
        Person twin = Person("secret-twin", "Secret Twin") with { SameAs = [old.Id] };
        Person friend = Person("friend", "Public Friend") with { Ties = [new() { Kind = TieKind.Child, Person = old.Id }] };
        Person gone = Person("secret-gone", "Secret Gone") with { Publication = Publication.Withheld };
        VintageComparison comparison = Compare(
            People(old, twin, friend, gone), People(now, twin with { SameAs = [], Rank = "secret rank" }, friend with { Ties = [] }));
        comparison.Records.Should().Be(new VintageComparison.Counts(Old: 5, Added: 0, Removed: 1, Revised: 3));
        comparison.Removed.Should().Equal("people/withheld");
        comparison.Revised.Select(revision => revision.Id).Should().Equal("people/withheld", "people/withheld", "people/friend");
        comparison.Revised[0].Changes.Select(change => change.Field).Should().Contain(["/names", "/age"]).And.OnlyHaveUniqueItems();
        comparison.Revised.SelectMany(revision => revision.Changes)
            .Should().OnlyContain(change => change.Was == "withheld" && change.Is == "withheld");
        string all = string.Join('\n', comparison.Revised.Concat(comparison.Renamed))
            + RevisionLogJson.Write(RevisionLog.Of(comparison, comparison.Account(Measure.Killed, Stop).By(), "1", "2", Stop));
        all.Should().NotContainEquivalentOf("secret").And.NotContain("41");
    }

    [Fact]
    public void Two_people_of_one_id_are_refused_without_the_id()
    {
        ConflictDataset twice = People(Person("secret-id", "One"), Person("secret-id", "Two"));
        FluentActions.Invoking(() => Compare(twice, new())).Should().Throw<ArgumentException>().Which.Message.Should().NotContain("secret");
    }

    [Fact]
    public void People_are_as_late_as_their_day_or_else_as_what_they_are_listed_under()
    {
        Incident late = new()
        {
            Id = IncidentId.From("late"), Kind = IncidentKind.Battle, Date = UncertainDate.From(new LocalDate(2022, 1, 1)), Reports = [],
        };
        ConflictDataset older = People(
            Person("early", "A") with { Date = UncertainDate.From(new LocalDate(2021, 1, 1)), Incident = late.Id },
            Person("own", "B") with { Date = UncertainDate.From(new LocalDate(2022, 1, 1)) },
            Person("listed", "C") with { Incident = late.Id },
            Person("undated", "D")) with { Incidents = [late] };
        Vintages.Compare(older, new(), new() { Until = 2021 }, Stop).Removed.Should().Equal("people/early", "people/undated");
        Compare(older, new()).Removed.Should().HaveCount(5);
    }

    /// <summary>The member of a record: breakdowns and the records in lists have the same ones.</summary>
    private static string MemberOf(string pointer)
    {
        string[] steps = pointer.Split('/');
        return string.Join('/', steps.Take(3).Where(step => !int.TryParse(step, out _)).Concat(steps.TakeLast(2)));
    }

    private static VintageComparison Compare(ConflictDataset older, ConflictDataset newer) =>
        Vintages.Compare(older, newer, cancellationToken: Stop);

    private static ConflictDataset People(params ValueList<Person> people) => new() { People = people };

    private static Person Person(string id, string name) =>
        new() { Id = PersonId.From(id), Harm = Harm.Killed, Names = [new() { Text = name }] };
}
