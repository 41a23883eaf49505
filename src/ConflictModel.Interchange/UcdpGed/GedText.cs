namespace ConflictModel.Interchange;

/// <summary>A column of names of a <see cref="GedTable"/>.</summary>
public enum GedText
{
    /// <summary>side_a.</summary>
    SideA = 0,

    /// <summary>side_b.</summary>
    SideB,

    /// <summary>country.</summary>
    Country,

    /// <summary>region.</summary>
    Region,

    /// <summary>adm_1.</summary>
    Adm1,

    /// <summary>adm_2.</summary>
    Adm2,

    /// <summary>where_coordinates.</summary>
    Where,
}
