using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Laws;

/// <summary>A figure that a toll has room for: the path of whom it counts, and whether it counts operations.</summary>
internal readonly record struct PrintedFigure(FigurePath Path, bool IsOfOperations)
{
    /// <summary>What follows for it from the figures of a toll; unknown where the toll prints no operations at all.</summary>
    public Bounds BoundsIn(Derivation derived)
    {
        // What stands beside the whole has operations of its own.
        FigurePath path = Path;
        Derivation home = derived.Beside.FirstOrDefault(beside => beside.Find(path) is not null) ?? derived;
        return (IsOfOperations ? home.Operations : home)?.Find(path)?.Bounds ?? Bounds.Unknown;
    }

    public override string ToString() => $"{(Path.IsWhole ? "whole" : Path.Value)}{(IsOfOperations ? " (operations)" : "")}";
}

/// <summary>Walks the figures of a toll as a reader meets them, and makes the same toll with others.</summary>
internal sealed class PrintedFigures
{
    private readonly Toll toll;
    private readonly FigurePath[] paths;

    public PrintedFigures(Toll toll)
    {
        this.toll = toll;
        Derivation derived = toll.Derive();
        paths =
        [
            .. derived.Beside.Prepend(derived).SelectMany(one => one.Figures)
                .Where(figure => figure.Kind is FigureKind.Whole or FigureKind.Part).Select(figure => figure.Path),
        ];
        var all = new List<(PrintedFigure, Estimate)>();
        Change((figure, printed) =>
        {
            all.Add((figure, printed));
            return printed;
        });
        All = all;
    }

    /// <summary>Every figure in the toll's order, also those of which nothing is printed.</summary>
    public IReadOnlyList<(PrintedFigure Figure, Estimate Printed)> All { get; }

    /// <summary>The toll with one figure changed.</summary>
    public Toll With(PrintedFigure figure, Estimate instead) => Change((other, printed) => other == figure ? instead : printed);

    /// <summary>The toll with each figure, printed or not, as a function makes it.</summary>
    public Toll Change(Func<PrintedFigure, Estimate, Estimate> change)
    {
        int next = 0;
        Toll changed = toll with { Count = People(toll.Count), Operations = Operations(toll.Operations) };
        changed = changed with { Breakdowns = Breakdowns(toll.Breakdowns) };
        return changed with { Beside = toll.Beside.Select(Changed).ToValueList() };

        Estimate People(Estimate printed) => change(new(paths[next], false), printed);

        Estimate Operations(Estimate printed) => change(new(paths[next++], true), printed);

        ValueList<Breakdown> Breakdowns(ValueList<Breakdown> breakdowns) => breakdowns
            .Select(breakdown => breakdown with { Parts = breakdown.Parts.Select(Changed).ToValueList() }).ToValueList();

        Part Changed(Part part)
        {
            Part own = part with { Count = People(part.Count), Operations = Operations(part.Operations) };
            return own with { Breakdowns = Breakdowns(part.Breakdowns) };
        }
    }
}
