namespace ConflictModel.Arithmetic;

/// <summary>A breakdown as a choice: everybody with the categories of its whole has one of its options, or by its residual none.</summary>
/// <param name="Group">The breakdown.</param>
/// <param name="Whole">The categories of its whole.</param>
/// <param name="Options">The category of each part.</param>
/// <param name="Residual">The category of those who are in no part of an inclusion; -1 for others.</param>
/// <param name="Rule">What the breakdown says of the counts.</param>
internal sealed record CategoryChoice(int Group, LiteralSet Whole, int[] Options, int Residual, CountRule Rule)
{
    /// <summary>How many of the options hold for people with these categories; the residual is one. They exclude each other.</summary>
    public int Taken(LiteralSet categories)
    {
        if (!Whole.Holds(categories))
        {
            return 0;
        }

        int taken = Residual >= 0 && categories.Has(Residual) ? 1 : 0;
        foreach (int option in Options)
        {
            taken += categories.Has(option) ? 1 : 0;
        }

        return taken;
    }
}
