using ConflictModel.Matching;
using CsCheck;

namespace ConflictModel.Tests.Matching.Captures;

public class CaptureTableTests
{
    private static readonly CaptureTable Table = CaptureTable.Of(
        ["a", "b", "c"], new(["a"], 40), new(["b"], 30), new(["c"], 20), new(["b", "a"], 6), new(["a", "b", "c"], 1));

    private static readonly Gen<CaptureTable> AnyTable =
        from lists in Gen.Int[CaptureTable.MinLists, 5]
        from counts in Gen.Long[0, 50].Array[(1 << lists) - 1]
        select Made([.. "abcde"[..lists].Select(name => name.ToString())], counts);

    [Fact]
    public void A_table_counts_those_on_just_these_lists_and_those_on_these_and_perhaps_others()
    {
        Table.Observed.Should().Be(97);
        (Table.OnOnly("a"), Table.OnOnly("a", "b"), Table.OnOnly("a", "c")).Should().Be((40, 6, 0));
        (Table.On("a"), Table.OnAll("a", "b"), Table.OnAll("c", "a")).Should().Be((47, 7, 1));
    }

    [Fact]
    public void Every_group_of_lists_has_its_cell_and_nobody_stands_for_those_on_no_list() =>
        Table.Cells.Select(cell => cell.Name + cell.People)
            .Should().Equal("a40", "b30", "c20", "a+b6", "a+c0", "b+c0", "a+b+c1");

    [Fact]
    public void Who_is_on_no_list_is_not_told()
    {
        FluentActions.Invoking(() => Table.OnOnly()).Should().Throw<ArgumentException>().WithMessage("Nobody knows*");
        FluentActions.Invoking(() => Table.OnAll()).Should().Throw<ArgumentException>().WithMessage("Nobody knows*");
        Of(new CaptureTable.Cell([], 0)).Should().Throw<ArgumentException>().WithMessage("Nobody knows*");
    }

    [Fact]
    public void What_is_no_table_is_refused()
    {
        FluentActions.Invoking(() => CaptureTable.Of(["a"], [])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => CaptureTable.Of(["a", "a"], [])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => CaptureTable.Of(["a", " "], [])).Should().Throw<ArgumentException>();
        string[] eleven = [.. "abcdefghijk".Select(name => name.ToString())];
        FluentActions.Invoking(() => CaptureTable.Of(eleven, [])).Should().Throw<ArgumentException>();
        Of(new(["a"], 1), new(["a"], 2)).Should().Throw<ArgumentException>().WithMessage("'a' is counted twice.*");
        Of(new CaptureTable.Cell(["a", "a"], 1)).Should().Throw<ArgumentException>().WithMessage("*twice*");
        Of(new CaptureTable.Cell(["d"], 1)).Should().Throw<ArgumentException>().WithMessage("'d' is none of the lists.*");
        Of(new CaptureTable.Cell(["a"], -1)).Should().Throw<ArgumentOutOfRangeException>();
        Of(new(["a"], long.MaxValue), new(["b"], 1)).Should().Throw<OverflowException>();
        FluentActions.Invoking(() => Table.OnOnly("a", "a")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Table.On("d")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Tables_are_equal_by_what_they_count_whichever_way_it_was_said()
    {
        var same = CaptureTable.Of(
            ["a", "b", "c"],
            new(["c", "b", "a"], 1), new(["a", "b"], 6), new(["c"], 20), new(["b"], 30), new(["a"], 40), new(["b", "c"], 0));
        same.Should().Be(Table);
        same.GetHashCode().Should().Be(Table.GetHashCode());
        Table.Should().NotBe(CaptureTable.Of(Table.Lists, Table.Cells.Where(cell => cell.People != 1)));
        Table.Should().NotBe(CaptureTable.Of(["a", "b", "d"], new(["a"], 40), new(["b"], 30), new(["d"], 20)));
    }

    [Fact]
    public void Without_a_list_whoever_was_on_it_alone_is_no_longer_observed() => AnyTable.Where(table => table.Lists.Count > 2)
        .Sample(table =>
        {
            foreach (string list in table.Lists)
            {
                CaptureTable without = table.Without(list);
                without.Lists.Should().Equal(table.Lists.Where(other => other != list));
                without.Observed.Should().Be(table.Observed - table.OnOnly(list));
                without.Cells.Should().OnlyContain(cell =>
                    cell.People == table.OnOnly(cell.Lists) + table.OnOnly(cell.Lists.Append(list)));
            }
        });

    [Fact]
    public void Within_a_list_are_those_of_it_who_are_on_another() => AnyTable.Where(table => table.Lists.Count > 2).Sample(table =>
    {
        foreach (string list in table.Lists)
        {
            CaptureTable within = table.Within(list);
            within.Observed.Should().Be(table.On(list) - table.OnOnly(list));
            within.Cells.Should().OnlyContain(cell => cell.People == table.OnOnly(cell.Lists.Append(list)));
        }
    });

    [Fact]
    public void One_list_has_no_table()
    {
        var two = CaptureTable.Of(["a", "b"], new CaptureTable.Cell(["a"], 1));
        FluentActions.Invoking(() => two.Without("a")).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => two.Within("b")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void What_is_written_is_read_again() => AnyTable.Sample(table =>
    {
        var text = new StringWriter();
        table.Write(text);
        CaptureTable.Read(new StringReader(text.ToString())).Should().Be(table);
    });

    private static Action Of(params CaptureTable.Cell[] cells) => () => CaptureTable.Of(["a", "b", "c"], cells);

    private static CaptureTable Made(string[] names, long[] counts) => CaptureTable.Of(
        names, counts.Select((count, i) => new CaptureTable.Cell([.. names.Where((_, place) => (((i + 1) >> place) & 1) != 0)], count)));
}
