namespace ConflictModel.Interchange;

/// <summary>The sums of the rows of one group.</summary>
/// <remarks>
/// A sum is null if none of its rows has the figure: unknown is not zero. Equality is by content. The sum of best figures is not the best
/// figure of the sum.
/// </remarks>
public sealed record AggregateTableRow
{
    /// <summary>The texts of the keys, in their order; with names, each id followed by its name.</summary>
    public required ValueList<string> Keys { get; init; }

    /// <summary>How many events; one that spans several times counts in one of them.</summary>
    public required long Incidents { get; init; }

    /// <summary>The sum of low figures as published.</summary>
    public long? Low { get; init; }

    /// <summary>The sum of best figures.</summary>
    public long? Best { get; init; }

    /// <summary>The sum of high figures as published.</summary>
    public long? High { get; init; }

    /// <summary>The civilian dead.</summary>
    public long? Civilians { get; init; }

    /// <summary>The dead of side A.</summary>
    public long? SideA { get; init; }

    /// <summary>The dead of side B.</summary>
    public long? SideB { get; init; }

    /// <summary>The dead of whom it is reported that it isn't known who they were.</summary>
    public long? Unknown { get; init; }
}
