using System.Text.Json.Serialization;

namespace ConflictModel.Arithmetic;

/// <summary>The figures that bear on a claim, set side by side and never judged.</summary>
/// <remarks>Equality is by reference.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class ClaimFigures
{
    internal ClaimFigures(Claim claim, ValueList<KeyValuePair<FigureReference, DerivedFigure>> figures, ValueList<FigureReference> missing)
    {
        Claim = claim;
        Figures = figures;
        Missing = missing;

        // Parts of one breakdown are disjoint, so that they can be added and set against their whole; other figures may hold the same
        // people.
        DerivedFigure[] parts = figures.Select(pair => pair.Value).Distinct().ToArray();
        if (parts.Length > 0
            && Array.TrueForAll(
                parts,
                part => part.Kind == FigureKind.Part && part.Breakdown == parts[0].Breakdown && part.Parent == parts[0].Parent))
        {
            Together = parts.Aggregate(Bounds.Zero, (sum, part) => sum + part.Bounds);
            Whole = parts[0].Parent;
        }
    }

    /// <summary>The claim.</summary>
    public Claim Claim { get; }

    /// <summary>The figures that it names, in its order, each with the reference that leads to it.</summary>
    public ValueList<KeyValuePair<FigureReference, DerivedFigure>> Figures { get; }

    /// <summary>The references that lead to no figure.</summary>
    public ValueList<FigureReference> Missing { get; }

    /// <summary>The sum of the figures where they are parts of one breakdown; null if they may overlap or there is none.</summary>
    public Bounds? Together { get; }

    /// <summary>The figure that they are parts of; null where <see cref="Together"/> is.</summary>
    public DerivedFigure? Whole { get; }
}
