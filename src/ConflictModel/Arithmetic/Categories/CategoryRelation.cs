namespace ConflictModel.Arithmetic;

/// <summary>How the people of one category lie to those of another, as far as the two and what is known of them say.</summary>
internal enum CategoryRelation : byte
{
    /// <summary>Nobody is in both, whatever breakdown they stand in: children and adults.</summary>
    Disjoint = 0,

    /// <summary>They give different answers to one question, which nothing relates: ambushes and explosions.</summary>
    Different,

    /// <summary>They answer different questions: officers, and the members of an actor.</summary>
    Unlike,

    /// <summary>Somebody may be in both: women and the elderly, regions that overlap.</summary>
    Overlapping,

    /// <summary>Everybody in the first is in the second: a district and its governorate.</summary>
    Within,

    /// <summary>Everybody in the second is in the first.</summary>
    Contains,

    /// <summary>They are the same people.</summary>
    Same,
}
