using System.Text;
using ConflictModel.Serialization;

namespace ConflictModel.Interchange.Tests.Mapping;

/// <summary>The columns of a file come back in its own order, also through a data set.</summary>
public class FileShapeTests
{
    public static TheoryData<string> Published => [PublishedFiles.Syria, PublishedFiles.Sample, PublishedFiles.Myanmar];

    [Theory]
    [MemberData(nameof(Published))]
    public void Every_cell_of_a_published_file_comes_back_through_json(string file)
    {
        List<string[]> before = PublishedFiles.Cells(PublishedFiles.PathOf(file));
        List<string[]> after = SimpleCsv.Read(Back(File.ReadAllBytes(PublishedFiles.PathOf(file)), EventFormats.UcdpGed));
        after.Count.Should().Be(before.Count);
        for (int i = 0; i < before.Count; i++)
        {
            after[i].Should().Equal(before[i]);
        }
    }

    [Fact]
    public void Columns_of_other_versions_come_back_in_their_places_and_so_do_empty_ones()
    {
        string[] columns = ["iso3", "id", "empty_one", .. GedSamples.Columns.Except(["id", "gwnob", "deaths_unknown"]), "data_id"];
        string file = string.Join(',', columns) + "\n"
            + string.Join(',', columns.Select(column => column switch
            {
                "iso3" => "SYR",
                "empty_one" => "",
                "data_id" => "00017",
                _ => GedSamples.Cell(SimpleCsv.Read(GedSamples.File(GedSamples.Row()))[1][Array.IndexOf(GedSamples.Columns, column)]),
            })) + "\n";
        Back(Encoding.UTF8.GetBytes(file), EventFormats.UcdpGed).Should().Be(file);
    }

    [Fact]
    public void An_old_ACLED_file_comes_back()
    {
        const string File =
            "data_id,iso,event_id_cnty,event_id_no_cnty,event_date,year,event_type,sub_event_type,actor1,inter1,fatalities,iso3\n"
            + "1,144,XXX1,1,2020-10-02,2020,Protests,Peaceful protest,Protesters (Country),6,0,LKA\n";
        Back(Encoding.UTF8.GetBytes(File), EventFormats.Acled).Should().Be(File);
    }

    [Fact]
    public void Files_of_two_shapes_in_one_data_set_are_written_in_the_columns_of_both()
    {
        var glossary = new Glossary();
        var incidents = new List<Incident>();
        string[] files =
        [
            "id,type_of_violence,date_start,best,old\n1,1,2016-01-01,2,a\n",
            "best,id,date_start,type_of_violence,new\n3,2,2016-01-02,1,b\n",
        ];
        foreach (string file in files)
        {
            using var reader = IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(file)), new() { Glossary = glossary });
            incidents.AddRange(reader.Read());
        }

        glossary.Find(EventFormats.UcdpGed.Source!.Id)!.Columns
            .Should().Equal("id", "type_of_violence", "date_start", "best", "old", "new");
        using var stream = new MemoryStream();
        using (var writer = IncidentWriter.Create(stream, EventFormats.UcdpGed, glossary))
        {
            writer.Write(incidents);
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be(
            "id,type_of_violence,date_start,best,old,new\n1,1,2016-01-01,2,a,\n2,1,2016-01-02,3,,b\n");
    }

    [Fact]
    public void Columns_that_are_asked_for_go_before_those_of_the_file_and_another_format_has_its_own()
    {
        using var reader = IncidentReader.Open(GedSamples.Stream(GedSamples.Row()));
        Incident[] incidents = [.. reader.Read()];
        string Header(EventFormat format, params ValueList<string> columns)
        {
            using var stream = new MemoryStream();
            using (var writer = IncidentWriter.Create(stream, format, reader.Glossary, new() { Columns = columns }))
            {
                writer.Write(incidents);
            }

            return Encoding.UTF8.GetString(stream.ToArray()).Split('\n')[0];
        }

        Header(EventFormats.UcdpGed, "best", "id").Should().Be("best,id");
        Header(EventFormats.Acled).Should().Be(string.Join(',', EventFormats.Acled.Columns));
    }

    private static string Back(byte[] file, EventFormat format)
    {
        using var reader = IncidentReader.Open(new MemoryStream(file), new() { Names = NameResolver.BuiltIn });
        ConflictDataset dataset = DatasetJson.Read(DatasetJson.Write(reader.ReadDataset()));
        using var stream = new MemoryStream();
        using (var writer = IncidentWriter.Create(stream, format, Glossary.Of(dataset)))
        {
            writer.Write(dataset.Incidents);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
