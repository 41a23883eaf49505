using System.Text.Json;
using ConflictModel.Aggregation;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace ConflictModel.Interchange.Tests.GeoJson;

public class GeoJsonTests
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new GeoJsonConverterFactory() } };

    private static FeatureCollection Write(Stream file, out int incidents)
    {
        using var reader = IncidentReader.Open(file);
        using var stream = new MemoryStream();
        incidents = 0;
        using (var writer = IncidentWriter.Create(stream, EventFormats.GeoJson, reader.Glossary))
        {
            foreach (Incident incident in reader.Read())
            {
                writer.Write(incident);
                incidents++;
            }
        }

        return JsonSerializer.Deserialize<FeatureCollection>(stream.ToArray(), Options)!;
    }

    [Fact]
    public void Each_incident_is_a_feature_with_its_point_and_its_precision()
    {
        FeatureCollection features = Write(GedSamples.Stream(
            GedSamples.Row(), GedSamples.Row(("id", "8"), ("latitude", ""), ("longitude", ""), ("low", ""))), out int count);
        features.Count.Should().Be(count);
        ((Point)features[0].Geometry).Coordinate.Should().Be(new Coordinate(38.25, 34.5));
        features[1].Geometry.Should().BeNull();
        IAttributesTable attributes = features[0].Attributes;
        attributes["placePrecision"].Should().Be("district");
        attributes["killedLow"].Should().Be(3m);
        attributes["killedBest"].Should().Be(4m);
        attributes["earliest"].Should().Be("2016-01-03");
        attributes["source"].Should().Be("ucdp-ged");
        features[1].Attributes.Exists("killedLow").Should().BeFalse();
    }

    [Fact]
    public void Every_harm_has_its_figures()
    {
        Harm[] harms = Enum.GetValues<Harm>();
        Incident incident = GedSamples.Read() with
        {
            Reports =
            [
                new()
                {
                    Citation = new() { Source = SourceId.From("a") },
                    Casualties = new()
                    {
                        Killed = Toll.Of(1), Wounded = Toll.Of(2), KilledOrWounded = Toll.Of(3), Missing = Toll.Of(4),
                        Detained = Toll.Of(5), Abducted = Toll.Of(6),
                        Displaced = Toll.Of(7),
                    },
                },
            ],
        };
        using var stream = new MemoryStream();
        List<string> lost = [];
        using (var writer = IncidentWriter.Create(
            stream, EventFormats.GeoJson, new(), new() { OnLoss = loss => lost.Add(loss.Field.ToString()) }))
        {
            writer.Write(incident);
        }

        IAttributesTable attributes = JsonSerializer.Deserialize<FeatureCollection>(stream.ToArray(), Options)![0].Attributes;
        harms.Select(harm => attributes[JsonName.Of(harm) + "High"]).Should().Equal(harms.Select(harm => (object)(decimal)(int)harm));
        lost.Should().NotContain(field => field.Contains("casualties", StringComparison.Ordinal));
    }

    [Fact]
    public void A_published_file_makes_a_collection_that_another_library_reads()
    {
        FeatureCollection features = Write(File.OpenRead(PublishedFiles.PathOf(PublishedFiles.Sample)), out int count);
        count.Should().Be(1000);
        features.Count.Should().Be(count);
        features.Sum(feature => (decimal)feature.Attributes["killedBest"]).Should().Be(
            IncidentReader.Open(PublishedFiles.PathOf(PublishedFiles.Sample)).Read().Sum(Harm.Killed).Best);
    }
}
