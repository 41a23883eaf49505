using ConflictModel.Aggregation;

namespace ConflictModel.Tests.Aggregation;

public class RowUnitTests
{
    [Fact]
    public void A_table_has_rows_of_one_unit_and_they_are_incidents_unless_another_was_declared()
    {
        IncidentTableBuilder builder = new();
        builder.RowUnit.Should().Be("incidents");
        builder.DeclareRowUnit("dyad-years");
        builder.DeclareRowUnit("country-years");
        builder.Append(default, Measure.Killed.Is(3));
        builder.DeclareRowUnit("country-years");
        builder.RowUnit.Should().Be("country-years");

        FluentActions.Invoking(() => builder.DeclareRowUnit("dyad-years")).Should().Throw<InvalidOperationException>()
            .WithMessage("The table holds country-years; dyad-years are never added to them.");
        FluentActions.Invoking(() => builder.DeclareRowUnit()).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => builder.AppendIncidents([])).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => builder.DeclareRowUnit("")).Should().Throw<ArgumentException>();
    }
}
