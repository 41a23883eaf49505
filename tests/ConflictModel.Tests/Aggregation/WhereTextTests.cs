using ConflictModel.Aggregation;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Tests.Aggregation;

public class WhereTextTests
{
    [Theory]
    [InlineData("year", "abc", "a year such as 2016")]
    [InlineData("year", "99999999999", "a year such as 2016")]
    [InlineData("month", "May", "a month such as 2016-01")]
    [InlineData("month", "2016-13", "a month such as 2016-01")]
    [InlineData("week", "2016-W60", "a week such as 2016-W01")]
    [InlineData("week", "2016", "a week such as 2016-W01")]
    [InlineData("acled-week", "", "a week from Saturday to Friday such as 2024-06-29/2024-07-05")]
    [InlineData("day", "2016-02-30", "a day such as 2016-01-31")]
    [InlineData("active-year", "maybe", "1 or 0")]
    [InlineData("kind", "ambushes", "one of unknown, battle, ambush")]
    public void A_text_that_a_key_can_not_have_is_refused_and_the_message_says_what_it_may_be(string key, string text, string values)
    {
        GroupKey asked = GroupKey.Find(key)!;
        Action where = () => Table().Query().Where(asked, text);
        Action has = () => Table().Has(asked, text);
        where.Should().Throw<FormatException>().WithMessage($"'{text}' is not a value of the key {key}; that is {values}*");
        has.Should().Throw<FormatException>();
    }

    [Theory]
    [InlineData("year", "2016", true)]
    [InlineData("year", "2016.0", true)]
    [InlineData("year", "2017", false)]
    [InlineData("month", "2016-02", true)]
    [InlineData("month", "2016-03", false)]
    [InlineData("side-a", "118", true)]
    [InlineData("side-a", "118.0", true)]
    [InlineData("side-a", "118.5", false)]
    [InlineData("side-a", "Government of X", false)]
    [InlineData("side-b", "IS", true)]
    [InlineData("side-b", "is", false)]
    [InlineData("active-year", "TRUE", true)]
    [InlineData("active-year", "1.0", true)]
    [InlineData("active-year", "0", false)]
    [InlineData("kind", "battle", true)]
    [InlineData("kind", "ambush", false)]
    [InlineData("country", "TRUE", false)]
    public void A_table_tells_whether_some_incident_has_a_value(string key, string text, bool has) =>
        Table().Has(GroupKey.Find(key)!, text).Should().Be(has);

    [Fact]
    public void A_month_that_an_incident_only_runs_into_is_one_that_it_has_and_one_that_it_may_have_is_not()
    {
        IncidentTableBuilder whole = new();
        whole.Append(new() { Earliest = new LocalDate(2016, 1, 30), Latest = new LocalDate(2016, 2, 3) });
        whole.ToTable().Has(GroupKey.Month, "2016-02").Should().BeFalse();
        Table().Has(GroupKey.Month, "2016-02").Should().BeTrue();
    }

    [Fact]
    public void The_values_of_a_key_are_those_that_incidents_have_with_the_names_that_the_source_gives()
    {
        IncidentTable table = Table();
        table.ValuesOf(GroupKey.FirstSide).Should().Equal(("118", "Government of X"));
        table.ValuesOf(GroupKey.SecondSide).Should().Equal(("IS", ""));
        table.ValuesOf(GroupKey.Month).Should().Equal(("2016-01", ""), ("2016-02", ""));
        table.ValuesOf(GroupKey.Country).Should().BeEmpty();
        new IncidentTableBuilder().ToTable().ValuesOf(GroupKey.Year).Should().BeEmpty();
    }

    private static IncidentTable Table()
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        TableCode<ActorId> government = builder.CodeOf(ActorId.From("ucdp-actor:118"));
        builder.Call(government, "118", "Government of X");
        IncidentRow row = new()
        {
            Earliest = new LocalDate(2016, 1, 30),
            Latest = new LocalDate(2016, 2, 3),
            FirstSide = government,
            SecondSide = builder.CodeOf(ActorId.From("IS")),
            Kind = IncidentKind.Battle,
            ActiveYear = Truth.Yes,
        };
        builder.Append(row, Measure.Killed.Is(1, 2, 3));
        return builder.ToTable();
    }
}
