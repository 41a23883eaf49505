using ConflictModel.Arithmetic;
using Cell = ConflictModel.Reporting.ActorMatrix.Cell;
using Party = ConflictModel.Reporting.ActorMatrix.Party;
using PartyKind = ConflictModel.Reporting.ActorMatrix.PartyKind;

namespace ConflictModel.Reporting;

/// <summary>One report's count, by who was harmed and by whom: each person in one cell.</summary>
/// <remarks>
/// A figure is divided only by parts that name another party than it has itself, for only these are known to be apart: women and the
/// elderly may be the same people. Whoever the other parts count is what these leave of the whole.
/// </remarks>
internal sealed class VictimCells
{
    private readonly PartyFinder parties;
    private readonly Dictionary<(Party Row, Party Column), Cell> cells = [];

    private VictimCells(PartyFinder parties) => this.parties = parties;

    /// <summary>The cells of a count.</summary>
    /// <param name="whole">The count.</param>
    /// <param name="parties">Who belongs to whom at the time.</param>
    /// <param name="row">Who did it, where no part says more.</param>
    public static Dictionary<(Party Row, Party Column), Cell> Of(DerivedFigure whole, PartyFinder parties, Party row)
    {
        var made = new VictimCells(parties);
        made.Add(whole, row, Party.NotSaid);
        return made.cells;
    }

    private void Add(DerivedFigure figure, Party row, Party column)
    {
        if (Divides(figure, row, column) is not var (breakdown, named))
        {
            // Of figures that contradict each other nothing follows, a best one by difference neither.
            Add((row, column), new(figure.Bounds, Worth.Nothing(figure.Bounds) ? figure.Reported.Best : figure.Best, 1));
            return;
        }

        foreach ((DerivedFigure part, Party by, Party whom) in named)
        {
            Add(part, by, whom);
        }

        bool areAll = named.Count == breakdown.Parts.Count;
        if (areAll && breakdown.Breakdown.Kind == BreakdownKind.Partition)
        {
            return;
        }

        Bounds rest = areAll ? breakdown.Residual.Bounds : Rest(figure.Bounds, named.Select(part => part.Figure.Bounds));
        if (rest.Upper != 0)
        {
            Add((row, column), new(rest, areAll && !Worth.Nothing(rest) ? breakdown.Residual.Best : null, 1));
        }
    }

    private void Add((Party Row, Party Column) key, Cell cell) =>
        cells[key] = cells.TryGetValue(key, out Cell known) ? known + cell : cell;

    /// <summary>What parts leave of a whole.</summary>
    private static Bounds Rest(Bounds whole, IEnumerable<Bounds> parts)
    {
        Bounds all = parts.Aggregate(Bounds.Zero, (sum, part) => sum + part);
        long least = all.Upper is { } most ? Math.Max(0, whole.Lower - most) : 0;
        return new(least, whole.Upper is { } end ? Math.Max(least, end - all.Lower) : null, isOuter: true);
    }

    /// <summary>The breakdown by victim, else the one by perpetrator, that names parties; null if there is none with a figure.</summary>
    private (DerivedBreakdown Breakdown, List<(DerivedFigure Figure, Party Row, Party Column)> Named)? Divides(
        DerivedFigure figure, Party row, Party column)
    {
        foreach (DerivedBreakdown breakdown in figure.Breakdowns
            .Where(one => one.Breakdown.By is Axis.Victim or Axis.Perpetrator && !Worth.Nothing(one))
            .OrderBy(one => one.Breakdown.By != Axis.Victim))
        {
            List<(DerivedFigure Figure, Party Row, Party Column)> named =
            [
                .. breakdown.Parts
                    .Select(part => (part, parties.PerpetratorsOf(part.Part!, row), parties.VictimsOf(part.Part!, column)))
                    .Where(part => (part.Item2, part.Item3) != (row, column) && IsApart(part.Item3, breakdown.Breakdown)),
            ];
            if (breakdown.Breakdown is { Kind: BreakdownKind.Inclusion, Disjoint: false })
            {
                named = named.FindAll(part => named.TrueForAll(other => other.Figure == part.Figure || AreApart(part, other)));
            }

            long least = named.Sum(part => part.Figure.Bounds.Lower);
            if (named.Count > 0 && least <= (figure.Bounds.Upper ?? long.MaxValue))
            {
                return (breakdown, named);
            }
        }

        return null;
    }

    /// <summary>
    /// Whether nobody is in two parts: "a and b" holds whoever is of a, and all of a its officers; pieces of one category are apart.
    /// </summary>
    private static bool AreApart(
        (DerivedFigure Figure, Party Row, Party Column) one, (DerivedFigure Figure, Party Row, Party Column) other)
    {
        Axis axis = one.Figure.Breakdown!.By;
        return (one.Row, one.Column) == (other.Row, other.Column)
            ? Equals(one.Figure.Part!.CategoryOn(axis), other.Figure.Part!.CategoryOn(axis))
            : !Share(axis == Axis.Victim ? one.Column : one.Row, axis == Axis.Victim ? other.Column : other.Row);

        static bool Share(Party a, Party b) => a != b && a.Actors.Intersect(b.Actors).Any();
    }

    /// <summary>
    /// Whether a party shares nobody with those beside it: officers may be militiamen unless the parts are said to be apart.
    /// </summary>
    private static bool IsApart(Party party, Breakdown breakdown) =>
        party.Kind != PartyKind.Called || breakdown.Kind == BreakdownKind.Partition || breakdown.Disjoint || breakdown.Parts.Count == 1;
}
