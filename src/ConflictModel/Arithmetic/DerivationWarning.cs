using System.Text.Json.Serialization;

namespace ConflictModel.Arithmetic;

/// <summary>What is odd about a warning's figures.</summary>
internal enum DerivationWarningKind
{
    /// <summary>A low figure above the best or the high, or a best above the high.</summary>
    FiguresOutOfOrder = 1,

    /// <summary>The best figures of the parts don't add up to that of the whole, or exceed it.</summary>
    BestsDoNotAddUp,

    /// <summary>A best figure outside the bounds that the reported figures allow.</summary>
    BestOutsideBounds,

    /// <summary>A headline attributes all of the whole to actors of whose doing part of it can't be.</summary>
    LooseAttribution,
}

/// <summary>Something in the figures that is odd, and can be true all the same.</summary>
/// <remarks>Equality is by content, that of figures by reference.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record DerivationWarning
{
    /// <summary>Whether the figures count operations (attacks, incidents) and not people.</summary>
    public required bool IsOfOperations { get; init; }

    /// <summary>The figures that it is about; the one to look at first comes first.</summary>
    public required ValueList<DerivedFigure> Figures { get; init; }

    /// <summary>The numbers: "low 9 above best 7", "best 7, bounds 0 to 5", "3 + 4 = 7, not 8", "at most 420 of 449".</summary>
    public required string Arithmetic { get; init; }

    /// <summary>What the first figure would be if its ends were put in order; null if nothing is proposed.</summary>
    public Estimate? Proposed { get; init; }

    /// <summary>What is odd.</summary>
    internal DerivationWarningKind Kind { get; init; }

    /// <summary>What is odd, each number with what it counts.</summary>
    /// <param name="names">What actors and regions are called; their ids if null.</param>
    public string ToSentence(FigureNames? names = null)
    {
        names ??= FigureNames.Ids;
        string of = Figures[0].Kind == FigureKind.Whole ? "" : $" ({string.Join(' ', names.WordsOf(Figures[0]))})";
        return Kind switch
        {
            DerivationWarningKind.FiguresOutOfOrder => $"The figures are in the wrong order: {Arithmetic}{of}.",
            DerivationWarningKind.BestOutsideBounds => $"The best figure is outside what the figures allow: {Arithmetic}{of}.",
            DerivationWarningKind.BestsDoNotAddUp => $"The best figures don't add up: {Arithmetic}{of}.",
            _ => $"The headline attributes all of them to {string.Join(" and ", Figures[0].AttributedTo.Select(names.Actor))}, "
                + $"but its own parts allow {Arithmetic}.",
        };
    }

    /// <summary>The arithmetic, and where.</summary>
    public override string ToString() => $"{Figures[0].Path}: {Arithmetic}";
}
