namespace ConflictModel.Arithmetic;

/// <summary>A breakdown as a choice: everybody with the categories of its whole has one of its options, or by its residual none.</summary>
/// <param name="Group">The breakdown.</param>
/// <param name="Whole">The categories of its whole.</param>
/// <param name="Options">The category of each part.</param>
/// <param name="Residual">The category of those who are in no part of an inclusion; -1 for others.</param>
/// <param name="Rule">What the breakdown says of the counts.</param>
/// <param name="Overlap">Which options may hold together; null if the rule says it of all.</param>
internal sealed record CategoryChoice(
    GroupNumber Group, LiteralSet Whole, int[] Options, int Residual, CountRule Rule, PartOverlap? Overlap)
{
    private readonly Dictionary<int, int> places = Options.Index().ToDictionary(option => option.Item, option => option.Index);

    /// <summary>Whether everybody in the whole has an option or the residual, and nobody two that are apart.</summary>
    public bool IsSaid => Rule.IsAdditive() || Overlap is not null;

    /// <summary>Whether nobody can be of these categories, since two options among them are apart.</summary>
    public bool IsTorn(LiteralSet categories)
    {
        if (!IsSaid || Taken(categories) is var taken && taken <= 1)
        {
            return false;
        }

        if (Overlap is null || (Residual >= 0 && categories.Has(Residual)))
        {
            return true;
        }

        var held = new List<int>(taken);
        foreach (int literal in categories.All)
        {
            if (places.TryGetValue(literal, out int place))
            {
                if (held.Exists(other => Overlap.AreApart(place, other)))
                {
                    return true;
                }

                held.Add(place);
            }
        }

        return false;
    }

    /// <summary>Whether people of these categories have what the breakdown asks of them: some option, and none that exclude each
    /// other.</summary>
    public bool IsSettled(LiteralSet categories) => !Whole.Holds(categories) || (Taken(categories) > 0 && !IsTorn(categories));

    /// <summary>How many of the options hold for people with these categories; the residual is one. Those that are apart exclude each
    /// other.</summary>
    public int Taken(LiteralSet categories)
    {
        if (!Whole.Holds(categories))
        {
            return 0;
        }

        int taken = Residual >= 0 && categories.Has(Residual) ? 1 : 0;
        foreach (int literal in categories.All)
        {
            taken += places.ContainsKey(literal) ? 1 : 0;
        }

        return taken;
    }
}
