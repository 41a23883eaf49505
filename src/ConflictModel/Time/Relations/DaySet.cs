namespace ConflictModel.Time;

/// <summary>The days of a set of which all members are meant, with the gaps between them.</summary>
/// <remarks>
/// Certain members are runs of days that don't meet; a vague member is a family of its own. What vague members hold together and neither
/// holds alone is left open: an answer may then be unknown that a count of all readings would settle, but never wrong.
/// </remarks>
internal sealed class DaySet
{
    private readonly DateWorld hull;
    private readonly int runs;

    private DaySet(List<DateWorld> certain, List<DateWorld> vague, DateLimits limits)
    {
        runs = certain.Count;
        hull = DateWorld.Of(limits);
        Pieces = [.. certain, .. vague];
    }

    /// <summary>The runs in order, then the vague members.</summary>
    public DateWorld[] Pieces { get; }

    private bool IsCertain => runs == Pieces.Length;

    /// <summary>The days of the members of a set; null if there are no gaps between them, so that its first and last day say all.</summary>
    public static DaySet? Of(ReadOnlySpan<DateMember> members, DateLimits limits, DateConventions conventions)
    {
        var certain = new List<DateWorld>();
        var vague = new List<DateWorld>();
        foreach (DateMember member in members)
        {
            var own = DateLimits.OfMember(member, conventions, DateForm.AllOf);
            if (own.StartFirst == own.StartLast && own.EndFirst == own.EndLast)
            {
                certain.Add(DateWorld.Certain(own.StartFirst, own.EndLast));
            }
            else
            {
                bool isDay = !member.IsRange && member.From.Precision == DatePrecision.Day;
                vague.Add(isDay ? DateWorld.DayOf(own.StartFirst, own.EndLast) : DateWorld.Of(own));
            }
        }

        certain = Joined(certain);
        return certain.Count + vague.Count == 1 ? null : new(certain, vague, limits);
    }

    /// <summary>Whether every day of a period is one of these.</summary>
    public Truth Holds(DateWorld period)
    {
        Truth any = Truth.No;
        foreach (DateWorld piece in Pieces)
        {
            any = any.Or(period.RelationsTo(piece).AreAmong(AllenRelations.Within));
        }

        return any == Truth.Yes || IsCertain ? any
            : Shares(period) == Truth.No ? Truth.No
            : period.RelationsTo(hull).AreAmong(AllenRelations.Within).And(Truth.Unknown);
    }

    /// <summary>Whether some day of a period is one of these.</summary>
    public Truth Shares(DateWorld period)
    {
        Truth any = Truth.No;
        foreach (DateWorld piece in Pieces)
        {
            any = any.Or(period.RelationsTo(piece).AreAmong(AllenRelations.All & ~AllenRelations.Disjoint));
        }

        return any;
    }

    /// <summary>Whether this is the same days as another set, or, for null, as any period without a gap.</summary>
    public Truth IsSameAs(DaySet? other) =>
        IsCertain && other is null ? Truth.No
        : IsCertain && other!.IsCertain ? Truth.From(Pieces.AsSpan().SequenceEqual(other.Pieces))
        : Truth.Unknown;

    private static List<DateWorld> Joined(List<DateWorld> runs)
    {
        var joined = new List<DateWorld>();
        foreach (DateWorld run in runs.OrderBy(run => run.StartFirst))
        {
            if (joined.Count > 0 && run.StartFirst <= joined[^1].EndLast + 1)
            {
                joined[^1] = DateWorld.Certain(joined[^1].StartFirst, Math.Max(joined[^1].EndLast, run.EndLast));
            }
            else
            {
                joined.Add(run);
            }
        }

        return joined;
    }
}
