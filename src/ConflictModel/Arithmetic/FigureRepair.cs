namespace ConflictModel.Arithmetic;

/// <summary>A change of one figure that would mend a contradiction and break nothing else.</summary>
/// <param name="Path">Where the figure stands.</param>
/// <param name="Figure">The figure as it was reported.</param>
/// <param name="Needed">What it would have to be.</param>
public readonly record struct FigureRepair(FigurePath Path, Estimate Figure, Bounds Needed)
{
    /// <summary>The path, the figure and what it would have to be: <c>victim:isis: 29 -> 34</c>.</summary>
    public override string ToString() => $"{(Path.IsWhole ? "whole" : Path.Value)}: {Figure} -> {Needed}";
}
