namespace ConflictModel.Reporting;

/// <summary>The words for a number of things, in the forms that a language has; {0} stands for the number.</summary>
/// <remarks>The forms are those of Unicode's CLDR: English has one and other, Arabic all six. Equality is by content.</remarks>
internal sealed record Plural
{
    /// <summary>None; as <see cref="Other"/> if the language has no form for it.</summary>
    public string? Zero { get; init; }

    /// <summary>One.</summary>
    public required string One { get; init; }

    /// <summary>Two; as <see cref="Other"/> if the language has no form for it.</summary>
    public string? Two { get; init; }

    /// <summary>In Arabic 3 to 10, and numbers that end in 03 to 10.</summary>
    public string? Few { get; init; }

    /// <summary>In Arabic 11 to 99, and numbers that end in 11 to 99.</summary>
    public string? Many { get; init; }

    /// <summary>Every other number.</summary>
    public required string Other { get; init; }

    /// <summary>The form for a number.</summary>
    public string For(long number) => (number, number % 100) switch
    {
        (0, _) => Zero ?? Other,
        (1, _) => One,
        (2, _) => Two ?? Other,
        (_, >= 3 and <= 10) => Few ?? Other,
        (_, >= 11 and <= 99) => Many ?? Other,
        _ => Other,
    };
}
