using System.Text;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>What follows from other columns of a GED row, by the codebook: the reader keeps such a cell only where it differs.</summary>
internal static class GedDerived
{
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
    public static long PrioCell(Coordinates point) =>
        ((long)Math.Floor((point.Latitude + 90) * 2) * 720) + (long)Math.Floor((point.Longitude + 180) * 2) + 1;

    /// <summary>The point as well-known text, of the cells of longitude and latitude.</summary>
    public static string Point(string longitude, string latitude) => longitude.Length == 0 ? "" : $"POINT ({longitude} {latitude})";

    /// <summary>Whether a cell is <see cref="Point"/> of these.</summary>
    public static bool IsPoint(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> longitude, ReadOnlySpan<byte> latitude) => longitude.IsEmpty
        ? cell.IsEmpty
        : Passes(ref cell, "POINT ("u8) && Passes(ref cell, longitude) && Passes(ref cell, " "u8) && Passes(ref cell, latitude)
            && cell.SequenceEqual(")"u8);

    public static string DyadName(string sideA, string sideB) => sideA.Length == 0 && sideB.Length == 0 ? "" : $"{sideA} - {sideB}";

    /// <summary>Whether a cell is <see cref="DyadName"/> of these.</summary>
    public static bool IsDyadName(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> sideA, ReadOnlySpan<byte> sideB) =>
        sideA.IsEmpty && sideB.IsEmpty
        ? cell.IsEmpty
        : Passes(ref cell, sideA) && Passes(ref cell, " - "u8) && cell.SequenceEqual(sideB);

    /// <summary>How many articles a cell lists, as text; empty if it is empty.</summary>
    public static string SourceCount(string article) => article.Length == 0 ? "" : CellText.Of(Articles(Encoding.UTF8.GetBytes(article)));

    /// <summary>How many articles a cell lists: each stands in quotes, and semicolons part them; 0 if it is empty.</summary>
    public static int Articles(ReadOnlySpan<byte> cell) => cell.IsEmpty ? 0 : 1 + cell.Count("\";\""u8);

    private static bool Passes(ref ReadOnlySpan<byte> cell, ReadOnlySpan<byte> start)
    {
        bool passes = cell.StartsWith(start);
        cell = passes ? cell[start.Length..] : cell;
        return passes;
    }
}
