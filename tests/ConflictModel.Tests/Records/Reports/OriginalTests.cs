using CsCheck;

namespace ConflictModel.Tests.Records.Reports;

public class OriginalTests
{
    private static readonly Gen<OriginalColumn> Columns = Gen.Select(
        Gen.OneOf(Gen.Const("source_headline"), Gen.Const("source_date"), Gen.Const("a"), Gen.Const("")),
        Gen.OneOf(
            Gen.String,
            Gen.Const(""),
            Gen.Const("مدينة"),
            Gen.Const("\U0001F54A"),
            Gen.Const("\uD83D alone"),
            Gen.Int[250, 260].Select(length => new string('x', length)),
            Gen.Int[80, 90].Select(length => new string('ࠀ', length))),
        (name, text) => new OriginalColumn(name, text));

    [Fact]
    public void Columns_are_given_back_as_they_were_given() => Columns.List[0, 20].Sample(columns =>
        (Of(columns.ToValueList()).Columns == columns.ToValueList()).Should().BeTrue());

    [Fact]
    public void What_is_no_column_is_given_back_for_whoever_finds_fault_with_it()
    {
        ValueList<OriginalColumn> columns = [new("a", "1"), default, new("b", null!)];
        (Of(columns).Columns == columns).Should().BeTrue();
        Of(columns).Should().Be(Of(columns)).And.NotBe(Of([new("a", "1")]));
    }

    [Fact]
    public void Two_are_equal_if_all_their_columns_are()
    {
        Original original = Of([new("a", "1"), new("b", "2")]);
        Original same = Of([new("a", "1"), new("b", "2")]);
        original.Should().Be(same);
        original.GetHashCode().Should().Be(same.GetHashCode());
        foreach (ValueList<OriginalColumn> other in (ValueList<OriginalColumn>[])
            [
                [new("a", "1")], [new("a", "1"), new("b", "3")], [new("a", "1"), new("c", "2")], [new("b", "2"), new("a", "1")],
                [new("a", "12"), new("b", "")], [new("a", ""), new("b", "12")], [],
            ])
        {
            Of(other).Should().NotBe(original);
            (original with { Columns = other }).Should().Be(Of(other));
        }
    }

    [Fact]
    public void Rows_with_as_many_letters_in_other_names_keep_their_own_names()
    {
        Original one = Of([new("deaths_a", "1")]);
        Original other = Of([new("deaths_b", "1")]);
        one.Columns[0].Name.Should().Be("deaths_a");
        other.Columns[0].Name.Should().Be("deaths_b");
    }

    private static Original Of(ValueList<OriginalColumn> columns) => new() { Format = "ucdp-ged", Columns = columns };
}
