using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Catalogs;
using ConflictModel.Reconciliation;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Reconciliation;

/// <summary>What the data set knows of regions and actors bounds an incident in a reconciliation as it does in a derivation.</summary>
public class KnownOverlapTests
{
    private static readonly Toll InTwoRegions =
        new Toll().Including(Part.In(KnownRegions.WestEuphrates, 300), Part.In(KnownRegions.DeirEzzor, 200));

    [Fact]
    public void An_incident_in_regions_that_overlap_has_at_least_the_larger_part()
    {
        ConflictDataset dataset = Dataset(InTwoRegions, 400);
        dataset.Derive(InTwoRegions).Whole.Bounds.Lower.Should().Be(300);
        ReconciledTally reconciled = dataset.Reconcile(Harm.Killed).Single();
        reconciled.Incidents.Single().Figure.Lower.Should().Be(300);
        reconciled.IsImpossible.Should().BeFalse();
        dataset.Validate().Where(finding => finding.Severity == Severity.Error).Should().BeEmpty();
    }

    [Fact]
    public void Parts_of_an_event_are_bounded_so_too()
    {
        ConflictDataset dataset = Dataset(InTwoRegions, 400);
        var whole = new Incident
        {
            Id = IncidentId.From("whole"), Kind = IncidentKind.Battle, Date = new(UncertainDate.Parse("2024-01-15")),
        };
        dataset = dataset with { Incidents = [whole, dataset.Incidents[0] with { PartOf = whole.Id }] };
        dataset.Reconcile(Harm.Killed).Single().Incidents.Single().Figure.Lower.Should().Be(300);
    }

    [Fact]
    public void A_source_that_counts_them_elsewhere_as_400_is_not_accused()
    {
        ConflictDataset dataset = Dataset(InTwoRegions, 1000);
        Incident incident = dataset.Incidents[0];
        Report another = new() { Citation = KnownSources.Sohr, Casualties = new() { Killed = Toll.Of(400) } };
        (dataset with { Incidents = [incident with { Reports = incident.Reports.Add(another) }] }).Validate()
            .Where(finding => finding.Code == FindingCodes.ReportsDiffer).Should().BeEmpty();
    }

    [Fact]
    public void Members_of_a_group_and_of_its_part_may_be_the_same_people_as_of_the_day()
    {
        Toll toll = new Toll().Including(
            Part.Of(Victims.MembersOf(KnownActors.Sdf), 5), Part.Of(Victims.MembersOf(KnownActors.Ndf), 4));
        Affiliation link = new()
        {
            Actor = KnownActors.Ndf, Kind = AffiliationKind.PartOf, To = KnownActors.Sdf, Period = UncertainDate.Parse("2024"),
        };
        Lower("2024-01-15").Should().Be(5);
        Lower("2023-01-15").Should().Be(9);

        long Lower(string day)
        {
            ConflictDataset dataset = Dataset(toll, 400) with { Affiliations = [link] };
            dataset = dataset with
            {
                Incidents = [dataset.Incidents[0] with { Date = new(UncertainDate.Parse(day)) }],
                Tallies = [dataset.Tallies[0] with { Scope = new() { Period = new ReportedDate(UncertainDate.Parse("2023/2024")) } }],
            };
            return dataset.Reconcile(Harm.Killed).Single().Incidents.Single().Figure.Lower;
        }
    }

    [Fact]
    public void A_table_of_the_data_set_adds_up_no_members_that_may_be_the_same()
    {
        Toll toll = Toll.Of(8).DividedInto(
            Part.Of(Victims.MembersOf(KnownActors.Sdf), 6), Part.Of(Victims.MembersOf(KnownActors.Irgc), 2));
        Affiliation link = new() { Actor = KnownActors.Irgc, Kind = AffiliationKind.PartOf, To = KnownActors.Sdf };
        ConflictDataset dataset = Dataset(toll, 8);
        dataset = dataset with
        {
            Incidents =
            [
                dataset.Incidents[0] with
                {
                    Involvements =
                    [
                        new() { Actor = KnownActors.Sdf, Role = InvolvementRole.SideA },
                        new() { Actor = KnownActors.Irgc, Role = InvolvementRole.SideA },
                    ],
                },
            ],
        };
        OfFirstSide(dataset).Should().Be(8);
        OfFirstSide(dataset with { Affiliations = [link] }).Should().BeNull();

        static long? OfFirstSide(ConflictDataset data)
        {
            Measure members = Measure.Killed.Among(VictimGroup.FirstSide);
            return data.ToTable().Query().Sum(members).Run().Total.Of(members).Best;
        }
    }

    private static ConflictDataset Dataset(Toll ofIncident, long ofTally) => new()
    {
        Sources = [KnownSources.Sohr],
        Actors = KnownActors.All,
        Regions = KnownRegions.All,
        Tallies =
        [
            new()
            {
                Id = TallyId.From("t"),
                Scope = new() { Period = new ReportedDate(UncertainDate.Parse("2024-01")), Regions = [KnownRegions.Syria] },
                Report = new() { Citation = KnownSources.Sohr, Casualties = new() { Killed = Toll.Of(ofTally) } },
            },
        ],
        Incidents =
        [
            new()
            {
                Id = IncidentId.From("i"),
                Kind = IncidentKind.Battle,
                Date = new(UncertainDate.Parse("2024-01-15")),
                Place = new() { Regions = [KnownRegions.Syria] },
                Reports = [new() { Citation = KnownSources.Sohr, Casualties = new() { Killed = ofIncident } }],
            },
        ],
    };
}
