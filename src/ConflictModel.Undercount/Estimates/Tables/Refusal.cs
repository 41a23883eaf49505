namespace ConflictModel.Undercount;

/// <summary>Why there is no estimate.</summary>
public enum Refusal
{
    /// <summary>There are two lists: beyond the overlap of a pair, they say nothing of how they depend on each other.</summary>
    TooFewLists = 1,

    /// <summary>There are more lists than all models can be made of.</summary>
    TooManyLists,

    /// <summary>
    /// The lists fall into groups that have nobody in common: strata, of which no overlap says how they are to be put together.
    /// </summary>
    ListsNeverMeet,

    /// <summary>Nobody is on any list.</summary>
    NobodyObserved,

    /// <summary>The likelihood of a model has no greatest value, however large or small its terms are made.</summary>
    NoMaximum,

    /// <summary>Different sizes fit equally well.</summary>
    NotIdentifiable,
}
