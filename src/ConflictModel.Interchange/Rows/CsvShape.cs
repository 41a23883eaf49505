using System.Buffers;
using System.Text;
using CsvHelper;

namespace ConflictModel.Interchange;

/// <summary>The shape of a CSV file, by its beginning: what parts its cells, and which of its first rows are names and tags.</summary>
/// <param name="Separator">What parts the cells: a comma, a semicolon or a tab.</param>
/// <param name="Above">
/// How many rows stand above the column names: a line <c>sep=;</c>, and what a row of tags shows to be headings.
/// </param>
/// <param name="TagsBelow">How many rows below the names the row of HXL tags stands, 1 for the next; 0 if there is none.</param>
/// <param name="Tags">The cells of that row.</param>
internal sealed record CsvShape(char Separator, int Above, int TagsBelow, ValueList<string> Tags)
{
    /// <summary>A row of tags stands within the first 25 rows (HXL 1.1).</summary>
    private const int FirstRows = 25;

    private static readonly SearchValues<char> WordCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>Whether commas may stand in numbers: not where they part the cells.</summary>
    public static bool AllowsDecimalCommas(char separator) => separator != ',';

    /// <summary>Whether a character is one of those that part cells.</summary>
    public static bool IsSeparator(char separator) => Separators.Contains(separator);

    /// <summary>
    /// The shape of a file. A separator that makes known column names of the first rows is the right one; where none does, the one that
    /// parts the first row into the most cells, and the comma where several do.
    /// </summary>
    /// <param name="head">The beginning of the file.</param>
    /// <param name="named">The separator, if the caller names it.</param>
    /// <param name="isNames">Whether the cells of a row are a format's column names.</param>
    /// <param name="isRow">Whether the cells of a row are a row of a format whose files may lack the names.</param>
    /// <exception cref="MalformedInputException">The first line names a separator that is none.</exception>
    public static CsvShape Of(
        byte[] head, char? named, Func<IReadOnlyList<string>, bool> isNames, Func<IReadOnlyList<string>, bool> isRow)
    {
        (char? hinted, bool hasHint) = Hint(head);
        char[] tried = (named ?? hinted) is { } said ? [said] : Separators;
        (char Separator, int Cells) most = (tried[0], 0);
        foreach (char separator in tried)
        {
            List<string[]> rows = Rows(head, separator, hasHint ? 1 : 0);
            CsvShape shape = Of(rows, separator, hasHint ? 1 : 0, isNames, isRow, out bool isKnown);
            if (isKnown || tried.Length == 1)
            {
                return shape;
            }

            most = rows.Count > 0 && rows[0].Length > most.Cells ? (separator, rows[0].Length) : most;
        }

        return Of(Rows(head, most.Separator, 0), most.Separator, 0, isNames, isRow, out _);
    }

    /// <summary>Whether every cell that says something is an HXL tag, and some cell is.</summary>
    public static bool IsTags(string[] cells) =>
        Array.Exists(cells, cell => cell.Length > 0) && Array.TrueForAll(cells, cell => string.IsNullOrWhiteSpace(cell) || IsTag(cell));

    private static CsvShape Of(
        List<string[]> rows,
        char separator,
        int hint,
        Func<IReadOnlyList<string>, bool> isNames,
        Func<IReadOnlyList<string>, bool> isRow,
        out bool isKnown)
    {
        int tags = rows.FindIndex(IsTags);

        // Rows above the names are only known for headings by the tags.
        int names = tags < 0 ? rows.Take(1).ToList().FindIndex(isNames.Invoke) : rows.FindIndex(row => isNames(row));
        isKnown = names >= 0 || (rows.Count > 0 && isRow(rows[tags == 0 && rows.Count > 1 ? 1 : 0]));
        names = names >= 0 ? names : tags > 0 ? tags - 1 : tags == 0 && isKnown ? 1 : 0;
        return new(separator, hint + names, tags > names ? tags - names : 0, tags >= 0 ? [.. rows[tags]] : []);
    }

    /// <summary>Excel's first line <c>sep=;</c>: the separator that it names.</summary>
    private static (char? Separator, bool IsThere) Hint(ReadOnlySpan<byte> head)
    {
        head = head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;
        int end = head.IndexOfAny("\r\n"u8);
        string line = Encoding.UTF8.GetString(head[..Math.Clamp(end, 0, 16)]).Trim('"');
        if (!line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || line.Length > 5)
        {
            return (null, false);
        }

        return line.Length == 5 && IsSeparator(line[4]) ? (line[4], true) : throw new MalformedInputException(new()
        {
            Code = MalformationCode.Header,
            Reason = $"The line '{line}' names a separator that is none; cells are parted by a comma, a semicolon or a tab.",
            Line = 1,
            Column = 1,
        });
    }

    private static List<string[]> Rows(byte[] head, char separator, int skipped)
    {
        using var reader = CsvReader.Create(
            new MemoryStream(head),
            CsvReaderOptions.Default with
            {
                Separator = separator,
                HasHeader = false,
                SkipEmptyLines = true,
                DetectSeparatorHint = false,
                Encoding = Encoding.UTF8,
            });
        var rows = new List<string[]>();
        while (rows.Count < FirstRows && reader.Read())
        {
            if (skipped-- <= 0)
            {
                rows.Add(reader.Current.ToArray());
            }
        }

        return rows;
    }

    /// <summary><c>#affected+killed</c>: a hashtag and attributes, white space between them.</summary>
    private static bool IsTag(string cell)
    {
        string[] words = cell.Trim().Split('+');
        return words[0] is ['#', not ' ', ..] && IsWord(words[0][1..]) && words.Skip(1).All(IsWord);

        static bool IsWord(string word)
        {
            ReadOnlySpan<char> letters = word.AsSpan().Trim();
            return letters.Length > 0 && char.IsAsciiLetter(letters[0]) && !letters.ContainsAnyExcept(WordCharacters);
        }
    }
}
