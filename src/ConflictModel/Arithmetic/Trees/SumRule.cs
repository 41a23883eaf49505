namespace ConflictModel.Arithmetic;

/// <summary>What the counts of a whole and of its parts say of each other.</summary>
internal static class SumRule
{
    // A least count beyond all figures: nothing is so. (If there are people as reported, then so are some as many as all least
    // counts together, and those are 10^12 each at most.) It ends the ascent of a set that is its own part beside another.
    private const long Beyond = 1L << 60;

    /// <summary>What the parts say of their whole.</summary>
    public static CountInterval WholeOf(ReadOnlySpan<CountInterval> parts, CountRule rule)
    {
        long low = 0, high = 0;
        foreach (CountInterval part in parts)
        {
            low = rule.IsAdditive() ? low + part.Low : Math.Max(low, part.Low);
            high = CountInterval.AddHigh(high, part.High);
        }

        return new(low, rule.Covers() ? high : CountInterval.Unlimited);
    }

    /// <summary>What parts of which some overlap say of their whole: it is no less than the parts of any class together.</summary>
    public static CountInterval WholeOf(ReadOnlySpan<CountInterval> parts, CountRule rule, PartOverlap? overlap)
    {
        CountInterval whole = WholeOf(parts, rule);
        return overlap is null ? whole : new(LowsOf(parts, overlap).Max(), whole.High);
    }

    /// <summary>The sum of the lower ends of each class of parts.</summary>
    public static long[] LowsOf(ReadOnlySpan<CountInterval> parts, PartOverlap overlap)
    {
        long[] lows = new long[overlap.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            lows[overlap.Classes[i]] += parts[i].Low;
        }

        return lows;
    }

    /// <summary>Narrows a whole and its parts by each other; false if nothing is left.</summary>
    public static bool Narrow(
        ref CountInterval whole, SetNumber[] parts, Numbered<SetNumber, CountInterval> counts, CountRule rule, ref int changed)
    {
        long low = 0, high = 0;
        int unlimited = 0;
        foreach (SetNumber part in parts)
        {
            low = rule.IsAdditive() ? low + counts[part].Low : Math.Max(low, counts[part].Low);
            if (low > Beyond)
            {
                return false;
            }

            if (counts[part].High == CountInterval.Unlimited)
            {
                unlimited++;
            }
            else
            {
                high += counts[part].High;
            }
        }

        bool covers = rule.Covers();
        CountInterval narrowed = whole.Intersect(new(low, covers && unlimited == 0 ? high : CountInterval.Unlimited));
        changed += narrowed == whole ? 0 : 1;
        whole = narrowed;
        if (whole.IsEmpty)
        {
            return false;
        }

        foreach (SetNumber part in parts)
        {
            narrowed = counts[part].Intersect(PartOf(whole, counts[part], low, high, unlimited, rule));
            changed += narrowed == counts[part] ? 0 : 1;
            counts[part] = narrowed;
            if (narrowed.IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the whole and the other parts say of one part, given the sums over all parts.</summary>
    /// <param name="whole">The whole.</param>
    /// <param name="part">The part as it went into the sums.</param>
    /// <param name="low">The sum of all lower ends.</param>
    /// <param name="high">The sum of the upper ends that are limits.</param>
    /// <param name="unlimited">How many upper ends are no limit.</param>
    /// <param name="rule">What the breakdown says.</param>
    public static CountInterval PartOf(CountInterval whole, CountInterval part, long low, long high, int unlimited, CountRule rule)
    {
        bool isAdditive = rule.IsAdditive();
        bool covers = rule.Covers();
        bool othersUnlimited = unlimited > (part.High == CountInterval.Unlimited ? 1 : 0);
        long othersHigh = part.High == CountInterval.Unlimited ? high : high - part.High;
        return new(
            covers && !othersUnlimited ? Math.Max(0, whole.Low - othersHigh) : 0,
            isAdditive ? CountInterval.LessLow(whole.High, low - part.Low) : whole.High);
    }
}
