using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace ConflictModel.Interchange.Tests.Mutations;

/// <summary>One of the things that happen to published files on their way, and that change nothing of what they say.</summary>
/// <param name="Name">What happens.</param>
/// <param name="Apply">Does it, unless it can't be done to the file as it is.</param>
internal sealed record Mutation(string Name, Action<MutableFile, Random> Apply)
{
    private static readonly string[] Degrees = ["latitude", "longitude"];
    private static readonly string[] Days = ["event_date", "date_start", "date_end", "report_date"];

    private static readonly string[] Counts =
    [
        "fatalities", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low", "best", "high",
        "bd_best", "bd_low", "bd_high", "best_fatality_estimate", "low_fatality_estimate", "high_fatality_estimate",
        "sb_total_deaths_best_cy", "sb_total_deaths_high_cy", "sb_total_deaths_low_cy", "ns_total_deaths_best_cy",
        "ns_total_deaths_high_cy", "ns_total_deaths_low_cy", "os_total_deaths_best_cy", "os_total_deaths_high_cy", "os_total_deaths_low_cy",
        "cumulative_total_deaths_in_orgvio_best_cy", "cumulative_total_deaths_in_orgvio_high_cy",
        "cumulative_total_deaths_in_orgvio_low_cy", "cumulative_total_deaths_parties_in_orgvio_cy",
        "cumulative_total_deaths_civilians_in_orgvio_cy", "cumulative_total_deaths_unknown_in_orgvio_cy",
        "killed", "killed_cum", "killed_children_cum", "killed_women_cum", "med_killed_cum", "injured_cum",
    ];

    private static readonly string[] Codes =
    [
        "id", "year", "type_of_violence", "conflict_new_id", "dyad_new_id", "side_a_new_id", "side_b_new_id", "number_of_sources",
        "where_prec", "priogrid_gid", "country_id", "event_clarity", "date_prec", "time_precision", "inter1", "inter2", "iso",
        "geo_precision", "conflict_id", "dyad_id", "side_a_id", "side_b_id", "actor_id", "incompatibility", "type_of_conflict", "org",
        "gwno_a", "gwno_b", "gwnoa", "gwno_battle", "gwno_location", "is_government_actor", "country_id_cy", "year_cy", "sb_exist_cy",
        "ns_exist_cy", "os_exist_cy",
    ];

    /// <summary>All kinds, in the order in which they are applied: separators before what depends on them, bytes last.</summary>
    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("semicolons", (file, _) => file.Separator = ';'),
        new("tabs", (file, _) => file.Separator = '\t'),
        new("decimal commas", DecimalCommas),
        new("whole numbers with a fraction of zeros", Floats),
        new("flags in words", Flags),
        new("words for empty cells", Missing),
        new("groups of digits", Groups),
        new("dates in numbers", NumericDays),
        new("other order of columns", Reorder),
        new("tags", Tag),
        new("headings above tags", Head),
        new("empty lines", (file, random) => file.Rows.Insert(random.Next(file.Rows.Count + 1), [.. file.Columns.Select(_ => "")])),
        new("sep=", (file, _) => file.LinesAboveNames.Insert(0, $"sep={file.Separator}")),
        new("separator named", (file, _) => file.Options = file.Options with { Separator = file.Separator }),
        new("CRLF", (file, _) => file.NewLine = "\r\n"),
        new("no end of the last line", (file, _) => file.EndsWithNewLine = false),
        new("UTF-16", (file, random) => (file.Encoding, file.HasMark) = (OneOf(random, Encoding.Unicode, Encoding.BigEndianUnicode), true)),
        new("named encoding", NameEncoding),
        new("byte order mark", (file, _) => file.HasMark = file.HasMark || file.Encoding is UTF8Encoding),
        new("gzip", (file, _) => file.IsPacked = true),
    ];

    private static void DecimalCommas(MutableFile file, Random random)
    {
        foreach (string column in file.Separator == ',' ? [] : Degrees)
        {
            file.Change(column, cell => cell.Replace('.', ','));
        }
    }

    /// <summary>As pandas writes a column of whole numbers of which one is missing.</summary>
    private static void Floats(MutableFile file, Random random)
    {
        foreach (string column in Counts.Concat(Codes))
        {
            bool isFloat = random.Next(2) == 0;
            string zeros = file.Separator != ',' && Counts.Contains(column) && random.Next(2) == 0 ? ",0" : ".0";
            file.Change(column, cell =>
                isFloat && long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? cell + zeros : cell);
        }

        file.KeepsCells = false;
    }

    private static void Flags(MutableFile file, Random random)
    {
        string[] words = OneOf(random, ["FALSE", "TRUE"], ["False", "True"], ["false", "true"], (string[])["0.0", "1.0"]);
        file.Change("active_year", cell => cell is "0" or "1" ? words[cell[0] - '0'] : cell);
        file.KeepsCells = false;
    }

    private static void Missing(MutableFile file, Random random)
    {
        string word = OneOf(random, "NA", "NaN", "nan", "NULL", "<NA>", "None");
        foreach (string column in Counts.Concat(Codes).Concat(Degrees))
        {
            file.Change(column, cell => cell.Length == 0 ? word : cell);
        }

        file.KeepsCells = false;
    }

    private static void Groups(MutableFile file, Random random)
    {
        foreach (string column in file.Separator == ',' ? Counts : [])
        {
            file.Change(column, cell => long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out long count)
                ? count.ToString("N0", CultureInfo.InvariantCulture)
                : cell);
        }

        file.KeepsCells = false;
    }

    private static void NumericDays(MutableFile file, Random random)
    {
        LocalDate firstSerial = new(1900, 3, 1);
        NumericDates order = OneOf(random, NumericDates.DayFirst, NumericDates.MonthFirst, NumericDates.ExcelSerial);
        char separator = OneOf(random, '/', '.', '-');
        file.Options = file.Options with { Dates = order };
        foreach (string column in Days)
        {
            file.Change(column, cell => cell.Length == 10 && LocalDatePattern.Iso.Parse(cell).TryGetValue(default, out LocalDate day)
                ? order switch
                {
                    NumericDates.DayFirst => FormattableString.Invariant($"{day.Day:00}{separator}{day.Month}{separator}{day.Year:0000}"),
                    NumericDates.MonthFirst => FormattableString.Invariant($"{day.Month}{separator}{day.Day}{separator}{day.Year:0000}"),
                    _ when day < firstSerial => cell,
                    _ => FormattableString.Invariant($"{Period.DaysBetween(new(1899, 12, 30), day)}"),
                }
                : cell);
        }
    }

    private static void Reorder(MutableFile file, Random random)
    {
        int[] order = [.. Enumerable.Range(0, file.Columns.Length)];
        random.Shuffle(order);
        file.Columns = [.. order.Select(index => file.Columns[index])];
        for (int i = 0; i < file.Rows.Count; i++)
        {
            file.Rows[i] = [.. order.Select(index => file.Rows[i][index])];
        }
    }

    private static void Tag(MutableFile file, Random random) => file.RowsBelowNames.Add(
        [.. file.Columns.Select((_, index) => index == 0 || random.Next(3) == 0 ? OneOf(random, "#event+id", "#adm1 +name", "#geo") : "")]);

    private static void Head(MutableFile file, Random random)
    {
        if (file.RowsBelowNames.Count > 0)
        {
            file.RowsBelowNames.Insert(0, [.. file.Columns.Select(name => $"What {name} means")]);
            file.LinesAboveNames.Add("A title");
        }
    }

    private static void NameEncoding(MutableFile file, Random random)
    {
        string text = file.Text;
        string[] names = ["latin1", "windows-1252", "windows-1256", "gb18030"];
        Encoding[] able =
        [
            .. names.Select(name => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name))
                .Where(encoding => encoding.GetString(encoding.GetBytes(text)) == text),
        ];
        file.Encoding = OneOf(random, able);
        file.HasMark = false;
        file.Options = file.Options with { Encoding = file.Encoding };
    }

    private static T OneOf<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
