namespace ConflictModel.Validation;

/// <summary>One result of validation: what was found, where, with which numbers, and how it could be mended.</summary>
/// <remarks>Equality is by content.</remarks>
public sealed partial record Finding
{
    /// <summary>What kind of finding it is: one of <see cref="FindingCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>How much it matters.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The place in the data set's file.</summary>
    public required JsonPointer Pointer { get; init; }

    /// <summary>What is the matter, in a sentence that a person understands.</summary>
    public required string Message { get; init; }

    /// <summary>The figures that it is about, in the order of the message.</summary>
    public ValueList<long> Numbers { get; init; }

    /// <summary>A change that would mend it; null if there is none to propose.</summary>
    public string? Repair { get; init; }

    /// <summary>Severity, code, place and message on one line.</summary>
    public override string ToString() => $"{JsonName.Of(Severity)} {Code} {Pointer}: {Message}";
}
