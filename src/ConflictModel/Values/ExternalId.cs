namespace ConflictModel;

/// <summary>The name that another system gives to the same thing: scheme "ucdp", value "234".</summary>
/// <remarks>Equality is that of both texts, ordinal. One thing may bear several values of one scheme.</remarks>
public sealed partial record ExternalId
{
    /// <summary>The naming system, lower case: <c>ucdp</c>, <c>acled</c>, <c>wikidata</c>, <c>geonames</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>The name in that system, as it writes it.</summary>
    public required string Value { get; init; }
}
