using System.Diagnostics;
using System.Text.Json.Serialization;

namespace ConflictModel.Arithmetic;

/// <summary>What follows from one reported count and its breakdowns: bounds, residuals, contradictions, and why.</summary>
/// <remarks>
/// Get one by <c>toll.Derive()</c>. Bounds are computed at once; figures, explanations and contradictions when they are
/// asked for. Equality is by reference; immutable as far as anyone can see, and safe to share between threads.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(NoJsonConverter))]
public sealed class Derivation
{
    // The bounds of the whole, and whether all is consistent, don't depend on the nodes of categories in pieces. Figures do.
    private readonly CountSolution first;
    private readonly Wordings wordings;
    private readonly CategoryRelations relations;
    private readonly FigurePath prefix;
    private DerivedFigure? whole;
    private CountSolution? solution;
    private FigureIndex? index;
    private Explainer? explainer;
    private BestLayer? bests;
    private Derivation? operations;
    private Derivation[]? beside;
    private ContradictionFinder.Result? own;
    private Contradiction[]? contradictions;
    private DerivationWarning[]? warnings;

    internal Derivation(
        Toll toll, Counted measure, ValueList<ActorId> attributedTo, Wordings wordings, CategoryRelations relations, FigurePath prefix)
    {
        Toll = toll;
        AttributedTo = attributedTo;
        this.wordings = wordings;
        this.relations = relations;
        this.prefix = prefix;
        first = CountSolution.Solve(TreeBuilder.Build(toll, measure, wordings, relations));
    }

    /// <summary>The count that this was derived from.</summary>
    public Toll Toll { get; }

    /// <summary>Whether the figures count operations (attacks, incidents) and not people.</summary>
    public bool IsOfOperations => first.Tree.Counted == Counted.Operations;

    /// <summary>The actors to whom the headline attributes the whole; empty if to nobody.</summary>
    public ValueList<ActorId> AttributedTo { get; }

    /// <summary>The whole count.</summary>
    public DerivedFigure Whole =>
        whole
        ?? Interlocked.CompareExchange(ref whole, new(this, FigureKind.Whole, NodeNumber.Root, GroupNumber.None), null)
        ?? whole;

    /// <summary>Those of the whole that are the work of <see cref="AttributedTo"/>; null if that is empty.</summary>
    /// <remarks>
    /// Where no part contradicts the headline, the whole is what it says. Where parts lay people to others, only what parts lay to these
    /// actors is certain, which is the lower end, and all that they leave is possible, the upper one.
    /// </remarks>
    public DerivedFigure? Attributed => AttributedTo.IsEmpty ? null : Index.Attributed;

    /// <summary>Every figure and every residual of an inclusion in document order: the whole; then for each of its breakdowns the parts,
    /// each followed by its own, and the residual; last what is attributed.</summary>
    /// <remarks>A category that stands in pieces is no figure of the report's: find it by its path.</remarks>
    public IReadOnlyList<DerivedFigure> Figures => Index.All;

    /// <summary>What follows for the operations (attacks) in which people were harmed; null if none are reported.</summary>
    /// <remarks>
    /// Operations of different regions, periods and methods add up unless the breakdown says that they overlap. Over victims, perpetrators
    /// and demographics they don't, since one operation can hit several: there each part is only within the whole.
    /// </remarks>
    public Derivation? Operations =>
        IsOfOperations || !first.Tree.HasOperations
            ? null
            : operations ??= new Derivation(Toll, Counted.Operations, default, wordings, relations, prefix);

    /// <summary>
    /// What follows for each figure printed next to the whole, in the report's order. Their paths begin with <c>beside:</c>.
    /// </summary>
    public IReadOnlyList<Derivation> Beside => beside ??= IsOfOperations || Toll.Beside.IsEmpty ? [] : DeriveBeside();

    /// <summary>Whether all the reported figures can be true together: those of operations and those beside the whole too.</summary>
    /// <remarks>Where bounds are outer, an inconsistency that no proof was found for counts as consistent.</remarks>
    public bool IsConsistent => first.IsFeasible && Operations is not { IsConsistent: false } && Beside.All(other => other.IsConsistent);

    /// <summary>Every independent way in which the reported figures can't all be true; empty if they can.</summary>
    /// <remarks>
    /// Those of people come first, then those beside the whole, then those of operations; of each at most 1,000 broken
    /// identities and 50 others. <see cref="HasFurtherContradictions"/> says whether there are more.
    /// </remarks>
    public IReadOnlyList<Contradiction> Contradictions => contradictions ??=
        [
            .. Own.Told,
            .. Beside.SelectMany(other => other.Contradictions),
            .. Operations?.Contradictions ?? [],
        ];

    /// <summary>Whether there are more contradictions than <see cref="Contradictions"/> tells.</summary>
    /// <remarks>
    /// Where more than some 2,000 figures of breakdowns that cross are held together, one that shares a figure with one that is told is not
    /// looked for, and not counted here.
    /// </remarks>
    public bool HasFurtherContradictions =>
        Own.HasFurther || Beside.Any(other => other.HasFurtherContradictions) || Operations is { HasFurtherContradictions: true };

    /// <summary>
    /// What is odd and can be true all the same: best figures that don't add up, figures in the wrong order, a loose headline.
    /// </summary>
    public IReadOnlyList<DerivationWarning> Warnings => warnings ??=
        [
            .. new WarningFinder(this).FindAll(),
            .. Beside.SelectMany(other => other.Warnings),
            .. Operations?.Warnings ?? [],
        ];

    internal CountTree Tree => Solution.Tree;

    /// <summary>What the parts say of the attribution of the whole.</summary>
    internal AttributedShare Share => AttributedShare.Of(Tree, Solution.Nodes, AttributedTo);

    internal BestLayer Bests => bests ??= new BestLayer(Tree);

    internal bool IsFeasible => first.IsFeasible;

    private CountSolution Solution => solution ?? Interlocked.CompareExchange(ref solution, InPieces(), null) ?? solution;

    private ContradictionFinder.Result Own => own ??= first.IsFeasible ? new([], HasFurther: false) : new ContradictionFinder(this).Find();

    private Explainer Explainer =>
        explainer ?? Interlocked.CompareExchange(ref explainer, new Explainer(this, Solution), null) ?? explainer;

    private FigureIndex Index => index ?? Interlocked.CompareExchange(ref index, new FigureIndex(this, prefix), null) ?? index;

    /// <summary>The figure at a path.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the paths that are most like it.</exception>
    public DerivedFigure this[FigurePath path] =>
        Find(path) ?? throw new KeyNotFoundException(
            $"There is no figure at '{path}'. Paths like it: {string.Join(", ", PathsLike(path).Select(near => $"'{near}'"))}.");

    /// <summary>The figure at a path, or null if there is none. Figures beside the whole are found too.</summary>
    public DerivedFigure? Find(FigurePath path) =>
        Index.Find(path) ?? Beside.Select(other => other.Find(path)).FirstOrDefault(figure => figure is not null);

    /// <summary>The whole and whether it goes together with the rest: <c>whole = 449, consistent</c>.</summary>
    public override string ToString() => $"{Whole}, {(IsConsistent ? "consistent" : "contradictory")}";

    internal DerivedFigure FigureOf(NodeNumber node) => Index.Nodes[node];

    internal DerivedFigure ResidualOf(GroupNumber group) => Index.Residuals[group];

    internal FigurePath PathOf(DerivedFigure figure) => figure.Kind switch
    {
        FigureKind.Whole => prefix,
        FigureKind.Part or FigureKind.Category => Index.NodePaths[figure.Node],
        FigureKind.Residual => Index.ResidualPaths[figure.Group],
        _ => prefix.Then("attributed", Category.KeyOf(AttributedTo)),
    };

    internal FigurePath PathOf(NodeNumber node) => node == NodeNumber.Root ? prefix : Index.NodePaths[node];

    internal Bounds BoundsOf(DerivedFigure figure)
    {
        if (!first.IsFeasible)
        {
            return figure.Kind switch
            {
                FigureKind.Residual when Tree.Groups[figure.Group].Rule.Covers() => Bounds.Zero.AsOuter(),
                FigureKind.Residual or FigureKind.Attributed => Bounds.Unknown.AsOuter(),
                _ => Tree.Nodes[figure.Node].Reported.ToBounds(isOuter: true),
            };
        }

        return figure.Kind switch
        {
            FigureKind.Whole => first.Nodes[NodeNumber.Root].ToBounds(first.IsOuter(NodeNumber.Root)),
            FigureKind.Residual => Solution.Residuals[figure.Group].ToBounds(Solution.IsOuterResidual(figure.Group)),
            FigureKind.Attributed => Share is { IsContradicted: true, Ours: var ours }
                ? ours.ToBounds(AttributedShare.IsOuter(Tree) && !ours.IsSingle)
                : BoundsOf(Whole),
            _ => Solution.Nodes[figure.Node].ToBounds(Solution.IsOuter(figure.Node)),
        };
    }

    internal Explanation Explain(DerivedFigure figure) => Explainer.Explain(figure);

    internal string? Because(DerivedFigure figure) => Explainer.Arithmetic(figure);

    /// <summary>Up to five paths, those first that begin and end as another does.</summary>
    private IEnumerable<FigurePath> PathsLike(FigurePath path) => Index.Paths
        .Concat(Beside.SelectMany(other => other.Index.Paths))
        .OrderByDescending(known => SharedLetters(known.Value, path.Value))
        .ThenBy(known => known.Value, StringComparer.Ordinal)
        .Take(5);

    private static int SharedLetters(string one, string other)
    {
        int most = Math.Min(one.Length, other.Length);
        int before = 0;
        while (before < most && char.ToUpperInvariant(one[before]) == char.ToUpperInvariant(other[before]))
        {
            before++;
        }

        int behind = 0;
        while (behind < most - before && char.ToUpperInvariant(one[^(behind + 1)]) == char.ToUpperInvariant(other[^(behind + 1)]))
        {
            behind++;
        }

        return before + behind;
    }

    private CountSolution InPieces() =>
        first.Tree.LacksPieces() ? CountSolution.Solve(TreeBuilder.BuildInPieces(Toll, first.Tree.Counted, wordings, relations)) : first;

    private Derivation[] DeriveBeside()
    {
        var steps = new Dictionary<string, int>(StringComparer.Ordinal);
        var derived = new List<Derivation>();
        foreach (Part part in Toll.Beside)
        {
            string key = FigureIndex.BesideKey(part);
            steps[key] = steps.GetValueOrDefault(key) + 1;
            var toll = new Toll { Count = part.Count, Operations = part.Operations, Breakdowns = part.Breakdowns };
            derived.Add(new Derivation(toll, Counted.People, default, wordings, relations, prefix.Then("beside", key, steps[key])));
        }

        return [.. derived];
    }
}
