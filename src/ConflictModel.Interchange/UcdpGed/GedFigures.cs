using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>What a GED row says in numbers and codes of its own, for a table.</summary>
internal readonly record struct GedFigures
{
    public (LocalDate First, LocalDate Last)? Days { get; init; }

    public int Violence { get; init; }

    public bool? ActiveYear { get; init; }

    public int DatePrecision { get; init; }

    public int WherePrecision { get; init; }

    public long? DeathsA { get; init; }

    public long? DeathsB { get; init; }

    public long? Civilians { get; init; }

    public long? Unknown { get; init; }

    public long? Low { get; init; }

    public long? Best { get; init; }

    public long? High { get; init; }
}
