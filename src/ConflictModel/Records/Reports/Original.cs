namespace ConflictModel;

/// <summary>What a data set's row held that this model cannot rebuild exactly, so that the row can be written back cell by cell.</summary>
/// <remarks>Equality is by content and order. Only columns that cannot be rebuilt are kept.</remarks>
public sealed partial record Original
{
    private readonly KeptCells cells;

    /// <summary>The format: "ucdp-ged", "acled".</summary>
    public required string Format { get; init; }

    /// <summary>The version of the data set, since a figure belongs to a vintage; null if unknown.</summary>
    public Vintage? Vintage { get; init; }

    /// <summary>The columns in the row's own order.</summary>
    /// <remarks>They are kept packed, and made anew each time that they are asked for: ask once for all.</remarks>
    public required ValueList<OriginalColumn> Columns
    {
        get => cells.ToColumns();
        init => cells = KeptCells.Of(value);
    }
}
