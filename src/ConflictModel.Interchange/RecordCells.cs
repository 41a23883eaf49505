using System.Globalization;
using System.Text;
using ConflictModel.Revisions;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>What the cells of rows mean, in the columns that two vintages have in common: <c>118.0</c> says what <c>118</c> says.</summary>
/// <param name="format">The format of both.</param>
/// <param name="columns">The columns in the order of the older vintage.</param>
internal sealed class RecordCells(EventFormat format, IReadOnlyList<string> columns)
{
    /// <summary>No UTF-8 has this byte, so that no two lists of cells are one content.</summary>
    private const byte Separator = 0xFF;

    private readonly (string Name, CellKind Kind, ColumnMeaning Meaning)[] fields =
    [
        .. columns.Select(column => column.Trim().ToLowerInvariant())
            .Select((lower, i) => (columns[i].Trim(), format.KindOf(lower), format.MeaningOf(lower))),
    ];

    private readonly (int[] Was, int[] Is) ends = (new int[columns.Count], new int[columns.Count]);

    private byte[] buffer = new byte[4096];
    private int written;
    private int[] places = [];
    private int[] keys = [];

    /// <summary>
    /// The columns that are compared: those that both files have, but for the key and what says of which vintage a row is.
    /// </summary>
    public static IReadOnlyList<string> Compared(EventFormat format, ColumnSet older, ColumnSet newer) =>
    [
        .. older.Names.Where(name => newer.Has(name.Trim()) && !IsOfVintage(format, name)
            && !format.KeyColumns.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase)),
    ];

    /// <summary>The columns that one file has alone.</summary>
    public static ValueList<string> Alone(EventFormat format, ColumnSet one, ColumnSet other) =>
        one.Names.Select(name => name.Trim()).Where(name => !other.Has(name) && !IsOfVintage(format, name)).ToValueList();

    /// <summary>Finds the columns in a file.</summary>
    public void Bind(ColumnSet file)
    {
        places = Array.ConvertAll(fields, field => file.IndexOf(field.Name));
        keys = [.. format.KeyColumns.Select(file.IndexOf)];
    }

    /// <summary>The id of a row: what its key columns say, with dashes between them; empty if one of them says nothing.</summary>
    public ReadOnlySpan<byte> IdOf(Row row)
    {
        written = 0;
        foreach (int key in keys)
        {
            ReadOnlySpan<byte> id = CellText.Id(row[key]);
            if (id.IsEmpty)
            {
                return default;
            }

            Append(written == 0 ? default : "-"u8);
            Append(id);
        }

        return Written;
    }

    /// <summary>All that a row says in these columns, so that equal contents are equal bytes.</summary>
    public ReadOnlySpan<byte> ContentOf(Row row)
    {
        written = 0;
        for (int i = 0; i < fields.Length; i++)
        {
            Write(row[places[i]], fields[i].Kind);
            Append(Separator);
        }

        return Written;
    }

    /// <summary>The fields that differ between the contents of two rows.</summary>
    public ValueList<FieldChange> Changes(ReadOnlySpan<byte> was, ReadOnlySpan<byte> became)
    {
        Part(was, ends.Was);
        Part(became, ends.Is);
        List<FieldChange> changes = [];
        for (int i = 0; i < fields.Length; i++)
        {
            if (!IsKept(i, was, became))
            {
                string old = Encoding.UTF8.GetString(CellOf(was, ends.Was, i));
                string now = Encoding.UTF8.GetString(CellOf(became, ends.Is, i));
                FieldClass of = IsRenamed(i, old, now, was, became) ? FieldClass.Renaming : ClassOf(fields[i].Meaning.Subject);
                changes.Add(new() { Field = fields[i].Name, Was = old, Is = now, Class = of });
            }
        }

        return changes.ToValueList();
    }

    /// <summary>Finds where each cell of a content ends.</summary>
    private static void Part(ReadOnlySpan<byte> content, int[] ends)
    {
        int start = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            ends[i] = start + content[start..].IndexOf(Separator);
            start = ends[i] + 1;
        }
    }

    private static ReadOnlySpan<byte> CellOf(ReadOnlySpan<byte> content, int[] ends, int field) =>
        content[(field == 0 ? 0 : ends[field - 1] + 1)..ends[field]];

    private static bool IsOfVintage(EventFormat format, string column) =>
        column.Trim().ToLowerInvariant() is var name && (name == "version" || name == format.VersionColumn);

    private static FieldClass ClassOf(ColumnSubject subject) => subject switch
    {
        ColumnSubject.Figure => FieldClass.Figure,
        ColumnSubject.Place => FieldClass.Place,
        ColumnSubject.Date => FieldClass.Date,
        ColumnSubject.Actor => FieldClass.Actor,
        ColumnSubject.Source => FieldClass.Source,
        _ => FieldClass.Other,
    };

    /// <summary>Whether a field is what something is called, and only that changed.</summary>
    private bool IsRenamed(int field, string old, string now, ReadOnlySpan<byte> was, ReadOnlySpan<byte> became)
    {
        ColumnMeaning meaning = fields[field].Meaning;
        if (!meaning.IsName || string.Equals(old, now, StringComparison.OrdinalIgnoreCase) || meaning.IdColumns.IsEmpty)
        {
            return meaning.IsName && string.Equals(old, now, StringComparison.OrdinalIgnoreCase);
        }

        foreach (string id in meaning.IdColumns)
        {
            if (!IsKept(id, was, became))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an id is stated and the same; a column of the key is the same where two rows are compared.</summary>
    private bool IsKept(string idColumn, ReadOnlySpan<byte> was, ReadOnlySpan<byte> became)
    {
        int at = Array.FindIndex(fields, field => field.Name.Equals(idColumn, StringComparison.OrdinalIgnoreCase));
        return at < 0
            ? format.KeyColumns.Contains(idColumn)
            : !CellOf(was, ends.Was, at).IsEmpty && IsKept(at, was, became);
    }

    private bool IsKept(int field, ReadOnlySpan<byte> was, ReadOnlySpan<byte> became) =>
        CellOf(was, ends.Was, field).SequenceEqual(CellOf(became, ends.Is, field));

    private ReadOnlySpan<byte> Written => buffer.AsSpan(0, written);

    private void Append(byte separator)
    {
        if (buffer.Length == written)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        buffer[written++] = separator;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (buffer.Length - written < bytes.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, written + bytes.Length));
        }

        bytes.CopyTo(buffer.AsSpan(written));
        written += bytes.Length;
    }

    /// <summary>Writes what a cell means. Nearly all cells are written plainly, which is seen at once.</summary>
    private void Write(ReadOnlySpan<byte> cell, CellKind kind)
    {
        if (kind == CellKind.Text || !cell.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            Append(cell);
        }
        else if (kind == CellKind.Whole)
        {
            // Programs write active_year as TRUE, and whole numbers with a fraction of zeros.
            ReadOnlySpan<byte> id = CellText.Id(cell);
            bool isWord = id.Length is 4 or 5 && id[0] > '9' && CellText.Flag(id) is not null;
            Append(isWord ? CellText.Flag(id) == true ? "1"u8 : "0"u8 : id);
        }
        else if (kind == CellKind.Day)
        {
            WriteDay(cell);
        }
        else
        {
            WriteDegrees(cell);
        }
    }

    private void WriteDay(ReadOnlySpan<byte> cell)
    {
        if (CellText.TryDay(cell, out _))
        {
            Append(cell[..10]);
        }
        else
        {
            Append(CellText.TryDayOrNamed(cell, out LocalDate day) ? Encoding.UTF8.GetBytes(CellText.Of((LocalDate?)day)) : cell);
        }
    }

    private void WriteDegrees(ReadOnlySpan<byte> cell)
    {
        int point = cell.IndexOf((byte)'.');
        bool isPlain = point is > 0 and <= 4 && cell.Length - point <= 12 && cell[0] is >= (byte)'1' and <= (byte)'9'
            && !cell[..point].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && !cell[(point + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
        if (isPlain)
        {
            ReadOnlySpan<byte> trimmed = cell.TrimEnd((byte)'0');
            Append(trimmed[^1] == '.' ? trimmed[..^1] : trimmed);
        }
        else if (CellText.TryDegrees(cell, 360, out double degrees))
        {
            Span<byte> text = stackalloc byte[32];
            degrees.TryFormat(text, out int length, "R", CultureInfo.InvariantCulture);
            Append(text[..length]);
        }
        else
        {
            Append(cell);
        }
    }
}
