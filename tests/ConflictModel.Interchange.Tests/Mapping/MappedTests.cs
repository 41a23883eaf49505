using System.Text;

namespace ConflictModel.Interchange.Tests.Mapping;

/// <summary>What formats make of roles and places that they have no column for.</summary>
public class MappedTests
{
    private static readonly ConflictDataset World = new()
    {
        Actors =
        [
            Of("isis", "ISIS", ActorKind.RebelGroup), Of("sdf", "SDF", ActorKind.Militia), Of("army", "Army", ActorKind.StateForces),
            Of("herders", "herders", ActorKind.Civilians),
        ],
        Regions =
        [
            new() { Id = RegionId.From("syria"), Name = "Syria", Kind = RegionKind.Country },
            new() { Id = RegionId.From("homs"), Name = "Homs", Kind = RegionKind.Governorate, Within = [RegionId.From("syria")] },
            new() { Id = RegionId.From("tadmor"), Name = "Tadmor", Kind = RegionKind.District, Within = [RegionId.From("homs")] },
            new() { Id = RegionId.From("palmyra"), Name = "Palmyra", Kind = RegionKind.Town, Within = [RegionId.From("tadmor")] },
        ],
    };

    [Theory]
    [InlineData(IncidentKind.StateBasedConflict, "isis", "army", "Army", "ISIS", "")]
    [InlineData(IncidentKind.StateBasedConflict, "army", "isis", "Army", "ISIS", "")]
    [InlineData(IncidentKind.StateBasedConflict, "isis", "sdf", "ISIS", "SDF", "")]
    [InlineData(IncidentKind.NonStateConflict, "sdf", "isis", "SDF", "ISIS", "")]
    [InlineData(IncidentKind.OneSidedViolence, "isis", "herders", "ISIS", "Civilians", "1")]
    [InlineData(IncidentKind.OneSidedViolence, "army", "sdf", "Army", "SDF", "")]
    [InlineData(IncidentKind.Ambush, "isis", "herders", "ISIS", "herders", "")]
    [InlineData(IncidentKind.Ambush, "isis", "army", "ISIS", "Army", "")]
    public void Who_attacked_and_who_was_attacked_are_the_sides_that_UCDPs_type_of_violence_allows(
        IncidentKind kind, string attacker, string attacked, string sideA, string sideB, string idB)
    {
        Dictionary<string, string> row = Written(EventFormats.UcdpGed, Attack(kind, attacker, attacked));
        (row["side_a"], row["side_b"], row["side_b_new_id"], row["dyad_name"]).Should().Be((sideA, sideB, idB, $"{sideA} - {sideB}"));
    }

    [Fact]
    public void Sides_that_are_stated_stay_whoever_attacked()
    {
        Incident incident = Attack(IncidentKind.StateBasedConflict, "isis", "army");
        incident = incident with
        {
            Involvements = incident.Involvements.Add(new() { Actor = ActorId.From("sdf"), Role = InvolvementRole.SideB }),
        };
        Dictionary<string, string> row = Written(EventFormats.UcdpGed, incident);
        (row["side_a"], row["side_b"]).Should().Be(("", "SDF"));
    }

    [Theory]
    [InlineData(IncidentKind.ArmedAttack, "herders", "isis", "isis", "herders")]
    [InlineData(IncidentKind.ArmedAttack, "isis", "herders", "isis", "herders")]
    [InlineData(IncidentKind.Battle, "army", "isis", "army", "isis")]
    public void In_ACLED_who_was_attacked_is_the_second_actor_of_violence_against_civilians_and_no_other(
        IncidentKind kind, string first, string second, string actor1, string actor2)
    {
        InvolvementRole role = first == "herders" ? InvolvementRole.Target : InvolvementRole.Perpetrator;
        InvolvementRole other = first == "herders" ? InvolvementRole.Perpetrator : InvolvementRole.Target;
        Dictionary<string, string> row = Written(EventFormats.Acled, Attack(kind, first, second, role, other));
        string Id(string name) => name.ToLowerInvariant();
        (Id(row["actor1"]), Id(row["actor2"])).Should().Be((actor1, actor2));
    }

    [Theory]
    [InlineData("palmyra", "Palmyra", "Tadmor", "Homs", "Syria")]
    [InlineData("tadmor", "", "Tadmor", "Homs", "Syria")]
    [InlineData("syria", "", "", "", "Syria")]
    public void A_town_has_its_levels_and_its_name_where_the_format_names_the_place(
        string region, string location, string adm2, string adm1, string country)
    {
        Incident incident = Attack(IncidentKind.Battle, "isis", "army") with { Place = new() { Regions = [RegionId.From(region)] } };
        Dictionary<string, string> ged = Written(EventFormats.UcdpGed, incident);
        (ged["where_coordinates"], ged["adm_2"], ged["adm_1"], ged["country"]).Should().Be((location, adm2, adm1, country));
        Dictionary<string, string> acled = Written(EventFormats.Acled, incident);
        (acled["location"], acled["admin2"], acled["admin1"], acled["country"]).Should().Be((location, adm2, adm1, country));
    }

    [Fact]
    public void The_words_of_the_source_for_a_place_go_before_its_name()
    {
        Incident incident = Attack(IncidentKind.Battle, "isis", "army") with
        {
            Place = new() { Regions = [RegionId.From("palmyra")], Wording = "near Palmyra" },
        };
        Written(EventFormats.UcdpGed, incident)["where_coordinates"].Should().Be("near Palmyra");
        Written(EventFormats.Acled, incident)["location"].Should().Be("near Palmyra");
    }

    private static Actor Of(string id, string name, ActorKind kind) => new() { Id = ActorId.From(id), Name = name, Kind = kind };

    private static Incident Attack(
        IncidentKind kind,
        string first,
        string second,
        InvolvementRole role = InvolvementRole.Perpetrator,
        InvolvementRole other = InvolvementRole.Target) => new()
        {
            Id = IncidentId.From("x"),
            Kind = kind,
            Date = UncertainDate.Parse("2024-05-01"),
            Involvements =
            [
                new() { Actor = ActorId.From(first), Role = role }, new() { Actor = ActorId.From(second), Role = other },
            ],
        };

    private static Dictionary<string, string> Written(EventFormat format, Incident incident)
    {
        using var stream = new MemoryStream();
        using (var writer = IncidentWriter.Create(stream, format, Glossary.Of(World)))
        {
            writer.Write(incident);
        }

        List<string[]> rows = SimpleCsv.Read(Encoding.UTF8.GetString(stream.ToArray()));
        return rows[0].Zip(rows[1]).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
