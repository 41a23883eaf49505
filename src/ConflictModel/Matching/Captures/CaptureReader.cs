using System.Globalization;
using System.Text;

namespace ConflictModel.Matching;

/// <summary>Reads a table of counts by pattern, line by line, and says where it is none.</summary>
internal sealed class CaptureReader(TextReader reader)
{
    private int line;

    public CaptureTable Read()
    {
        (string Text, int Column)[] header = Next() ?? throw new CaptureFormatException("There is no header.", 1, 1);
        bool isNamed = header.Length == 2 && header[0].Text == "lists";
        List<string> lists = isNamed ? [] : [.. header[..^1].Select(cell => cell.Text)];
        if (!isNamed)
        {
            CheckNames(header[..^1]);
            CheckNumber(lists);
        }

        var cells = new List<CaptureTable.Cell>();
        var seen = new HashSet<string>();
        long all = 0;
        while (Next() is { } row)
        {
            if (row.Length != header.Length)
            {
                throw Wrong(FormattableString.Invariant($"The line has {row.Length} cells, and the header {header.Length}."), row[^1]);
            }

            ValueList<string> on = isNamed ? NamesIn(row[0], lists) : MarkedIn(row[..^1], lists);
            long people = CountIn(row[^1]);
            all = all <= long.MaxValue - people ? all + people : throw Wrong("The counts are more than 64 bits hold.", row[^1]);
            if (!seen.Add(string.Join(',', lists.Select(list => on.Contains(list) ? '1' : '0')).TrimEnd(',', '0')))
            {
                throw Wrong($"The people who are on {string.Join(" and ", on)} alone were counted before.", row[0]);
            }

            cells.Add(new(on, people));
        }

        CheckNumber(lists);
        return CaptureTable.Of(lists, cells);
    }

    private static void CheckNumber(List<string> lists)
    {
        if (lists.Count is < CaptureTable.MinLists or > CaptureTable.MaxLists)
        {
            string there = lists.Count == 1 ? "is 1 list" : FormattableString.Invariant($"are {lists.Count} lists");
            throw new CaptureFormatException(
                FormattableString.Invariant($"There {there}, and a table has {CaptureTable.MinLists} to {CaptureTable.MaxLists}."), 1, 1);
        }
    }

    private void CheckNames((string Text, int Column)[] names)
    {
        for (int i = 0; i < names.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(names[i].Text))
            {
                throw Wrong("A list has no name.", names[i]);
            }

            if (names[..i].Any(other => other.Text == names[i].Text))
            {
                throw Wrong($"Two lists have the name '{names[i].Text}'.", names[i]);
            }
        }
    }

    private ValueList<string> NamesIn((string Text, int Column) cell, List<string> lists)
    {
        ValueList<string> names = [.. cell.Text.Split('+').Select(name => name.Trim())];
        if (names.Any(name => name.Length == 0))
        {
            throw Wrong("A line names its lists, joined by plus signs; nobody knows how many are on none.", cell);
        }

        if (names.Distinct().Count() < names.Count)
        {
            throw Wrong("A list is named twice.", cell);
        }

        lists.AddRange(names.Except(lists));
        return names;
    }

    private ValueList<string> MarkedIn((string Text, int Column)[] marks, List<string> lists)
    {
        if (Array.FindIndex(marks, mark => mark.Text is not ("0" or "1")) is >= 0 and var wrong)
        {
            throw Wrong($"'{marks[wrong].Text}' is neither 0 nor 1.", marks[wrong]);
        }

        ValueList<string> on = [.. lists.Where((_, i) => marks[i].Text == "1")];
        return on.IsEmpty ? throw Wrong("A line is of people on some list; nobody knows how many are on none.", marks[0]) : on;
    }

    private long CountIn((string Text, int Column) cell) =>
        long.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out long count)
            ? count
            : throw Wrong($"'{cell.Text}' is no count of people.", cell);

    private CaptureFormatException Wrong(string reason, (string Text, int Column) cell) => new(reason, line, cell.Column);

    /// <summary>The cells of the next line that is not blank, each with its column; null at the end.</summary>
    private (string Text, int Column)[]? Next()
    {
        while (reader.ReadLine() is { } text)
        {
            line++;
            text = line == 1 ? text.TrimStart('\uFEFF') : text;
            if (!string.IsNullOrWhiteSpace(text))
            {
                return Split(text);
            }
        }

        return null;
    }

    private (string Text, int Column)[] Split(string text)
    {
        var cells = new List<(string, int)>();
        for (int at = 0; at <= text.Length; at++)
        {
            int start = at;
            at += text.AsSpan(at).IndexOfAnyExcept(' ', '\t') is >= 0 and var blanks ? blanks : 0;
            if (at < text.Length && text[at] == '"')
            {
                cells.Add((QuotedAt(text, ref at), start + 1));
            }
            else
            {
                at = text.IndexOf(',', start) is >= 0 and var comma ? comma : text.Length;
                cells.Add((text[start..at].Trim(), start + 1));
            }
        }

        return [.. cells];
    }

    // Leaves the place at the comma behind the cell, or at the end.
    private string QuotedAt(string text, ref int at)
    {
        int start = at;
        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                cell.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append(text[++at]);
            }
            else if (++at == text.Length || text[at] == ',')
            {
                return cell.ToString();
            }
            else
            {
                break;
            }
        }

        throw new CaptureFormatException("A quoted cell does not end with its quotation mark.", line, start + 1);
    }
}
