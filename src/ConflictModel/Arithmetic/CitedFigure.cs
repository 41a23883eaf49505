namespace ConflictModel.Arithmetic;

/// <summary>A reported figure that a derivation rests on.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Figure">The figure as it was reported.</param>
public readonly record struct CitedFigure(FigurePath Path, Estimate Figure)
{
    /// <summary>The path and the figure: <c>victim:isis = 29</c>.</summary>
    public override string ToString() => Path.IsWhole ? $"whole = {Figure}" : $"{Path} = {Figure}";
}
