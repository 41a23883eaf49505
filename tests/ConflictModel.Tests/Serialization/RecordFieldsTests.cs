using ConflictModel.Serialization;

namespace ConflictModel.Tests.Serialization;

public class RecordFieldsTests
{
    private static readonly Incident Incident = new()
    {
        Id = IncidentId.From("i"),
        Kind = IncidentKind.AirStrike,
        Date = new(UncertainDate.Parse("2024-07-03"), "on Wednesday"),
        Reports = [new() { Citation = SourceId.From("s"), Casualties = new() { Killed = Toll.Of(8) } }],
    };

    [Fact]
    public void Of_equal_records_nothing_is_lost() => RecordFields.Lost(Incident, Incident with { }).Should().BeEmpty();

    [Fact]
    public void Of_a_record_that_is_gone_every_field_is_lost() => Lost(Incident, null).Should().Equal(
        "/id: i -> ",
        "/kind: airStrike -> ",
        "/date: 2024-07-03 -> ",
        "/date/wording: on Wednesday -> ",
        "/reports/0/citation/source: s -> ",
        "/reports/0/casualties/killed/count/low: 8 -> ",
        "/reports/0/casualties/killed/count/best: 8 -> ",
        "/reports/0/casualties/killed/count/high: 8 -> ");

    [Fact]
    public void The_short_form_of_a_value_is_compared_with_its_long_form() =>
        Lost(Incident, Incident with
        {
            Date = new(UncertainDate.Parse("2024-07-03")),
            Reports = [Incident.Reports[0] with { Casualties = new() { Killed = Toll.Of(new Estimate(null, 8, 9)) } }],
        }).Should().Equal(
            "/date/wording: on Wednesday -> ",
            "/reports/0/casualties/killed/count/low: 8 -> ",
            "/reports/0/casualties/killed/count/high: 8 -> 9");

    [Fact]
    public void What_only_the_other_record_says_is_not_lost() =>
        Lost(Incident, Incident with { Description = "d", SameAs = [IncidentId.From("j")] }).Should().BeEmpty();

    [Fact]
    public void Deeply_nested_data_of_other_people_is_compared_as_text()
    {
        string deep = "{\"a\":" + new string('[', 100) + new string(']', 100) + "}";
        Lost(Incident with { Extensions = new(deep) }, Incident).Should().Equal($"/extensions: {deep} -> ");
    }

    [Fact]
    public void Half_a_surrogate_pair_is_told_as_it_is_escaped_in_data_of_others_and_refused_in_a_text_of_the_record()
    {
        string half = """{"a\udc00":"\ud800"}""";
        Lost(Incident with { Extensions = new(half) }, Incident).Should().Equal($"/extensions: {half} -> ");
        FluentActions.Enumerating(() => Lost(Incident with { Description = "\ud800" }, Incident)).Should().Throw<ArgumentException>();
    }

    private static IEnumerable<string> Lost(Incident was, Incident? became) =>
        RecordFields.Lost(was, became).Select(lost => $"{lost.Field}: {lost.Was} -> {lost.Became}");
}
