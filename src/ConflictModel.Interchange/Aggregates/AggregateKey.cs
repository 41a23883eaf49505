namespace ConflictModel.Interchange;

/// <summary>By what published rows are summed.</summary>
/// <remarks>There is no key with the value zero. Each prints as the data set writes it; an empty text is "not said".</remarks>
public enum AggregateKey
{
    /// <summary>The year: 2016. Events that may be in several are spread over them by days.</summary>
    Year = 1,

    /// <summary>The month: 2016-01. Events that may be in several are spread over them by days.</summary>
    Month,

    /// <summary>The ISO week: 2016-W01. Events that may be in several are spread over them by days.</summary>
    Week,

    /// <summary>The country.</summary>
    Country,

    /// <summary>The region of the world.</summary>
    Region,

    /// <summary>The first administrative level.</summary>
    Adm1,

    /// <summary>UCDP's id of side A; ACLED has no sides.</summary>
    SideA,

    /// <summary>UCDP's id of side B; ACLED has no sides.</summary>
    SideB,

    /// <summary>Either side's id, or ACLED's two actors by name: an event counts for both, so that the rows add up to more than the whole.</summary>
    Actor,

    /// <summary>UCDP's id of the dyad.</summary>
    Dyad,

    /// <summary>UCDP's id of the conflict.</summary>
    Conflict,

    /// <summary>UCDP's type of violence (1 to 3), ACLED's event type, or the model's kind.</summary>
    Type,

    /// <summary>Whether UCDP counts the dyad as active in the year: 0 or 1.</summary>
    ActiveYear,
}
