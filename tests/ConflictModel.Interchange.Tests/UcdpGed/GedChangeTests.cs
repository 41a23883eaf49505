using CsCheck;
using NodaTime;

namespace ConflictModel.Interchange.Tests.UcdpGed;

/// <summary>What the model says is what is written, whatever the row said before.</summary>
public class GedChangeTests
{
    private static string Cell(Func<Incident, Incident> change, string column, params (string Column, string Text)[] row) =>
        RoundTrip.Cells(GedSamples.File(GedSamples.Row(row)), null, change)[1][Array.IndexOf(GedSamples.Columns, column)];

    [Fact]
    public void A_changed_count_is_written_also_where_the_cell_was_odd()
    {
        Incident Change(Incident incident) => incident with
        {
            Reports =
            [
                incident.Reports[0] with
                {
                    Casualties = new() { Killed = incident.Reports[0].Casualties!.Killed! with { Count = new Estimate(3, 5, 6) } },
                },
            ],
        };
        Cell(Change, "best").Should().Be("5");
        Cell(Change, "best", ("best", "4.0")).Should().Be("5");
        Cell(Change, "low", ("low", "3.0")).Should().Be("3.0");
        Cell(Change, "deaths_b", ("deaths_b", "02")).Should().Be("02");
    }

    [Fact]
    public void A_changed_date_changes_all_that_follows_from_it()
    {
        Incident Change(Incident incident) =>
            incident with { Date = UncertainDate.SomeDayBetween(new LocalDate(2017, 2, 1), new LocalDate(2017, 2, 7)) };
        (string, string)[] row =
            [("date_start", "2016-01-03 00:00:00.000"), ("date_end", "2016-01-03 00:00:00.000"), ("date_prec", "2"), ("year", "2015")];
        Cell(i => i, "date_start", row).Should().Be("2016-01-03 00:00:00.000");
        Cell(i => i, "year", row).Should().Be("2015");
        Cell(Change, "date_start", row).Should().Be("2017-02-01");
        Cell(Change, "date_end", row).Should().Be("2017-02-07");
        Cell(Change, "date_prec", row).Should().Be("3");
        Cell(Change, "year", row).Should().Be("2017");
    }

    [Fact]
    public void A_changed_point_changes_the_geometry_and_the_grid_cell()
    {
        Incident Change(Incident incident) => incident with { Place = incident.Place! with { Coordinates = new Coordinates(35.25, 40) } };
        (string, string)[] row = [("geom_wkt", "POINT (38.2500001 34.5)"), ("latitude", "34.50"), ("priogrid_gid", "1")];
        Cell(i => i, "geom_wkt", row).Should().Be("POINT (38.2500001 34.5)");
        Cell(i => i, "priogrid_gid", row).Should().Be("1");
        Cell(Change, "geom_wkt", row).Should().Be("POINT (40 35.25)");
        Cell(Change, "latitude", row).Should().Be("35.25");
        Cell(Change, "priogrid_gid", row).Should().Be(((250 * 720) + 440 + 1).ToString());
    }

    [Fact]
    public void A_changed_side_changes_its_ids_and_the_dyads_name()
    {
        Incident Change(Incident incident) =>
            incident with { Involvements = [incident.Involvements[0], incident.Involvements[0] with { Role = InvolvementRole.SideB }] };
        (string, string)[] row =
            [("side_b", "A, B"), ("side_b_new_id", "6702"), ("side_b_dset_id", "1"), ("gwnob", "9"), ("dyad_name", "odd")];
        Cell(i => i, "dyad_name", row).Should().Be("odd");
        Cell(Change, "side_b", row).Should().Be("Government of X");
        Cell(Change, "side_b_new_id", row).Should().Be("118");
        Cell(Change, "side_b_dset_id", row).Should().Be("118");
        Cell(Change, "gwnob", row).Should().Be("652");
        Cell(Change, "dyad_name", row).Should().Be("Government of X - Government of X");
    }

    [Fact]
    public void A_changed_region_changes_its_columns()
    {
        Incident Change(Incident incident) =>
            incident with { Place = incident.Place! with { Regions = [RegionId.From("ucdp-adm1:652/Homs_Governorate")] } };
        Cell(Change, "adm_2").Should().Be("");
        Cell(Change, "adm_1").Should().Be("Homs Governorate");
        Cell(Change, "country_id").Should().Be("652");
    }

    [Fact]
    public void Columns_that_the_model_has_no_place_for_stay() =>
        Cell(i => i with { Kind = IncidentKind.NonStateConflict }, "conflict_name").Should().Be("Syria: Government");

    /// <summary>Cells as odd as files have them, in any mixture, come back as they were.</summary>
    [Fact]
    public void Any_mixture_of_odd_cells_comes_back()
    {
        GedSamples.OddFile.Sample(
            file =>
            {
                List<string[]> before = SimpleCsv.Read(file);
                List<string[]> after = RoundTrip.Cells(file);
                return before.Zip(after).All(pair => pair.First.SequenceEqual(pair.Second)) && before.Count == after.Count;
            },
            iter: 5_000,
            threads: 1);
    }
}
