using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>What follows from other columns of a GED row, by the codebook: the reader keeps such a cell only where it differs.</summary>
internal static class GedDerived
{
    private const string Parting = "\";\"";

    /// <summary>The precision that the codebook gives the days from one to another.</summary>
    public static int DatePrecision(LocalDate start, LocalDate end)
    {
        int precision = 1;
        while (precision < 5 && !new UcdpDate(precision, start, end).IsConsistent)
        {
            precision++;
        }

        return precision;
    }

    /// <summary>The cell of the PRIO grid, half a degree to a side, counted from the south-west corner of the world.</summary>
    public static long PrioCell(double latitude, double longitude) =>
        ((long)Math.Floor((latitude + 90) * 2) * 720) + (long)Math.Floor((longitude + 180) * 2) + 1;

    /// <summary>The point as well-known text, of the cells of longitude and latitude.</summary>
    public static string Point(string longitude, string latitude) => longitude.Length == 0 ? "" : $"POINT ({longitude} {latitude})";

    public static string DyadName(string sideA, string sideB) => sideA.Length == 0 && sideB.Length == 0 ? "" : $"{sideA} - {sideB}";

    /// <summary>How many articles a cell lists, as text; empty if it is empty.</summary>
    public static string SourceCount(string article) => article.Length == 0 ? "" : CellText.Of(Articles(article));

    /// <summary>How many articles a cell lists: each stands in quotes, and semicolons part them.</summary>
    public static int Articles(string cell)
    {
        int count = 1;
        for (int at = cell.IndexOf(Parting, StringComparison.Ordinal); at >= 0; at = cell.IndexOf(Parting, at + Parting.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}
