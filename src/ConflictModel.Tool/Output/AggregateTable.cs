using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConflictModel.Aggregation;
using ConflictModel.Interchange;
using ConflictModel.Reporting;
using CsvHelper;

namespace ConflictModel.Tool.Output;

/// <summary>
/// The answer to a query as people and programs get it: a row for each group, its keys as the source writes them, in order.
/// </summary>
internal sealed class AggregateTable
{
    private static readonly string[] FigureColumns =
        ["incidents", "low", "best", "high", "civilians", "side_a", "side_b", "unknown", "without_low", "without_best", "without_high"];

    private static readonly string[] VictimTitles = ["civilians", "side A", "side B", "unknown"];

    /// <summary>The keys whose groups have names beside what they are called by.</summary>
    public static ValueList<GroupKey> NamedKeys { get; } =
        [GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Actor, GroupKey.Dyad, GroupKey.Conflict, GroupKey.Source];

    private readonly Aggregate answer;
    private readonly Measure[] measures;
    private readonly KeyColumn[] keyColumns;
    private readonly List<Row> rows = [];

    /// <param name="table">What knows the ids and names: the table that was asked, or one of as much.</param>
    /// <param name="answer">Its answer; the keys that read alike are one row.</param>
    /// <param name="measures">Everyone, then civilians, side A, side B and the victims who are unknown.</param>
    /// <param name="names">Whether keys that are ids have a column of names behind them.</param>
    public AggregateTable(IncidentTable table, Aggregate answer, Measure[] measures, bool names)
    {
        (this.answer, this.measures) = (answer, measures);
        keyColumns =
        [
            .. answer.Keys.SelectMany(key => names && NamedKeys.Contains(key)
                ? (KeyColumn[])[new(key, key.Name), new(key, key.Name + "-name")]
                : [new(key, key.Name)]),
        ];
        List<Row> all = [];
        foreach (AggregateRow row in answer)
        {
            string[] texts =
            [
                .. answer.Keys.SelectMany(
                    key => table.NamesOf(row, key) is var (own, name) && names && NamedKeys.Contains(key) ? (string[])[own, name] : [own]),
            ];
            all.Add(new(texts, Array.ConvertAll(measures, row.Of)));
        }

        all.Sort((left, right) => Compare(left.Texts, right.Texts));
        foreach (Row row in all)
        {
            if (rows is [.., var before] && Compare(before.Texts, row.Texts) == 0)
            {
                rows[^1] = before with { Sums = [.. before.Sums.Zip(row.Sums, (left, right) => left + right)] };
            }
            else
            {
                rows.Add(row);
            }
        }
    }

    /// <summary>What a reader of the rows must know and a table of figures can't say; null if there is nothing.</summary>
    public string? Note => answer.GroupsOverlap
        ? "An incident counts for each actor in it, so the rows are not to be added up: "
            + $"there {(answer.Total.Incidents == 1 ? "is" : "are")} {Counted.Of(answer.Total.Incidents, "incident")} in all."
        : null;

    /// <summary>Writes the table as CSV with a header; a sum of which no incident has the figure is an empty cell.</summary>
    /// <param name="stream">Takes it.</param>
    /// <param name="neutralise">Whether keys that a spreadsheet would run get an apostrophe before them.</param>
    public void WriteCsv(Stream stream, bool neutralise = false)
    {
        using var writer = CsvWriter.Create(stream, CsvWriterOptions.Default with { NewLine = "\n" }, leaveOpen: true);
        writer.WriteHeader([.. keyColumns.Select(column => column.Title), .. FigureColumns]);
        foreach ((string[] texts, Sums[] sums) in rows)
        {
            foreach (string text in texts)
            {
                writer.WriteField(neutralise ? SpreadsheetFormula.Neutralised(text) : text);
            }

            foreach (long? figure in FiguresOf(sums))
            {
                writer.WriteField(figure);
            }

            writer.EndRecord();
        }
    }

    /// <summary>Writes the table as a JSON array of objects; a sum of which no incident has the figure is null.</summary>
    public void WriteJson(Stream stream)
    {
        using Utf8JsonWriter writer =
            new(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        writer.WriteStartArray();
        foreach ((string[] texts, Sums[] sums) in rows)
        {
            writer.WriteStartObject();
            for (int i = 0; i < texts.Length; i++)
            {
                writer.WriteString(keyColumns[i].Title, texts[i]);
            }

            long?[] figures = FiguresOf(sums);
            for (int i = 0; i < figures.Length; i++)
            {
                if (figures[i] is { } figure)
                {
                    writer.WriteNumber(FigureColumns[i], figure);
                }
                else
                {
                    writer.WriteNull(FigureColumns[i]);
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>
    /// Draws the table for a screen of some width, or for whoever has none; beside a sum stands how many incidents lack the figure.
    /// </summary>
    public void WriteTo(TextWriter output, int? width)
    {
        ScreenTable.Column[] keys =
        [
            .. keyColumns.Select((column, i) => new ScreenTable.Column(
                column.Title,
                [.. rows.Select(row => Shown(column.Key, row.Texts[i]))],
                IsFigure: false,
                IsName: !column.Key.IsTime && column.Key != GroupKey.Kind)),
        ];
        ScreenTable.Column[] figures =
        [
            Figures("incidents", sums => Counts(sums[0])),
            Figures("low", sums => Cell(sums[0].Low, sums[0].WithoutLow, sums[0])),
            Figures("best", sums => Cell(sums[0].Best, sums[0].WithoutBest, sums[0])),
            Figures("high", sums => Cell(sums[0].High, sums[0].WithoutHigh, sums[0])),
        ];
        ScreenTable.Column[] victims =
        [
            .. VictimTitles.Select((title, i) => Figures(title, sums => Cell(sums[i + 1].Best, sums[i + 1].WithoutBest, sums[i + 1]))),
        ];
        new ScreenTable(keys, [figures, victims]).WriteTo(output, width);
        if (Note is { } note)
        {
            output.WriteWrapped(note, width, indent: 0);
        }
    }

    private ScreenTable.Column Figures(string title, Func<Sums[], string> textOf) =>
        new(title, [.. rows.Select(row => textOf(row.Sums))], IsFigure: true, IsName: false);

    private static string Shown(GroupKey key, string text) =>
        key == GroupKey.Kind && JsonName.TryParse(text, out IncidentKind kind) ? Words.Of(kind) : ScreenText.Plain(text);

    private static string Counts(Sums of) => string.Create(
        CultureInfo.InvariantCulture, $"{of.Incidents}{(of.Continuing == 0 ? "" : $" ({of.Continuing} continuing)")}");

    private static string Cell(long? sum, long without, Sums of) =>
        sum is not { } known ? "" :
        without == 0 ? known.ToString(CultureInfo.InvariantCulture) :
        string.Create(CultureInfo.InvariantCulture, $"{known} ({without} of {of.Incidents + of.Continuing} without)");

    private static long?[] FiguresOf(Sums[] sums) =>
    [
        sums[0].Incidents, sums[0].Low, sums[0].Best, sums[0].High, .. sums.Skip(1).Select(group => group.Best),
        sums[0].WithoutLow, sums[0].WithoutBest, sums[0].WithoutHigh,
    ];

    /// <summary>Numbers by their size, then texts, "1a" among them, then what is unknown.</summary>
    // Numbers of one size may be written in two ways ("7", "007"), and are two keys.
    private static int Compare(string[] left, string[] right)
    {
        for (int i = 0; i < left.Length; i++)
        {
            (int Kind, long Number) one = Place(left[i]), other = Place(right[i]);
            int order = one == other ? string.CompareOrdinal(left[i], right[i]) : one.CompareTo(other);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static (int Kind, long Number) Place(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? (0, number)
        : (text == "unknown" ? 2 : 1, 0);

    /// <summary>A column of what a key reads, or of the names behind it.</summary>
    private sealed record KeyColumn(GroupKey Key, string Title);

    /// <summary>What a row says: the keys as they read, and a sum for each measure.</summary>
    private sealed record Row(string[] Texts, Sums[] Sums);
}
