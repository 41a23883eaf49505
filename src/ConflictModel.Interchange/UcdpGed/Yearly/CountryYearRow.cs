using System.Globalization;

namespace ConflictModel.Interchange;

/// <summary>The values of one row of the Country-Year data, read once for whoever wants them: the model, a table, the rules.</summary>
/// <remarks>One object serves for all rows of a file: the next one changes it.</remarks>
internal sealed class CountryYearRow
{
    private const string Prefix = "cumulative_total_deaths_";

    public int CountryAt { get; private set; }

    public int NameAt { get; private set; }

    public int WorldAt { get; private set; }

    public int YearAt { get; private set; }

    /// <summary>The columns whose figures a tally says.</summary>
    public int[] FiguresAt { get; private set; } = [];

    public int Year { get; private set; }

    public string? Version { get; private set; }

    /// <summary>All three types of violence.</summary>
    public Estimate Total { get; private set; }

    /// <summary>The types: state-based, non-state and one-sided.</summary>
    public Estimate[] Types { get; } = new Estimate[3];

    public long? Parties { get; private set; }

    public long? Civilians { get; private set; }

    public long? Unknown { get; private set; }

    /// <summary>The row's own key: the country's code and the year.</summary>
    public string Key { get; private set; } = "";

    private int versionAt;

    public void Bind(ColumnSet columns)
    {
        CountryAt = columns.IndexOf("country_id_cy");
        NameAt = columns.IndexOf("country_cy");
        WorldAt = columns.IndexOf("region_cy");
        YearAt = columns.IndexOf("year_cy");
        versionAt = columns.IndexOf("version");
        FiguresAt =
        [
            .. Ranges(columns, figure => $"{Prefix}in_orgvio_{figure}_cy"),
            .. ((string[])["sb", "ns", "os"]).SelectMany(type => Ranges(columns, figure => $"{type}_total_deaths_{figure}_cy")),
            columns.IndexOf(Prefix + "parties_in_orgvio_cy"),
            columns.IndexOf(Prefix + "civilians_in_orgvio_cy"),
            columns.IndexOf(Prefix + "unknown_in_orgvio_cy"),
        ];
    }

    /// <summary>Reads a row; false if it is malformed, which <see cref="Row.Fault"/> tells.</summary>
    public bool Read(Row row)
    {
        row.CheckId(CountryAt, "country_id_cy");
        Year = row.Year(YearAt);
        Key = string.Create(CultureInfo.InvariantCulture, $"{row.IdOf(CountryAt)}-{Year}");
        string version = row.IdOf(versionAt);
        Version = version.Length == 0 ? null : version;
        Total = Range(row, 0);
        for (int type = 0; type < Types.Length; type++)
        {
            Types[type] = Range(row, 3 * (type + 1));
        }

        (Parties, Civilians, Unknown) = (row.Count(FiguresAt[12]), row.Count(FiguresAt[13]), row.Count(FiguresAt[14]));
        return row.Fault is null;
    }

    private static IEnumerable<int> Ranges(ColumnSet columns, Func<string, string> name) =>
        ((string[])["low", "best", "high"]).Select(figure => columns.IndexOf(name(figure)));

    private Estimate Range(Row row, int first) =>
        new(row.Count(FiguresAt[first]), row.Count(FiguresAt[first + 1]), row.Count(FiguresAt[first + 2]));
}
