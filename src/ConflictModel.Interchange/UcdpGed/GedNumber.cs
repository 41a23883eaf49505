namespace ConflictModel.Interchange;

/// <summary>A column of whole numbers of a <see cref="GedTable"/>, named as the file's.</summary>
public enum GedNumber
{
    /// <summary>id.</summary>
    Id = 0,

    /// <summary>type_of_violence: 1 state-based, 2 non-state, 3 one-sided.</summary>
    TypeOfViolence,

    /// <summary>active_year: 0 or 1.</summary>
    ActiveYear,

    /// <summary>conflict_new_id.</summary>
    Conflict,

    /// <summary>dyad_new_id.</summary>
    Dyad,

    /// <summary>side_a_new_id.</summary>
    SideA,

    /// <summary>side_b_new_id.</summary>
    SideB,

    /// <summary>where_prec.</summary>
    WherePrecision,

    /// <summary>event_clarity.</summary>
    Clarity,

    /// <summary>date_prec.</summary>
    DatePrecision,

    /// <summary>date_start, in days since 1970-01-01.</summary>
    Start,

    /// <summary>date_end, in days since 1970-01-01.</summary>
    End,

    /// <summary>deaths_a.</summary>
    DeathsA,

    /// <summary>deaths_b.</summary>
    DeathsB,

    /// <summary>deaths_civilians.</summary>
    DeathsCivilians,

    /// <summary>deaths_unknown.</summary>
    DeathsUnknown,

    /// <summary>low.</summary>
    Low,

    /// <summary>best.</summary>
    Best,

    /// <summary>high.</summary>
    High,

    /// <summary>country_id, the Gleditsch and Ward code.</summary>
    CountryId,
}
