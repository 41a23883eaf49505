namespace ConflictModel;

/// <summary>One thing that a resolution asks, with the instrument's own verb.</summary>
/// <remarks>Equality is by content and order.</remarks>
public sealed partial record Provision
{
    /// <summary>
    /// The instrument's own verb, which carries its legal weight: "demands", "calls on", "emphasizes", "expresses support".
    /// </summary>
    public required string Verb { get; init; }

    /// <summary>Who is asked, in words; null if nobody in particular.</summary>
    public string? Addressee { get; init; }

    /// <summary>The actors among the addressees.</summary>
    public ValueList<ActorId> Actors { get; init; }

    /// <summary>What is asked or supported, in the recorder's own words.</summary>
    public required string Act { get; init; }

    /// <summary>Particulars that the text names ("particularly women and children").</summary>
    public ValueList<string> Particulars { get; init; }

    /// <summary>How soon it is to be done, in the instrument's own word ("immediately"); null if it does not say.</summary>
    public string? Urgency { get; init; }

    /// <summary>The date by which, or the period within which, it is to be done; null if none is set.</summary>
    public ReportedDate? Target { get; init; }
}
