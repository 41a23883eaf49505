using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Benchmarks.Serialization;

/// <summary>A line as plain classes have it: texts, numbers and lists, nothing checked.</summary>
public sealed class PlainLine
{
    public PlainIncident? Incident { get; set; }
}

public sealed class PlainIncident
{
    public string? Id { get; set; }

    public string? Kind { get; set; }

    public string? Date { get; set; }

    public PlainPlace? Place { get; set; }

    public string? Description { get; set; }

    public List<PlainInvolvement>? Involvements { get; set; }

    public List<PlainReport>? Reports { get; set; }

    public sealed class PlainPlace
    {
        public List<string>? Regions { get; set; }

        public string? Precision { get; set; }

        public PlainPoint? Coordinates { get; set; }

        public string? Wording { get; set; }
    }

    public sealed class PlainPoint
    {
        public double Latitude { get; set; }

        public double Longitude { get; set; }
    }

    public sealed class PlainInvolvement
    {
        public string? Actor { get; set; }

        public string? Role { get; set; }
    }

    public sealed class PlainReport
    {
        public PlainCitation? Citation { get; set; }

        public PlainGrade? Grade { get; set; }

        public PlainCasualties? Casualties { get; set; }

        public string? Note { get; set; }

        public PlainOriginal? Original { get; set; }
    }

    public sealed class PlainCitation
    {
        public string? Source { get; set; }
    }

    public sealed class PlainGrade
    {
        public string? Scheme { get; set; }

        public string? Value { get; set; }
    }

    public sealed class PlainCasualties
    {
        public PlainToll? Killed { get; set; }
    }

    public sealed class PlainToll
    {
        public PlainCount? Count { get; set; }

        public List<PlainBreakdown>? Breakdowns { get; set; }
    }

    public sealed class PlainBreakdown
    {
        public string? By { get; set; }

        public string? Kind { get; set; }

        public List<PlainPart>? Parts { get; set; }
    }

    public sealed class PlainPart
    {
        public PlainVictims? Victims { get; set; }

        public PlainCount? Count { get; set; }
    }

    public sealed class PlainVictims
    {
        public List<string>? Actors { get; set; }

        public string? Status { get; set; }
    }

    /// <summary>A number, or an object of several.</summary>
    [JsonConverter(typeof(CountConverter))]
    public sealed class PlainCount
    {
        public long? Low { get; set; }

        public long? Best { get; set; }

        public long? High { get; set; }
    }

    public sealed class PlainOriginal
    {
        public string? Format { get; set; }

        public string? Vintage { get; set; }

        public Dictionary<string, string>? Columns { get; set; }
    }

    public sealed class CountConverter : JsonConverter<PlainCount>
    {
        public override PlainCount Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var count = new PlainCount();
            if (reader.TokenType == JsonTokenType.Number)
            {
                count.Low = count.Best = count.High = reader.GetInt64();
                return count;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                bool isLow = reader.ValueTextEquals("low"u8);
                bool isBest = reader.ValueTextEquals("best"u8);
                reader.Read();
                long figure = reader.GetInt64();
                if (isLow)
                {
                    count.Low = figure;
                }
                else if (isBest)
                {
                    count.Best = figure;
                }
                else
                {
                    count.High = figure;
                }
            }

            return count;
        }

        public override void Write(Utf8JsonWriter writer, PlainCount value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PlainLine))]
internal sealed partial class PlainContext : JsonSerializerContext;
