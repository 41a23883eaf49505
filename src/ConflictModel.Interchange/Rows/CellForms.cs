using System.Buffers;
using System.Text;

namespace ConflictModel.Interchange;

/// <summary>
/// How one file writes numbers and days, where that is not as others do: with decimal commas, with the day first. What such a cell means
/// takes its place before anybody reads it, so that the row is that of a file in plain form.
/// </summary>
internal sealed class CellForms
{
    private static readonly SearchValues<byte> NumberCharacters = SearchValues.Create("0123456789.,+-eE"u8);

    private readonly bool decimalCommas;
    private readonly NumericDates? dates;
    private ColumnSet? bound;
    private (int Index, CellKind Kind)[] cells = [];

    private CellForms(bool decimalCommas, NumericDates? dates) => (this.decimalCommas, this.dates) = (decimalCommas, dates);

    /// <summary>The forms of a file; null if it has none of its own.</summary>
    public static CellForms? Of(bool decimalCommas, NumericDates? dates) =>
        decimalCommas || dates is not null ? new(decimalCommas, dates) : null;

    /// <summary>
    /// Whether a row between the column names and their tags is a heading, neither an event nor a fault: no number and no day stands where
    /// one belongs.
    /// </summary>
    public static bool IsHeading(Row row, Func<string, CellKind> kindOf)
    {
        bool hasValues = false;
        for (int i = 0; i < row.Columns.Count; i++)
        {
            ReadOnlySpan<byte> cell = row[i];
            CellKind kind = KindOf(row.Columns, i, kindOf);
            hasValues |= kind != CellKind.Text;
            bool isValue = kind switch
            {
                CellKind.Day => CellText.TryDayOrNamed(cell, out _) || NumericDate.LooksLikeOne(cell, out _),
                CellKind.Whole or CellKind.Degrees => !cell.IsEmpty && !cell.ContainsAnyExcept(NumberCharacters),
                _ => false,
            };
            if (isValue)
            {
                return false;
            }
        }

        return hasValues;
    }

    /// <summary>Rewrites the cells of a row, or notes a fault where one may mean two things.</summary>
    public void Apply(Row row, Func<string, CellKind> kindOf)
    {
        if (!ReferenceEquals(bound, row.Columns))
        {
            bound = row.Columns;
            cells =
            [
                .. Enumerable.Range(0, bound.Count).Select(index => (index, KindOf(bound, index, kindOf)))
                    .Where(cell => cell.Item2 != CellKind.Text),
            ];
        }

        foreach ((int index, CellKind kind) in cells)
        {
            if (kind == CellKind.Day)
            {
                Day(row, index);
            }
            else if (decimalCommas && row[index].ContainsAny((byte)',', (byte)'.'))
            {
                Number(row, index, kind);
            }
        }
    }

    private static CellKind KindOf(ColumnSet columns, int index, Func<string, CellKind> kindOf) =>
        kindOf(columns.Names[index].Trim().ToLowerInvariant());

    private static void Number(Row row, int index, CellKind kind)
    {
        ReadOnlySpan<byte> cell = row[index];
        ReadOnlySpan<byte> digits = cell is [(byte)'-', ..] ? cell[1..] : cell;
        int point = digits.IndexOfAny((byte)',', (byte)'.');
        ReadOnlySpan<byte> whole = digits[..point];
        ReadOnlySpan<byte> rest = digits[(point + 1)..];
        if (whole.IsEmpty || rest.IsEmpty || whole.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || rest.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return;
        }

        // 1.250 stays, and is no count; but 1.000 would be one.
        bool isGroup = rest.Length == 3 && whole.Length <= 3 && whole[0] != '0'
            && (digits[point] == ',' || !rest.ContainsAnyExcept((byte)'0'));
        if (kind == CellKind.Whole && isGroup)
        {
            (string before, string after) = (Encoding.UTF8.GetString(whole), Encoding.UTF8.GetString(rest));
            string fraction = after == "000" ? before : before + " and a fraction";
            row.Fail(
                MalformationCode.Number,
                $"'{row.Text(index)}' may be {fraction} or {before}{after} in a file whose numbers may have decimal commas.",
                index);
        }
        else if (digits[point] == ',')
        {
            byte[] plain = [.. cell];
            plain[cell.Length - digits.Length + point] = (byte)'.';
            row.Rewrite(index, plain);
        }
    }

    private void Day(Row row, int index)
    {
        ReadOnlySpan<byte> cell = row[index];
        if (dates is not { } order || cell.IsEmpty || CellText.TryDayOrNamed(cell, out _))
        {
            return;
        }

        if (NumericDate.TryRead(cell, order, decimalCommas, out string day, out string? reason))
        {
            row.Rewrite(index, Encoding.UTF8.GetBytes(day));
        }
        else if (reason is not null)
        {
            row.Fail(MalformationCode.Date, $"'{row.Text(index)}' {reason}", index);
        }
    }
}
