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
}
