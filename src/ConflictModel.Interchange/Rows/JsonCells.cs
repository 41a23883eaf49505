using System.Text.Json;

namespace ConflictModel.Interchange;

/// <summary>The members of a JSON object as the cells of a row.</summary>
/// <param name="row">The row, which bears the faults that are found.</param>
internal sealed class JsonCells(Row row)
{
    /// <summary>What to say of a member whose name is no text.</summary>
    public const string NoName = "The name of a member is not Unicode text.";

    private readonly OrderedDictionary<string, int> added = new(StringComparer.OrdinalIgnoreCase);
    private ColumnSet columns = ColumnSet.Empty;
    private (long Line, long Column) place;
    private byte[] values = new byte[1 << 12];
    private int valuesEnd;
    private (int Start, int Length)[] cells = [];
    private long[] setBy = [];
    private long objects;

    /// <summary>A cell in UTF-8, unescaped; empty if the object has no such member.</summary>
    public ReadOnlySpan<byte> this[int index] =>
        index < cells.Length ? values.AsSpan(cells[index].Start, cells[index].Length) : default;

    /// <summary>The name of a member; false if it holds half of a surrogate pair, or bytes that are no text.</summary>
    public static bool TryName(ref Utf8JsonReader reader, out string name)
    {
        try
        {
            name = reader.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            name = "";
            return false;
        }
    }

    /// <summary>Takes an object apart.</summary>
    /// <param name="json">The object.</param>
    /// <param name="known">The columns of the objects before.</param>
    /// <param name="at">Where it stands in the file.</param>
    /// <returns>Those columns, and behind them the members that are new.</returns>
    /// <exception cref="MalformedInputException">There are more members than columns may be.</exception>
    public ColumnSet Take(ReadOnlySpan<byte> json, ColumnSet known, (long Line, long Column) at)
    {
        (columns, place) = (known, at);
        row.Start(place.Line);
        Array.Clear(cells);
        valuesEnd = 0;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        Members(ref reader, feature: false);
        if (added.Count == 0)
        {
            return known;
        }

        ColumnSet all = known.With(added.Keys);
        added.Clear();
        return all;
    }

    private void Members(ref Utf8JsonReader reader, bool feature)
    {
        long number = ++objects;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = NameOf(ref reader);
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject when !feature && name == "properties":
                    Members(ref reader, feature: true);
                    break;
                case JsonTokenType.StartObject when !feature && name == "geometry":
                    Point(ref reader);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    row.Fail(
                        MalformationCode.Json,
                        $"The value of '{name}' is an object or an array, not a text, a number, true, false or null.");
                    reader.Skip();
                    break;
                case JsonTokenType.String when !feature && name == "type" && Is(ref reader, "Feature"u8):
                    break;
                default:
                    int index = IndexOf(name);
                    if (setBy[index] == number)
                    {
                        row.Fail(MalformationCode.Json, $"The member '{name}' occurs twice.");
                    }

                    setBy[index] = number;
                    Set(ref reader, index, name);
                    break;
            }
        }
    }

    private string NameOf(ref Utf8JsonReader reader)
    {
        if (!TryName(ref reader, out string name))
        {
            row.Fail(MalformationCode.Encoding, NoName);
        }

        return name;
    }

    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is nobody's text; it is told where the value is taken as a cell.
            return false;
        }
    }

    private void Point(ref Utf8JsonReader reader)
    {
        int depth = reader.CurrentDepth;
        for (int numbers = 0; reader.Read() && reader.CurrentDepth > depth;)
        {
            if (reader.TokenType == JsonTokenType.Number && numbers < 2)
            {
                string name = numbers == 0 ? "longitude" : "latitude";
                int index = IndexOf(name);
                if (this[index].IsEmpty)
                {
                    Set(ref reader, index, name);
                }

                numbers++;
            }
        }
    }

    /// <summary>The place of a member among the columns: behind those of the rows before, if it is new.</summary>
    private int IndexOf(string name)
    {
        name = name.Trim();
        int index = columns.IndexOf(name);
        if (index < 0 && !added.TryGetValue(name, out index))
        {
            index = columns.Count + added.Count;
            if (index >= RowSource.MaxColumns)
            {
                throw new MalformedInputException(new()
                {
                    Code = MalformationCode.TooLong,
                    Reason = FormattableString.Invariant(
                        $"The rows up to here have more than {RowSource.MaxColumns} members, and no more are read."),
                    Line = place.Line,
                    Column = place.Column,
                });
            }

            added.Add(name, index);
            if (index >= cells.Length)
            {
                Array.Resize(ref cells, Math.Max(64, index * 2));
                Array.Resize(ref setBy, cells.Length);
            }
        }

        return index;
    }

    private void Set(ref Utf8JsonReader reader, int index, string name)
    {
        int length = Copy(ref reader, name);
        cells[index] = (valuesEnd, length);
        valuesEnd += length;
    }

    /// <summary>Puts the value at the end of the row's values, unescaped; returns its length.</summary>
    private int Copy(ref Utf8JsonReader reader, string name)
    {
        if (values.Length - valuesEnd < reader.ValueSpan.Length)
        {
            Array.Resize(ref values, Math.Max(values.Length * 2, valuesEnd + reader.ValueSpan.Length));
        }

        Span<byte> room = values.AsSpan(valuesEnd);
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                try
                {
                    return reader.CopyString(room);
                }
                catch (InvalidOperationException)
                {
                    row.Fail(MalformationCode.Encoding, $"'{name}' is not Unicode text.");
                    return 0;
                }

            case JsonTokenType.Number:
                reader.ValueSpan.CopyTo(room);
                return reader.ValueSpan.Length;
            case JsonTokenType.True or JsonTokenType.False:
                room[0] = reader.TokenType == JsonTokenType.True ? (byte)'1' : (byte)'0';
                return 1;
            default:
                return 0;
        }
    }
}
