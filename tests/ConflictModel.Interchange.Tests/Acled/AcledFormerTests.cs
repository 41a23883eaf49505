using ConflictModel.Aggregation;
using static ConflictModel.Interchange.Tests.AcledSamples;

namespace ConflictModel.Interchange.Tests.Acled;

/// <summary>Files of before 2019: their types of events, their columns, capitals in their names.</summary>
public class AcledFormerTests
{
    private const string Header = "ACTOR1,ACTOR1_ID,ACTOR2,ADMIN1,ALLY_ACTOR_1,ALLY_ACTOR_2,COUNTRY,EVENT_DATE,EVENT_ID_CNTY,"
        + "EVENT_ID_NO_CNTY,EVENT_TYPE,FATALITIES,GEO_PRECISION,GWNO,INTER1,INTER2,INTERACTION,TIME_PRECISION,YEAR\n";

    private const string Mali = Header
        + "Military Forces,,Armed Group,Gao,Police Forces,,Mali,2013-02-20,1MLI,9,Battle-No change of territory,3,1,432,1,3,13,1,2013\n"
        + "Protesters (Mali),,,Gao,,,Mali,2013-02-20,2MLI,9,Riots/Protests,0,1,432,6,0,60,1,2013\n"
        + "Military Forces,,Armed Group,Gao,,Civilians (Mali),Mali,2013-02-20,3MLI,9,Remote violence,5,1,432,1,3,13,1,2013\n";

    [Fact]
    public void A_file_with_capitals_and_old_types_is_read_by_every_road_and_comes_back()
    {
        Roads.Killed(Mali).Should().Be(new Sums(3, 0, 8, 0, 3, 0, 3));
        Roads.Incidents(Mali).Select(incident => incident.Kind)
            .Should().Equal(IncidentKind.Battle, IncidentKind.Protest, IncidentKind.Explosion);
        Roads.Incidents(Mali).SelectMany(incident => incident.Involvements).Where(i => i.Role == InvolvementRole.Associate)
            .Select(i => i.Actor.Value).Should().Equal("acled-name:Police_Forces", "acled-name:Civilians_(Mali)");
        Roads.Table(Mali).Query().GroupBy(GroupKey.Kind).Sum(Measure.Killed).Run()
            .Select(row => (row.Of(GroupKey.Kind), row.Of(Measure.Killed).Best))
            .Should().BeEquivalentTo([(IncidentKind.Battle, 3L), (IncidentKind.Protest, 0L), (IncidentKind.Explosion, 5L)]);
    }

    [Theory]
    [InlineData("Battle-No change of territory", IncidentKind.Battle)]
    [InlineData("battle - no change of territory", IncidentKind.Battle)]
    [InlineData("Battle-Government regains territory", IncidentKind.Battle)]
    [InlineData("Battle-Non-state actor overtakes territory", IncidentKind.Battle)]
    [InlineData("Battle-Non-state actors overtake territory", IncidentKind.Battle)]
    [InlineData("Headquarters or base established", IncidentKind.StrategicDevelopment)]
    [InlineData("Strategic development", IncidentKind.StrategicDevelopment)]
    [InlineData("Strategic Developments", IncidentKind.StrategicDevelopment)]
    [InlineData("Non-violent transfer of territory", IncidentKind.StrategicDevelopment)]
    [InlineData("Remote violence", IncidentKind.Explosion)]
    [InlineData("VIOLENCE AGAINST CIVILIANS", IncidentKind.ViolenceAgainstCivilians)]
    public void An_old_type_is_a_kind_and_its_word_comes_back(string type, IncidentKind kind)
    {
        string file = File(Row(("event_type", type), ("sub_event_type", "")));
        Roads.Killed(file).Best.Should().Be(3);
        Roads.Incidents(file)[0].Kind.Should().Be(kind);
    }

    [Theory]
    [InlineData("5", "", IncidentKind.Riot)]
    [InlineData("6", "", IncidentKind.Protest)]
    [InlineData("6", "5", IncidentKind.Riot)]
    [InlineData("1", "6", IncidentKind.Protest)]
    [InlineData("Rioters", "1", IncidentKind.Riot)]
    [InlineData("", "", IncidentKind.Unknown)]
    [InlineData("1", "7", IncidentKind.Unknown)]
    public void Riots_and_protests_are_told_apart_by_who_took_part_and_else_stay_unknown(string one, string two, IncidentKind kind)
    {
        string file =
            File(Row(("event_type", "RIots/Protests"), ("sub_event_type", ""), ("inter1", one), ("inter2", two), ("interaction", "")));
        Roads.Killed(file).Best.Should().Be(3);
        Roads.Incidents(file)[0].Kind.Should().Be(kind);
    }

    [Fact]
    public void A_demonstrator_without_a_code_is_known_by_the_name()
    {
        string file = File(Row(
            ("event_type", "Riots/Protests"), ("sub_event_type", ""), ("actor1", "Rioters (Syria)"), ("inter1", ""), ("interaction", "")));
        Roads.Incidents(file)[0].Kind.Should().Be(IncidentKind.Riot);
    }

    [Fact]
    public void A_kind_that_was_changed_is_written_in_the_words_of_today()
    {
        string file = File(Row(("event_type", "Remote violence"), ("sub_event_type", "")));
        int type = Array.IndexOf(Columns, "event_type");
        RoundTrip.Cells(file, change: incident => incident with { Kind = IncidentKind.Battle })[1][type].Should().Be("Battles");
    }

    [Theory]
    [InlineData("Remote violence", "Armed clash")]
    [InlineData("Riots/Protests", "Grenade")]
    [InlineData("Battle-No change of mind", "")]
    public void What_no_codebook_has_is_refused(string type, string sub) =>
        Roads.Fault(File(Row(("event_type", type), ("sub_event_type", sub)))).Code.Should().Be(MalformationCode.UnknownCode);

    [Fact]
    public void Columns_of_older_versions_come_back_through_json()
    {
        string file = "data_id,iso3," + string.Join(',', Columns) + "\n1,SYR," + Row() + "\n";
        Roads.Killed(file).Best.Should().Be(3);
        Roads.Incidents(file)[0].Reports[0].Original!.Columns.Select(column => (column.Name, column.Text))
            .Should().Contain(("iso3", "SYR"));
    }

    [Fact]
    public void A_type_is_one_key_in_every_spelling()
    {
        string file = File(
            Row(("event_type", "BATTLES")), Row(("event_id_cnty", "SYR2")), Row(("event_id_cnty", "SYR3"), ("event_type", "battles")));
        Roads.Table(file).Query().GroupBy(GroupKey.EventType).Sum(Measure.Killed).Run().Single().Of(GroupKey.EventType).Value
            .Should().Be("Battles");
    }
}
