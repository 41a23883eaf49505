using ConflictModel.Matching;
using CsCheck;

namespace ConflictModel.Tests.Matching.Captures;

public class CaptureRangeTests
{
    private static readonly SourceId A = SourceId.From("a"), B = SourceId.From("b"), C = SourceId.From("c");

    [Fact]
    public void People_who_are_said_to_be_one_are_on_the_lists_of_all_their_records()
    {
        var range = CaptureRange.Of([On(1, A), On(2, A), On(3, B) with { SameAs = [IdOf(1)] }, On(4, B), On(5, A, B), On(6, C)], A, B);
        range.IsDecided.Should().BeTrue();
        range.Apart.Should().Be(CaptureTable.Of(["a", "b"], new(["a"], 1), new(["b"], 1), new(["a", "b"], 2)));
    }

    [Fact]
    public void An_undecided_pair_makes_two_tables_and_a_range_of_each_cell()
    {
        var range = CaptureRange.Of([On(1, A), On(2, B) with { MayBeSameAs = [IdOf(1)] }], A, B);
        range.IsDecided.Should().BeFalse();
        range.Apart.Should().Be(CaptureTable.Of(["a", "b"], new(["a"], 1), new(["b"], 1)));
        range.Together.Should().Be(CaptureTable.Of(["a", "b"], new CaptureTable.Cell(["a", "b"], 1)));
        range.Cells.OnOnly(A, B).Should().Be(new Bounds(0, 1));
    }

    [Fact]
    public void Records_that_are_not_counted_still_say_who_is_whom()
    {
        Person link = On(3, C) with { SameAs = [IdOf(1), IdOf(2)] };
        var range = CaptureRange.Of([On(1, A), On(2, B), link], [On(1, A), On(2, B)], [A, B]);
        range.Apart.OnOnly("a", "b").Should().Be(1);
        CaptureRange.Of([On(1, A), On(2, B)], A, B).Apart.OnOnly("a", "b").Should().Be(0);
    }

    [Fact]
    public void Both_extremes_lie_in_the_range_of_each_cell() => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 7], Gen.Int[0, 7]).Array[1, 8]
        .Sample(records =>
        {
            Person[] people =
            [
                .. records.Select((record, i) => On(i, [.. ((SourceId[])[A, B, C]).Where((_, place) => ((record.Item1 >> place) & 1) != 0)])
                    with
                { MayBeSameAs = [IdOf(record.Item2)], SameAs = record.Item3 % 3 == 0 ? [IdOf(record.Item3)] : [] }),
            ];
            var range = CaptureRange.Of(people, A, B, C);
            foreach (CaptureTable.Cell cell in range.Apart.Cells)
            {
                Bounds bounds = range.Cells.OnOnly(cell.Lists.Select(SourceId.From));
                cell.People.Should().BeInRange(bounds.Lower, bounds.Upper!.Value);
                range.Together.OnOnly(cell.Lists).Should().BeInRange(bounds.Lower, bounds.Upper!.Value);
            }
        });

    [Fact]
    public void Incidents_are_on_the_lists_of_those_who_report_them()
    {
        Incident one = Fake.Make("one", "2024-01-01", 3);
        Incident two = Fake.Make("two", "2024-01-01", 4) with { Reports = [Fake.ReportOf("a", 4)] };
        Incident part = Fake.Make("part", "2024-01-01", 1) with { PartOf = one.Id };
        var table = CaptureTable.Of([one, two with { SameAs = [one.Id] }, part], SourceId.From("sohr"), A);
        table.Should().Be(CaptureTable.Of(["sohr", "a"], new(["sohr"], 1), new(["sohr", "a"], 1)));
        CaptureTable.Of([one, two], SourceId.From("sohr"), A).OnOnly("sohr", "a").Should().Be(0, "nobody said that they are one");
    }

    [Fact]
    public void The_lists_of_a_data_set_are_those_of_the_sources_that_its_people_cite()
    {
        Person wounded = On(3, C) with { Harm = Harm.Wounded };
        var dataset = new ConflictDataset
        {
            Sources = [new() { Id = C, Name = "c" }, new() { Id = B, Name = "b" }],
            People = [On(1, A, B), On(2, B), wounded],
        };
        CaptureRange.Of(dataset, Harm.Killed).Apart
            .Should().Be(CaptureTable.Of(["b", "a"], new(["b"], 1), new(["b", "a"], 1)), "a source that is not described comes last");
        CaptureRange.Of(dataset, Harm.KilledOrWounded).Apart.Lists.Should().Equal("c", "b", "a");
        FluentActions.Invoking(() => CaptureRange.Of(dataset, Harm.Wounded)).Should().Throw<ArgumentException>()
            .WithMessage("The records are of 1 source, and*");
        FluentActions.Invoking(() => CaptureRange.Of(dataset, default)).Should().Throw<ArgumentException>();
    }

    private static PersonId IdOf(int number) => PersonId.From($"p{number}");

    private static Person On(int number, params SourceId[] lists) => new()
    {
        Id = IdOf(number), Harm = Harm.Killed, Citations = [.. lists.Select(list => (Citation)list)],
    };
}
