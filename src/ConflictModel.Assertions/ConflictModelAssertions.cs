using ConflictModel.Arithmetic;

namespace ConflictModel.Assertions;

/// <summary>What can be asserted of casualty figures, tallies and data sets: <c>toll.Should().AddUp()</c>.</summary>
/// <remarks>
/// They chain, take a reason and work within an <c>AssertionScope</c> as those of FluentAssertions do. What FluentAssertions offers for any
/// object is there too: <c>Be</c> compares records by content and order.
/// </remarks>
public static class ConflictModelAssertions
{
    /// <summary>Assertions on a count and its breakdowns, by what the record says.</summary>
    /// <remarks>They throw a <see cref="DerivationDepthException"/> where parts are nested deeper than the arithmetic goes.</remarks>
    public static TollAssertions Should(this Toll? toll) => new(toll, () => toll?.Derive());

    /// <summary>
    /// Assertions on what follows from a count, which was derived with a data set's regions and affiliations or with a headline's
    /// attribution.
    /// </summary>
    public static TollAssertions Should(this Derivation? derivation) => new(derivation?.Toll, () => derivation);

    /// <summary>Assertions on the casualties of a report, harm by harm.</summary>
    public static CasualtiesAssertions Should(this Casualties? casualties) => new(casualties);

    /// <summary>Assertions on one figure of a derivation.</summary>
    public static FigureAssertions Should(this DerivedFigure? figure) => new(figure);

    /// <summary>Assertions on bounds.</summary>
    public static BoundsAssertions Should(this Bounds bounds) => new(bounds);

    /// <summary>Assertions on a count as reported: <c>Be(449)</c> is of a figure that was printed as the count, without words.</summary>
    public static EstimateAssertions Should(this Estimate estimate) => new(estimate);

    /// <summary>Assertions on a published total.</summary>
    public static TallyAssertions Should(this Tally? tally) => new(tally);

    /// <summary>Assertions on an incident.</summary>
    public static IncidentAssertions Should(this Incident? incident) => new(incident);

    /// <summary>Assertions on a data set.</summary>
    public static DatasetAssertions Should(this ConflictDataset? dataset) => new(dataset);
}
