namespace ConflictModel;

/// <summary>What one source said of one incident or scope: when, on what basis, and how many.</summary>
/// <remarks>Several reports of one thing stand side by side; none replaces another. Equality is by content.</remarks>
public sealed partial record Report
{
    /// <summary>Who said it, through whom, when.</summary>
    public required Citation Citation { get; init; }

    /// <summary>How well it is supported, on a named scheme; null if not graded.</summary>
    public Grade? Grade { get; init; }

    /// <summary>What the figures rest on; null if not said.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The people harmed, as this source counts them; null if it gives no figure.</summary>
    public Casualties? Casualties { get; init; }

    /// <summary>What else it says, in the recorder's own words; null if nothing.</summary>
    public string? Note { get; init; }

    /// <summary>What an original row held that the model cannot rebuild; null if there is no such row.</summary>
    public Original? Original { get; init; }

    /// <summary>Other people's data about it.</summary>
    public ExtensionData Extensions { get; init; }
}
