namespace ConflictModel.Arithmetic;

/// <summary>What a breakdown says of the counts of its whole and its parts.</summary>
internal enum CountRule : byte
{
    /// <summary>The parts add up to the whole.</summary>
    Partition,

    /// <summary>The parts add up to no more than the whole.</summary>
    Inclusion,

    /// <summary>Each part is within the whole, and the whole is no more than their sum: they overlap and cover it.</summary>
    Cover,

    /// <summary>Each part is within the whole.</summary>
    Within,
}

/// <summary>What the rules of counts have in common.</summary>
internal static class CountRules
{
    /// <summary>Whether the parts are disjoint, so that their counts add up.</summary>
    public static bool IsAdditive(this CountRule rule) => rule is CountRule.Partition or CountRule.Inclusion;

    /// <summary>The rule of parts that may overlap.</summary>
    public static CountRule WithoutSums(this CountRule rule) => rule.Covers() ? CountRule.Cover : CountRule.Within;

    /// <summary>Whether nobody is outside the parts.</summary>
    public static bool Covers(this CountRule rule) => rule is CountRule.Partition or CountRule.Cover;
}
