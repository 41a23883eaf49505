using System.Text.Json;
using ConflictModel.Aggregation;

namespace ConflictModel.Parquet;

/// <summary>Describes files as a data package of Frictionless Data: its Table Schema has a field a column.</summary>
internal static class DataPackage
{
    public static byte[] Of(ParquetDescription description, IReadOnlyList<DescribedFile> files)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new() { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("profile", "data-package");
            json.WriteString("name", description.Name.ToLowerInvariant());
            Said(json, "description", description.Summary);
            Said(json, "version", description.Vintage);
            if (description.License is { } license)
            {
                json.WriteStartArray("licenses");
                json.WriteStartObject();
                json.WriteString("name", license);
                json.WriteEndObject();
                json.WriteEndArray();
            }

            if (description.Source is not null || description.Citation is not null)
            {
                json.WriteStartArray("sources");
                json.WriteStartObject();
                json.WriteString("title", description.Citation ?? description.Source!.ToString());
                Said(json, "path", description.Source?.ToString());
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteStartArray("resources");
            foreach (IGrouping<string, DescribedFile> parts in files.GroupBy(file => file.Schema.Name))
            {
                Write(json, [.. parts]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, DescribedFile[] files)
    {
        DescribedFile file = files[0];
        json.WriteStartObject();
        json.WriteString("name", file.Schema.Name);
        if (files.Length == 1)
        {
            json.WriteString("path", file.Name);
        }
        else
        {
            json.WriteStartArray("path");
            foreach (DescribedFile part in files)
            {
                json.WriteStringValue(part.Name);
            }

            json.WriteEndArray();
        }

        json.WriteString("profile", "data-resource");
        json.WriteString("description", file.Schema.Description);
        json.WriteString("format", "parquet");
        json.WriteString("mediatype", "application/vnd.apache.parquet");
        json.WriteNumber("bytes", files.Sum(part => part.Bytes));
        if (files.Length == 1)
        {
            json.WriteString("hash", $"sha256:{file.Sha256}");
        }

        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (PlainColumn column in file.Schema.Columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type switch
            {
                PlainType.Text => "string",
                PlainType.Integer => "integer",
                PlainType.Day => "date",
                _ => "boolean",
            });
            json.WriteString("description", column.Description);
            Said(json, "unit", column.Unit);
            if (!column.IsNullable)
            {
                json.WriteStartObject("constraints");
                json.WriteBoolean("required", true);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Said(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}
