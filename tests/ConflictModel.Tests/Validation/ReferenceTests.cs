using ConflictModel.Catalogs;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Validation;

public class ReferenceTests
{
    private static readonly ActorId Nobody = ActorId.From("nobody");
    private static readonly SourceId Nowhere = SourceId.From("nowhere");
    private static readonly RegionId Noplace = RegionId.From("noplace");

    [Fact]
    public void An_id_that_stands_twice_is_found_where_it_stands_again()
    {
        Finding finding =
            (Generate.Minimal with { Actors = KnownActors.All.Add(KnownActors.Isis) }).Validate().Should().ContainSingle().Which;
        finding.Code.Should().Be(FindingCodes.DuplicateId);
        finding.Pointer.ToString().Should().Be($"/actors/{KnownActors.All.Count}/id");
    }

    [Fact]
    public void A_reference_to_nothing_is_found_wherever_it_stands()
    {
        ConflictDataset dataset = Generate.Minimal with
        {
            Affiliations =
            [
                new() { Actor = Nobody, Kind = AffiliationKind.PartOf, To = KnownActors.Isis },
                new()
                {
                    Actor = KnownActors.Isis,
                    Kind = AffiliationKind.SuccessorOf,
                    To = Nobody,
                    Regions = [Noplace],
                    Against = [Nobody],
                    Citation = Nowhere,
                },
            ],
            Regions = KnownRegions.All.Add(
                new() { Id = RegionId.From("r"), Name = "r", Kind = RegionKind.Town, Within = [Noplace], Overlaps = [Noplace] }),
            Incidents = [IncidentOfNothing()],
            Strengths = [new() { Actor = Nobody, Fighters = 1, Regions = [Noplace], Citation = Nowhere }],
            Controls = [new() { Actors = [Nobody], Regions = [Noplace], Citation = Nowhere }],
            Statements = [new() { Id = StatementId.From("st"), Actor = Nobody,
                Points = [], Resolutions = [ResolutionId.From("none")], Citation = Nowhere }],
            Resolutions =
            [
                new()
                {
                    Id = ResolutionId.From("re"),
                    Body = Nobody,
                    Number = "1",
                    PresentedBy = [Nobody],
                    Provisions = [new() { Verb = "v", Act = "a", Actors = [Nobody] }],
                    Citation = Nowhere,
                },
            ],
            Processes =
                [new() { Id = PeaceProcessId.From("p"), Name = "p", EstablishedBy = [Nobody], Parties = [Nobody], Citation = Nowhere }],
            People = [PersonOfNothing()],
            Claims = [new() { Id = ClaimId.From("c"), Citation = Nowhere, Text = "t", Actors = [Nobody], Regions = [Noplace] }],
            Tallies =
            [
                new()
                {
                    Id = TallyId.From("t"),
                    Scope = new() { Regions = [Noplace], AttributedTo = [Nobody], Victims = Victims.MembersOf(Nobody) },
                    Supersedes = [TallyId.From("none")],
                    Report = new() { Citation = Nowhere },
                },
            ],
        };
        ValueList<Finding> findings = dataset.Validate();
        findings.Should().AllSatisfy(f => f.Code.Should().Be(FindingCodes.DanglingReference));
        findings.Select(f => f.Pointer.ToString()).Should().Equal(
            "/affiliations/0/actor",
            "/affiliations/1/to",
            "/affiliations/1/regions/0",
            "/affiliations/1/against/0",
            "/affiliations/1/citation/source",
            $"/regions/{KnownRegions.All.Count}/within/0",
            $"/regions/{KnownRegions.All.Count}/overlaps/0",
            "/incidents/0/place/regions/0",
            "/incidents/0/involvements/0/actor",
            "/incidents/0/attributions/0/actors/0",
            "/incidents/0/attributions/0/citation/source",
            "/incidents/0/sameAs/0",
            "/incidents/0/decisions/0/other",
            "/incidents/0/partOf",
            "/incidents/0/reports/0/citation/source",
            "/incidents/0/reports/0/citation/via",
            "/incidents/0/reports/0/casualties/wounded/breakdowns/0/parts/0/victims/actors/0",
            "/incidents/0/reports/0/casualties/wounded/breakdowns/0/parts/0/breakdowns/0/parts/0/region",
            "/incidents/0/reports/0/casualties/wounded/beside/0/perpetrators/0",
            "/incidents/0/reports/0/casualties/wounded/beside/0/breakdowns/0/parts/0/region",
            "/tallies/0/scope/regions/0",
            "/tallies/0/scope/attributedTo/0",
            "/tallies/0/scope/victims/actors/0",
            "/tallies/0/supersedes/0",
            "/tallies/0/report/citation/source",
            "/people/0/incident",
            "/people/0/tally",
            "/people/0/memberOf",
            "/people/0/place/regions/0",
            "/people/0/ties/0/person",
            "/people/0/citations/0/source",
            "/people/0/citations/0/via",
            "/people/0/sameAs/0",
            "/people/0/mayBeSameAs/0",
            "/claims/0/citation/source",
            "/claims/0/actors/0",
            "/claims/0/regions/0",
            "/strengths/0/actor",
            "/strengths/0/regions/0",
            "/strengths/0/citation/source",
            "/controls/0/actors/0",
            "/controls/0/regions/0",
            "/controls/0/citation/source",
            "/statements/0/actor",
            "/statements/0/resolutions/0",
            "/statements/0/citation/source",
            "/resolutions/0/body",
            "/resolutions/0/presentedBy/0",
            "/resolutions/0/provisions/0/actors/0",
            "/resolutions/0/citation/source",
            "/processes/0/establishedBy/0",
            "/processes/0/parties/0",
            "/processes/0/citation/source");
    }

    private static Person PersonOfNothing() => new()
    {
        Id = PersonId.From("p"),
        Harm = Harm.Killed,
        Incident = IncidentId.From("other"),
        Tally = TallyId.From("none"),
        MemberOf = Nobody,
        Place = new() { Regions = [Noplace] },
        Ties = [new() { Person = PersonId.From("nought") }],
        Citations = [new() { Source = Nowhere, Via = Nowhere }],
        SameAs = [PersonId.From("none")],
        MayBeSameAs = [PersonId.From("nobody")],
    };

    private static Incident IncidentOfNothing() => new()
    {
        Id = IncidentId.From("i"),
        Kind = IncidentKind.Battle,
        Date = new(UncertainDate.Parse("2024")),
        Place = new() { Regions = [Noplace] },
        Involvements = [new() { Actor = Nobody, Role = InvolvementRole.Target }],
        Attributions = [new() { Actors = [Nobody], Status = AttributionStatus.Claimed, Citation = Nowhere }],
        SameAs = [IncidentId.From("other")],
        Decisions = [new() { Other = IncidentId.From("third"), IsSame = false, By = "us" }],
        PartOf = IncidentId.From("other"),
        Reports =
        [
            new()
            {
                Citation = new() { Source = Nowhere, Via = Nowhere },
                Casualties = new()
                {
                    Wounded = Toll.Of(3).Including(Part.Of(Victims.MembersOf(Nobody), 1).Including(Part.In(Noplace))) with
                    {
                        Beside = [(Part.Of(Victims.Civilians, 2) with { Perpetrators = [Nobody] }).Including(Part.In(Noplace))],
                    },
                },
            },
        ],
    };

    [Fact]
    public void Records_of_every_kind_have_ids_of_their_own_and_only_that_of_a_person_is_not_quoted()
    {
        Claim claim = new() { Id = ClaimId.From("x"), Citation = KnownSources.Sohr.Id, Text = "t" };
        Resolution resolution =
            new() { Id = ResolutionId.From("x"), Body = KnownActors.Isis, Number = "1", Citation = KnownSources.Sohr.Id };
        PeaceProcess process = new() { Id = PeaceProcessId.From("x"), Name = "p", Citation = KnownSources.Sohr.Id };
        Person person = new() { Id = PersonId.From("x"), Harm = Harm.Killed };
        Statement statement = new() { Id = StatementId.From("x"), Actor = KnownActors.Isis, Points = [], Citation = KnownSources.Sohr.Id };
        Region region = new() { Id = RegionId.From("x"), Name = "x", Kind = RegionKind.Town };
        Tally tally = new() { Id = TallyId.From("x"), Scope = new(), Report = new() { Citation = KnownSources.Sohr.Id } };
        ConflictDataset dataset = Generate.Minimal with
        {
            Sources = [KnownSources.Sohr, KnownSources.Sohr],
            Actors = [KnownActors.Isis],
            Regions = [region, region],
            Tallies = [tally, tally],
            People = [person, person],
            Claims = [claim, claim],
            Statements = [statement, statement],
            Resolutions = [resolution, resolution],
            Processes = [process, process],
        };
        Finding[] twice = [.. dataset.Validate().Where(finding => finding.Code == FindingCodes.DuplicateId)];
        twice.Select(finding => finding.Pointer.ToString()).Should().BeEquivalentTo(
            "/sources/1/id", "/regions/1/id", "/tallies/1/id", "/people/1/id", "/claims/1/id", "/statements/1/id", "/resolutions/1/id",
            "/processes/1/id");
        twice.Where(finding => !finding.Message.Contains("'x'") && !finding.Message.Contains("'sohr'"))
            .Select(finding => finding.Message).Should().Equal("Another record among the people has this id already.");
    }
}
