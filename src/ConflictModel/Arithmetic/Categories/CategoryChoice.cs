namespace ConflictModel.Arithmetic;

/// <summary>A breakdown as a choice: everybody with the categories of its whole has one of its options, or by its rest none.</summary>
/// <param name="Group">The breakdown.</param>
/// <param name="Whole">The categories of its whole.</param>
/// <param name="Options">What tells each part from the others.</param>
/// <param name="Bases">The category of each part, which pieces of one category share.</param>
/// <param name="Rest">The category of those who are in no part of an inclusion; -1 for others.</param>
/// <param name="Rule">What the breakdown says of the counts.</param>
internal sealed record CategoryChoice(int Group, LiteralSet Whole, int[] Options, int[] Bases, int Rest, CountRule Rule)
{
    /// <summary>How many of the options hold for people with these categories: 2 stands for options that exclude each other.</summary>
    public int Taken(LiteralSet categories)
    {
        if (!Whole.Holds(categories))
        {
            return 0;
        }

        int taken = Rest >= 0 && categories.Has(Rest) ? 1 : 0, foreign = -1;
        for (int i = 0; i < Options.Length; i++)
        {
            taken += categories.Has(Options[i]) ? 1 : 0;

            // Somebody of a category that has pieces here is in none of the other parts.
            if (categories.Has(Bases[i]))
            {
                if (foreign >= 0 && foreign != Bases[i])
                {
                    return 2;
                }

                foreign = Bases[i];
            }
        }

        return taken;
    }
}
