namespace ConflictModel.Time;

/// <summary>What a source's date is said to be: uncertain (<c>?</c>), approximate (<c>~</c>) or both (<c>%</c>).</summary>
[Flags]
public enum DateQualifiers
{
    /// <summary>Neither: the date is given as it is.</summary>
    None = 0,

    /// <summary>The source of the date is doubtful: <c>?</c>.</summary>
    Uncertain = 1,

    /// <summary>The date is near the truth: <c>~</c>.</summary>
    Approximate = 2,
}
