namespace ConflictModel.Validation;

/// <summary>What it means that two accounts can't both be right: it depends on whose words they are.</summary>
/// <remarks>One source's own words contradict each other; the carriers of one source differ; two sources may differ, and neither is
/// judged.</remarks>
internal sealed class SourceWords
{
    private readonly Dictionary<SourceId, string> names = [];

    public SourceWords(ConflictDataset dataset)
    {
        foreach (Source source in dataset.Sources)
        {
            names.TryAdd(source.Id, source.Name.ToString());
        }
    }

    /// <summary>Whether a source is a record of the data set.</summary>
    public bool Knows(SourceId source) => names.ContainsKey(source);

    /// <summary>Who says it, and through whom.</summary>
    public string Of(Citation citation) =>
        NameOf(citation.Source) + (citation.Via is { } via ? $" as carried by {NameOf(via)}" : "");

    /// <summary>How much it weighs that two accounts can't both be right.</summary>
    public static Severity WeightOf(Citation one, Citation other) =>
        one.Source != other.Source ? Severity.Information : one.Via != other.Via ? Severity.Warning : Severity.Error;

    /// <summary>What it means, in words.</summary>
    public static string VerdictOf(Severity weight) => weight switch
    {
        Severity.Error => "Both can't be true.",
        Severity.Warning => "One source is carried in two ways.",
        _ => "The sources differ.",
    };

    /// <summary>A number that is the greater, the more a weight matters.</summary>
    public static int GravityOf(Severity weight) => weight switch { Severity.Error => 2, Severity.Warning => 1, _ => 0 };

    private string NameOf(SourceId source) => names.GetValueOrDefault(source, source.Value);
}
