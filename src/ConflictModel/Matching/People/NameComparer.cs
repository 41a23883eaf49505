namespace ConflictModel.Matching;

/// <summary>Compares all names of two records: word by word, in order, the first with the first.</summary>
/// <remarks>
/// A name that lacks a part may be the same; two that each have a part that the other lacks are two. A family name that stands first is
/// read as if it stood last, if it does not usually stand first in the list: Ahmad, son of Muhammad, is not Muhammad, son of Ahmad.
/// </remarks>
internal static class NameComparer
{
    /// <summary>The best that any two of their names come to.</summary>
    public static NameResult Compare(PersonProfile one, PersonProfile other, Rarity rarity)
    {
        NameResult best = default;
        foreach (NamePart[] mine in one.Names)
        {
            foreach (NamePart[] theirs in other.Names)
            {
                Keep(ref best, Compare(mine, theirs, rarity, one.Fathers, other.Fathers));
            }
        }

        KeepNicknames(ref best, one, other, rarity);
        KeepNicknames(ref best, other, one, rarity);
        return best;
    }

    /// <summary>How two names compare, of people whose fathers' names are known to be these; the same either way around.</summary>
    public static NameResult Compare(
        NamePart[] mine, NamePart[] theirs, Rarity rarity, NamePart[]? myFathers = null, NamePart[]? theirFathers = null)
    {
        if (mine[0].Sound is null != theirs[0].Sound is null
            || (mine[0].Sound is null && (mine[0].Text[0] >> 8) != (theirs[0].Text[0] >> 8)))
        {
            return default;
        }

        NameResult straight = Align(mine, theirs, rarity);
        if (straight.Agreement == Agreement.Same || Math.Max(mine.Length, theirs.Length) < 2)
        {
            return straight;
        }

        NameResult best = straight;
        foreach (NamePart[] turned in Turned(theirs, theirFathers ?? []))
        {
            Keep(ref best, AsTurned(Align(mine, turned, rarity)));
        }

        foreach (NamePart[] turned in Turned(mine, myFathers ?? []))
        {
            Keep(ref best, AsTurned(Align(turned, theirs, rarity)));
        }

        return best;

        static NameResult AsTurned(NameResult found) =>
            found.Agreement == Agreement.Same ? found with { Agreement = Agreement.Compatible } : found;
    }

    private static void KeepNicknames(ref NameResult best, PersonProfile one, PersonProfile other, Rarity rarity)
    {
        foreach (NamePart[] mine in one.Nicknames)
        {
            foreach (NamePart[] theirs in (NamePart[][])[.. other.Nicknames, .. other.Names])
            {
                NameResult found = Align(mine, theirs, rarity);
                if (found.Agreement is Agreement.Same or Agreement.Compatible)
                {
                    Keep(ref best, found with { Agreement = Agreement.Compatible });
                }
            }
        }
    }

    private static void Keep(ref NameResult best, NameResult found)
    {
        if (Rank(found).CompareTo(Rank(best)) > 0)
        {
            best = found;
        }

        static (int Kind, int Weight) Rank(NameResult result) => (
            result.Agreement switch
            {
                Agreement.Same or Agreement.Compatible => 2,
                Agreement.Differs => 1,
                _ => 0,
            },
            (2 * result.Weight) + (result.Agreement == Agreement.Same ? 1 : 0));
    }

    private static IEnumerable<NamePart[]> Turned(NamePart[] name, NamePart[] fathers)
    {
        if (name.Length < 2)
        {
            yield break;
        }

        // The father's name stays where it was put, behind the given one.
        if (name.Length == 3 && fathers.Contains(name[1]) && (MayBeFamily(name[0]) || MayBeFamily(name[2])))
        {
            yield return [name[2], name[1], name[0]];
        }

        if (MayBeFamily(name[0]))
        {
            yield return [.. name[1..], name[0]];
        }

        if (name.Length > 2 && MayBeFamily(name[^1]))
        {
            yield return [name[^1], .. name[..^1]];
        }
        else if (name.Length == 2 && !MayBeFamily(name[0]) && MayBeFamily(name[1]))
        {
            yield return [name[1], name[0]];
        }
    }

    private static bool MayBeFamily(NamePart part) => 2 * part.OfSound.First <= part.OfSound.Count;

    private static NameResult Align(NamePart[] mine, NamePart[] theirs, Rarity rarity)
    {
        long first = Value(mine[0], theirs[0], rarity);
        if (first == 0)
        {
            return new(Agreement.Differs, 0, 0);
        }

        // The most words in common, in order; of these the heaviest.
        Span<long> above = stackalloc long[NameParts.MaxParts + 1];
        Span<long> row = stackalloc long[NameParts.MaxParts + 1];
        for (int i = 1; i < mine.Length; i++)
        {
            for (int j = 1; j < theirs.Length; j++)
            {
                long value = Value(mine[i], theirs[j], rarity);
                row[j] = Math.Max(Math.Max(above[j], row[j - 1]), value == 0 ? 0 : above[j - 1] + value);
            }

            row.CopyTo(above);
        }

        long all = first + above[Math.Max(theirs.Length - 1, 0)];
        int count = (int)(all >> 32), weight = (int)((all >> 8) & 0xFFFFFF), slips = (int)(all & 0xFF);
        if (count < Math.Min(mine.Length, theirs.Length))
        {
            return new(Agreement.Differs, 0, 0);
        }

        return new(slips == 0 && count > 1 ? Agreement.Same : Agreement.Compatible, weight, count);
    }

    // One word in the upper half, its weight and whether it is a slip in the lower.
    private static long Value(NamePart one, NamePart other, Rarity rarity)
    {
        PartLikeness likeness = one.Compare(other, rarity.RareSpelling);
        return likeness == PartLikeness.None
            ? 0
            : (1L << 32) | ((long)rarity.Of(one, other, likeness) << 8) | (likeness == PartLikeness.Near ? 1L : 0);
    }
}
