namespace ConflictModel.Matching;

/// <summary>How alike two parts of names are, weakest first.</summary>
internal enum PartLikeness
{
    /// <summary>Two names.</summary>
    None,

    /// <summary>A slip of the pen apart, or a vowel.</summary>
    Near,

    /// <summary>The same letters, or the same sounds in another spelling or script.</summary>
    Same,
}
