using System.Text.Json.Serialization;

namespace ConflictModel.Arithmetic;

/// <summary>One harm of one report, with what follows from its figures.</summary>
/// <remarks>Equality is by reference, as that of the derivation is.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class TollFigures
{
    internal TollFigures(Harm harm, int reportIndex, Derivation derivation)
    {
        Harm = harm;
        ReportIndex = reportIndex;
        Derivation = derivation;
    }

    /// <summary>The harm that is counted.</summary>
    public Harm Harm { get; }

    /// <summary>The report's place among those of its incident; 0 for a tally, which has one.</summary>
    public int ReportIndex { get; }

    /// <summary>What follows from the figures.</summary>
    public Derivation Derivation { get; }

    /// <summary>The harm as a file's member and a path's first step name it: "killedOrWounded".</summary>
    public string HarmName => JsonName.Of(Harm);

    /// <summary>The path of one of the figures, from the harm down: <c>killed/victim:isis</c>.</summary>
    public string PathOf(DerivedFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.Path.IsWhole ? HarmName : $"{HarmName}/{figure.Path}";
    }

    /// <summary>The figure at a path that begins with the harm; null if there is none.</summary>
    public DerivedFigure? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        int slash = path.IndexOf('/', StringComparison.Ordinal);
        (string harm, string rest) = slash < 0 ? (path, "") : (path[..slash], path[(slash + 1)..]);
        return harm == HarmName && (slash < 0 || rest.Length > 0) && FigurePath.TryParse(rest, null, out FigurePath steps)
            ? Derivation.Find(steps)
            : null;
    }
}
