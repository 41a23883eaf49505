using System.Diagnostics;
using System.Text.Json.Serialization;

namespace ConflictModel.Arithmetic;

/// <summary>One count of a casualty record with what follows for it from all the others.</summary>
/// <remarks>Equality is by reference. It reads from its <see cref="Derivation"/> and is safe to share between threads.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(NoJsonConverter))]
public sealed class DerivedFigure
{
    private readonly Derivation derivation;

    // A node of the tree; for a residual, the node that the breakdown divides.
    private readonly NodeNumber node;
    private readonly GroupNumber group;
    private Explanation? explanation;

    internal DerivedFigure(Derivation derivation, FigureKind kind, NodeNumber node, GroupNumber group)
    {
        this.derivation = derivation;
        Kind = kind;
        this.node = node;
        this.group = group;
    }

    /// <summary>Where it stands in the record.</summary>
    public FigurePath Path => derivation.PathOf(this);

    /// <summary>What it stands for.</summary>
    public FigureKind Kind { get; }

    /// <summary>The part that reports it; null for every other kind of figure.</summary>
    public Part? Part => Kind == FigureKind.Part ? derivation.Tree.Nodes[node].Part : null;

    /// <summary>The breakdown that it is a part, a category or the residual of; null otherwise.</summary>
    public Breakdown? Breakdown => !group.IsNone ? derivation.Tree.Groups[group].Source : null;

    /// <summary>What the report says of it; empty if it gives no figure.</summary>
    public Estimate Reported => IsOfReport ? derivation.Tree.EstimateOf(node) : default;

    /// <summary>The bounds that the report's own figure for it sets, by the table of words.</summary>
    public Bounds ReportedBounds => IsOfReport ? derivation.Tree.Nodes[node].Reported.ToBounds() : Bounds.Unknown;

    /// <summary>The least and the greatest count that all the reported figures together allow.</summary>
    /// <remarks>Where they contradict each other nothing follows: then these are the reported bounds, marked outer.</remarks>
    public Bounds Bounds => derivation.BoundsOf(this);

    /// <summary>
    /// The best figure: as reported, or by difference or sum from those of its whole and its parts; null if neither is there.
    /// </summary>
    public long? Best => derivation.Bests.Of(this);

    /// <summary>Whether <see cref="Best"/> was not reported but follows from other best figures.</summary>
    public bool IsBestDerived => Reported.Best is null && Best is not null;

    /// <summary>Whether the report gives no figure for it, or other figures narrow the one that it gives.</summary>
    public bool IsDerived => Reported.IsEmpty || (Bounds.Lower, Bounds.Upper) != (ReportedBounds.Lower, ReportedBounds.Upper);

    /// <summary>The arithmetic in digits, like "449 - 29 - 376"; null if nothing is derived or no figure leads to it.</summary>
    /// <remarks>Where the ends have different arithmetic it is that of the upper end, or of the lower if only that is derived.</remarks>
    public string? Because => !IsDerived ? null : explanation is null ? derivation.Because(this) : explanation.Arithmetic;

    /// <summary>
    /// The figure of which this is a part, a category or a residual; null for a whole. That of a piece is the breakdown's whole too.
    /// </summary>
    public DerivedFigure? Parent => Kind switch
    {
        FigureKind.Whole => null,
        FigureKind.Part or FigureKind.Category => derivation.FigureOf(derivation.Tree.Groups[derivation.Tree.ReportedGroup(group)].Whole),
        FigureKind.Residual => derivation.FigureOf(node),
        _ => derivation.Whole,
    };

    /// <summary>The breakdowns that the report gives of it.</summary>
    public IReadOnlyList<DerivedBreakdown> Breakdowns
    {
        get
        {
            if (!IsOfReport)
            {
                return [];
            }

            return [.. derivation.Tree.Nodes[node].Breakdowns.Select(g => new DerivedBreakdown(derivation, g))];
        }
    }

    /// <summary>Whether it stands in the report, with or without a figure.</summary>
    internal bool IsOfReport => Kind is FigureKind.Whole or FigureKind.Part;

    /// <summary>Whether it is one of several parts of one category.</summary>
    internal bool IsPiece => Kind == FigureKind.Part && derivation.Tree.IsOfPieces(derivation.Tree.Nodes[node].Group);

    /// <summary>The actors to whom the headline attributes the whole.</summary>
    internal ValueList<ActorId> AttributedTo => derivation.AttributedTo;

    /// <summary>A part with its category: of a category in pieces, the first of them without its printed words.</summary>
    internal Part? CategoryPart => Kind == FigureKind.Category ? derivation.Tree.PartOf(node) with { AsWritten = null } : Part;

    internal NodeNumber Node => node;

    internal GroupNumber Group => group;

    /// <summary>The reported figures that each end of <see cref="Bounds"/> follows from, and how.</summary>
    /// <remarks>
    /// No figure can be left out of either end: without it the end would not follow from the others cited. What would take more than 100
    /// figures, or too long because breakdowns cross in a record of thousands of figures, is not explained.
    /// </remarks>
    public Explanation Explain() => explanation ??= derivation.Explain(this);

    /// <summary>The path and the bounds: <c>victim:? = 44</c>.</summary>
    public override string ToString() => $"{(Path.IsWhole ? "whole" : Path.Value)} = {Bounds}";
}
