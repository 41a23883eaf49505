using System.Runtime.CompilerServices;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>What a GED row says in numbers and codes of its own, for a table. A count that it doesn't say is -1, and a code 0.</summary>
internal readonly record struct GedFigures
{
    /// <summary>The first and the last day, in their order, if both are said.</summary>
    public (LocalDate First, LocalDate Last)? Days { get; init; }

    public byte Violence { get; init; }

    public byte DatePrecision { get; init; }

    public byte WherePrecision { get; init; }

    public Truth ActiveYear { get; init; }

    public long DeathsA { get; init; }

    public long DeathsB { get; init; }

    public long Civilians { get; init; }

    public long Unknown { get; init; }

    public long Low { get; init; }

    public long Best { get; init; }

    public long High { get; init; }

    /// <summary>What a row that was read says.</summary>
    public static GedFigures Of(GedRow row) => new()
    {
        Days = row.Days,
        Violence = (byte)row.Violence,
        DatePrecision = (byte)row.DatePrecision,
        WherePrecision = (byte)row.WherePrecision,
        ActiveYear = GedKeys.ActiveYear(row.ActiveYear),
        DeathsA = row.DeathsA ?? -1,
        DeathsB = row.DeathsB ?? -1,
        Civilians = row.Civilians ?? -1,
        Unknown = row.Unknown ?? -1,
        Low = row.Low ?? -1,
        Best = row.Best ?? -1,
        High = row.High ?? -1,
    };

    /// <summary>
    /// What plain cells say, with every cell looked at that <see cref="GedRow.Read"/> looks at; worth nothing if they leave a doubt.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static GedFigures Of(ref PlainCells cells, GedColumns at)
    {
        cells.Point(at.Latitude, at.Longitude);
        cells.Code(at.Clarity, 2);
        return new()
        {
            Days = cells.Days(at.Start, at.End),
            Violence = cells.Code(at.Violence, 3),
            DatePrecision = cells.Code(at.DatePrecision, 5),
            WherePrecision = cells.Code(at.WherePrecision, 7),
            ActiveYear = cells.Flag(at.ActiveYear),
            DeathsA = cells.Count(at.A.Deaths),
            DeathsB = cells.Count(at.B.Deaths),
            Civilians = cells.Count(at.Civilians),
            Unknown = cells.Count(at.Unknown),
            Low = cells.Count(at.Low),
            Best = cells.Count(at.Best),
            High = cells.Count(at.High),
        };
    }
}
