namespace ConflictModel.Matching;

/// <summary>The order of strengths.</summary>
internal static class ProposalStrengths
{
    /// <summary>The place of a strength in their order: the greater, the stronger.</summary>
    public static int Rank(this ProposalStrength strength) => (int)strength;
}
