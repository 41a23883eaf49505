using System.Text.Json.Serialization;

namespace ConflictModel.Arithmetic;

/// <summary>A breakdown with what follows for its parts and for what they leave.</summary>
/// <remarks>Equality is by reference. It reads from its <see cref="Derivation"/> and is safe to share between threads.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class DerivedBreakdown
{
    private readonly Derivation derivation;
    private readonly GroupNumber group;

    internal DerivedBreakdown(Derivation derivation, GroupNumber group) => (this.derivation, this.group) = (derivation, group);

    /// <summary>The breakdown as it was reported.</summary>
    public Breakdown Breakdown => derivation.Tree.Groups[group].Source;

    /// <summary>The figure that it divides.</summary>
    public DerivedFigure Whole => derivation.FigureOf(derivation.Tree.Groups[group].Whole);

    /// <summary>The parts, in the report's order; of a category in pieces, the pieces.</summary>
    public IReadOnlyList<DerivedFigure> Parts => Array.ConvertAll(derivation.Tree.PartsOf(group), derivation.FigureOf);

    /// <summary>What the parts leave of the whole: none for a partition.</summary>
    public DerivedFigure Residual => derivation.ResidualOf(group);
}
