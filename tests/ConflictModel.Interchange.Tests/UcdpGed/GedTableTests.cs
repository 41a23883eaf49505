using NodaTime;

namespace ConflictModel.Interchange.Tests.UcdpGed;

public class GedTableTests
{
    [Theory]
    [InlineData(PublishedFiles.Syria)]
    [InlineData(PublishedFiles.Myanmar)]
    public void The_columns_say_what_the_incidents_say(string file)
    {
        string path = PublishedFiles.PathOf(file);
        GedTable table = GedTable.Read(File.OpenRead(path));
        using var reader = IncidentReader.Open(path);
        int row = 0;
        string[] names = [.. table.Names(GedText.Where)];
        foreach (Incident incident in reader.Read())
        {
            Estimate killed = incident.Reports[0].Casualties!.Killed!.Count;
            ($"ucdp:{table.Numbers(GedNumber.Id)[row]}", (long)table.Numbers(GedNumber.Low)[row], (long)table.Numbers(GedNumber.Best)[row], (long)table.Numbers(GedNumber.High)[row])
                .Should().Be((incident.Id.Value, killed.Low!.Value, killed.Best!.Value, killed.High!.Value));
            new LocalDate(1970, 1, 1).PlusDays(table.Numbers(GedNumber.Start)[row]).Should().Be(incident.Date.Date.Earliest!.Value);
            new LocalDate(1970, 1, 1).PlusDays(table.Numbers(GedNumber.End)[row]).Should().Be(incident.Date.Date.Latest!.Value);
            new Coordinates(table.Latitudes[row], table.Longitudes[row]).Should().Be(incident.Place!.Coordinates!.Value);
            names[table.Codes(GedText.Where)[row]].Should().Be(incident.Place.Wording);
            row++;
        }

        table.Count.Should().Be(row);
        names.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void A_missing_number_is_told_from_zero_and_a_bad_one_is_set_aside()
    {
        string good = GedSamples.Row(("low", ""), ("latitude", ""), ("longitude", ""));
        GedTable table = GedTable.Read(GedSamples.Stream(good, GedSamples.Row(("best", "x")), GedSamples.Row(("date_end", "2016-13-01"))), new() { Malformed = MalformedRows.SetAside });
        table.Counts.Should().Be(new ReadCounts(1, 2));
        table.Numbers(GedNumber.Low)[0].Should().Be(GedTable.Missing);
        table.Numbers(GedNumber.DeathsCivilians)[0].Should().Be(0);
        double.IsNaN(table.Latitudes[0]).Should().BeTrue();
    }
}
