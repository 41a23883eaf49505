using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel;

public sealed partial record Original
{
    /// <summary>The columns of a row as one object, in the row's order.</summary>
    [JsonConverter(typeof(Converter))]
    private readonly record struct Row(ValueList<OriginalColumn> Columns)
    {
        public sealed class Converter : ValueConverter<Row>
        {
            // So many names are compared faster than hashed.
            private const int FewColumns = 40;

            internal override Row ReadValue(ref Utf8JsonReader reader)
            {
                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    throw new JsonException("Expected columns: an object from column to text.");
                }

                var columns = new List<OriginalColumn>();
                var names = default(Names);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = JsonText.Of(ref reader);
                    if (!names.Add(name, CollectionsMarshal.AsSpan(columns)))
                    {
                        throw new JsonException($"The column '{name}' is given twice.");
                    }

                    reader.Read();
                    columns.Add(reader.TokenType == JsonTokenType.String
                        ? new(name, JsonText.Of(ref reader))
                        : throw new JsonException("Expected a column's text: a string."));
                }

                return new(columns.ToValueList());
            }

            internal override int Depth(Row value) => 1;

            internal override void WriteValue(Utf8JsonWriter writer, Row value)
            {
                writer.WriteStartObject();
                foreach (OriginalColumn column in value.Columns)
                {
                    writer.WriteString(column.Name, column.Text);
                }

                writer.WriteEndObject();
            }

            internal override string? WhyNot(Row value)
            {
                var names = default(Names);
                for (int i = 0; i < value.Columns.Count; i++)
                {
                    OriginalColumn column = value.Columns[i];
                    if (column.Name is null || column.Text is null)
                    {
                        return "A column has no name or no text.";
                    }

                    if (!names.Add(column.Name, value.Columns.AsSpan()[..i]))
                    {
                        return $"The column '{column.Name}' is given twice.";
                    }

                    if ((JsonText.WhyNot(column.Name) ?? JsonText.WhyNot(column.Text)) is { } reason)
                    {
                        return reason;
                    }
                }

                return null;
            }
        }

        /// <summary>The names of the columns so far.</summary>
        private struct Names
        {
            // So many are compared faster than hashed.
            private const int Few = 40;

            private HashSet<string>? many;

            public bool Add(string name, ReadOnlySpan<OriginalColumn> before)
            {
                if (before.Length < Few)
                {
                    foreach (OriginalColumn column in before)
                    {
                        if (column.Name == name)
                        {
                            return false;
                        }
                    }

                    return true;
                }

                if (many is null)
                {
                    many = new(StringComparer.Ordinal);
                    foreach (OriginalColumn column in before)
                    {
                        many.Add(column.Name);
                    }
                }

                return many.Add(name);
            }
        }
    }
}
