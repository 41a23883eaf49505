using System.Text;

namespace ConflictModel.Interchange.Tests.UcdpGed;

public class GedReadTests
{
    private static readonly Actor Isis = new()
    {
        Id = ActorId.From("isis"), Name = "ISIS", Kind = ActorKind.RebelGroup, ExternalIds = [new() { Scheme = "ucdp", Value = "234" }],
    };

    private static readonly Region Syria = new() { Id = RegionId.From("syria"), Name = "Syrian Arab Republic", Kind = RegionKind.Country };

    private static readonly Region Homs = new()
    {
        Id = RegionId.From("homs"), Name = "Homs", Kind = RegionKind.Governorate, PCode = "SY04", Within = [Syria.Id],
    };

    private static readonly Region Badia = new()
    {
        Id = RegionId.From("badia"), Name = "Syrian desert", Kind = RegionKind.Natural, Within = [Syria.Id], Overlaps = [Homs.Id],
    };

    private static readonly NameResolver Names = new()
    {
        Actor = (scheme, id, name) => scheme == "ucdp" && (id == "234" || name is "IS" or "Brigade of Homs, Hama")
            ? Isis with
            {
                Id = id == "234" || name == "IS" ? Isis.Id : ActorId.From("brigade"),
                Name = name == "Brigade of Homs, Hama" ? name : "ISIS",
            }
            : null,
        Region = (kind, name, within) => (kind, name) switch
        {
            (RegionKind.Country, "Syria") => Syria,
            (RegionKind.Governorate, "Homs Governorate") => Homs,
            (RegionKind.Natural, "Syrian Badia/Syrian Desert") => Badia,
            _ => null,
        },
        RegionById = id => id == Syria.Id ? Syria : null,
    };

    [Fact]
    public void A_row_becomes_an_incident()
    {
        Incident incident = GedSamples.Read();
        incident.Id.Should().Be(IncidentId.From("ucdp:7"));
        incident.Kind.Should().Be(IncidentKind.StateBasedConflict);
        incident.Date.Date.ToString().Should().Be("2016-01-03");
        incident.Involvements.Should().Equal(
            new Involvement { Actor = ActorId.From("ucdp-actor:118"), Role = InvolvementRole.SideA },
            new Involvement { Actor = ActorId.From("ucdp-actor:234"), Role = InvolvementRole.SideB });
        incident.Place!.Precision.Should().Be(PlacePrecision.District);
        incident.Place.Coordinates.Should().Be(new Coordinates(34.5, 38.25));
        incident.Place.Wording.Should().Be("Town");
        incident.Place.Regions.Should().Equal(RegionId.From("ucdp-adm2:652/Homs_Governorate/Tadmor_district"));
        incident.ExternalIds.Should().Equal(new ExternalId { Scheme = "ucdp-relid", Value = "SYR-2016-1-1-1" });
        Report report = incident.Reports.Single();
        report.Citation.Source.Should().Be(SourceId.From("ucdp-ged"));
        report.Grade.Should().Be(new Grade { Scheme = "ucdp-event-clarity", Value = "1" });
        Toll killed = report.Casualties!.Killed!;
        killed.Count.Should().Be(new Estimate(3, 4, 6));
        killed.Breakdowns.Single().Should().Be(new Breakdown
        {
            By = Axis.Victim,
            Kind = BreakdownKind.Partition,
            Parts =
            [
                Part.Of(Victims.MembersOf(ActorId.From("ucdp-actor:118")), new Estimate(null, 1, null)),
                Part.Of(Victims.MembersOf(ActorId.From("ucdp-actor:234")), new Estimate(null, 2, null)),
                Part.Of(Victims.Civilians, new Estimate(null, 0, null)),
                Part.Of(Victims.Unidentified, new Estimate(null, 1, null)),
            ],
        });
    }

    [Fact]
    public void The_original_holds_only_what_the_model_does_not_say()
    {
        GedSamples.Read().Reports[0].Original!.Columns.Select(column => column.Name).Should().Equal(
            "active_year", "code_status", "conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id",
            "source_article", "source_office", "source_date", "source_headline", "source_original", "where_description");
    }

    [Fact]
    public void The_vintage_is_kept_with_the_report()
    {
        using var reader = IncidentReader.Open(GedSamples.Stream(GedSamples.Row()), new() { Vintage = "19.1" });
        reader.Read().Single().Reports[0].Original!.Vintage.Should().Be((Vintage)"19.1");
    }

    [Fact]
    public void The_members_of_a_coalition_each_take_part_and_the_row_keeps_their_joint_name_and_id()
    {
        string file = GedSamples.File(GedSamples.Row(
            ("side_b", "A, B, Jaysh al-Islam"), ("side_b_new_id", "6702"), ("dyad_name", "Government of X - A, B, Jaysh al-Islam")));
        using var reader = IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(file)));
        Incident incident = reader.Read().Single();
        incident.Involvements.Skip(1).Should().Equal(
            new[] { "ucdp-name:A", "ucdp-name:B", "ucdp-name:Jaysh_al-Islam" }
                .Select(id => new Involvement { Actor = ActorId.From(id), Role = InvolvementRole.SideB }));
        incident.Reports[0].Casualties!.Killed!.Breakdowns[0].Parts[1].Victims!.Actors.Count.Should().Be(3);
        incident.Reports[0].Original!.Columns.Should().Contain([new("side_b_new_id", "6702"), new("side_b", "A, B, Jaysh al-Islam")]);
    }

    [Fact]
    public void A_name_that_holds_a_comma_is_one_member_if_the_resolver_knows_it()
    {
        using var reader = IncidentReader.Open(
            GedSamples.Stream(GedSamples.Row(("side_b", "Brigade of Homs, Hama, IS"), ("side_b_new_id", "9"))), new() { Names = Names });
        reader.Read().Single().Involvements.Skip(1).Select(i => i.Actor.Value).Should().Equal("brigade", "isis");
    }

    [Fact]
    public void Known_actors_and_regions_are_taken_from_the_resolver_and_their_names_in_the_file_come_back()
    {
        string file = GedSamples.File(GedSamples.Row());
        using var reader = IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(file)), new() { Names = Names });
        Incident incident = reader.Read().Single();
        incident.Involvements[1].Actor.Should().Be(Isis.Id);
        reader.Glossary.Find(incident.Place!.Regions[0])!.Within.Should().Equal(Homs.Id);
        reader.Glossary.Find(Homs.Id).Should().Be(Homs with { Aliases = ["Homs Governorate"] });
        reader.Glossary.Find(Isis.Id)!.Aliases.Should().Equal("IS");
        RoundTrip.Cells(file, new() { Names = Names })[1].Should().Equal(SimpleCsv.Read(file)[1]);
    }

    [Fact]
    public void The_Badia_is_a_region_of_its_own_in_no_governorate()
    {
        string file = GedSamples.File(GedSamples.Row(
            ("where_coordinates", "Syrian Badia/Syrian Desert"), ("adm_1", ""), ("adm_2", ""),
            ("where_prec", "5"), ("latitude", "34"), ("longitude", "38.8333")));
        using var reader = IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(file)), new() { Names = Names });
        Place place = reader.Read().Single().Place!;
        place.Regions.Should().Equal(Badia.Id);
        place.Precision.Should().Be(PlacePrecision.Area);
        RoundTrip.Cells(file, new() { Names = Names })[1].Should().Equal(SimpleCsv.Read(file)[1]);
    }

    [Fact]
    public void A_region_that_the_resolver_puts_elsewhere_stays_local()
    {
        NameResolver elsewhere = Names with { Region = (kind, _, _) =>
            kind == RegionKind.Governorate ? Homs with { Within = [] } : kind == RegionKind.Country ? Syria : null };
        using var reader = IncidentReader.Open(GedSamples.Stream(GedSamples.Row(("adm_2", ""))), new() { Names = elsewhere });
        reader.Read().Single().Place!.Regions.Should().Equal(RegionId.From("ucdp-adm1:652/Homs_Governorate"));
    }

    [Fact]
    public void Every_incident_of_a_published_file_names_only_what_the_glossary_holds()
    {
        using var reader = IncidentReader.Open(PublishedFiles.PathOf(PublishedFiles.Syria));
        int coalitions = 0;
        foreach (Incident incident in reader.Read())
        {
            incident.Involvements.ToList().TrueForAll(i => reader.Glossary.Find(i.Actor) is not null).Should().BeTrue();
            incident.Place!.Regions.ToList().TrueForAll(id => reader.Glossary.Find(id) is not null).Should().BeTrue();
            coalitions += incident.Involvements.Count > 2 ? 1 : 0;
        }

        coalitions.Should().Be(833);
    }
}
