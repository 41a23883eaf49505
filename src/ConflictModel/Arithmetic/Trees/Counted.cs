namespace ConflictModel.Arithmetic;

/// <summary>What the figures of a derivation count.</summary>
internal enum Counted
{
    /// <summary>People harmed.</summary>
    People = 0,

    /// <summary>Operations (attacks, incidents) in which they were harmed.</summary>
    Operations,
}
