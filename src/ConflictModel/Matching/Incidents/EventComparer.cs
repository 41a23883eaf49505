using ConflictModel.Hierarchies;
using NodaTime;

namespace ConflictModel.Matching;

/// <summary>Whether two records can be of one event by some rules, and how closely what they say agrees.</summary>
internal sealed class EventComparer(
    MatchRules rules, ActorHierarchy actors, RegionHierarchy regions, IReadOnlyDictionary<RegionId, Region> known)
{
    /// <summary>Whether the two are within the windows of time and space, which every pair that is kept must be or may be.</summary>
    public bool MayBeNear(EventProfile one, EventProfile other) =>
        one.Span.Within(other.Span, rules.Days) != Truth.No && WhereOf(one, other) != Truth.No;

    /// <summary>The verdict, and how closely what the two say agrees, from 0 to 1; 1 where they say nothing that compares.</summary>
    public (MatchVerdict Verdict, double Score) Judge(EventProfile one, EventProfile other)
    {
        Truth all = one.Span.Within(other.Span, rules.Days).And(WhereOf(one, other));
        (double sum, int count) = (0, 0);
        foreach ((_, Truth agrees, double closeness, bool isNotSaid) in Said(one, other))
        {
            if (!isNotSaid)
            {
                (all, sum, count) = (all.And(agrees), sum + closeness, count + 1);
            }
        }

        MatchVerdict verdict = all switch
        {
            Truth.Yes => MatchVerdict.Possible,
            Truth.No => MatchVerdict.Impossible,
            _ => MatchVerdict.Undecided,
        };
        return (verdict, count == 0 ? 1 : sum / count);
    }

    /// <summary>How the two compare in each thing, in words.</summary>
    public ValueList<MatchReason> Reasons(EventProfile one, EventProfile other)
    {
        List<MatchReason> reasons =
        [
            new(MatchCriterion.Date, one.Span.Within(other.Span, rules.Days), EventWords.Days(one, other)),
            new(MatchCriterion.Place, WhereOf(one, other), EventWords.Place(one, other)),
        ];
        foreach ((MatchReason reason, _, _, bool isNotSaid) in Said(one, other))
        {
            reasons.Add(reason with { IsNotSaid = isNotSaid });
        }

        return reasons.ToValueList();
    }

    private IEnumerable<(MatchReason Reason, Truth Agrees, double Closeness, bool IsNotSaid)> Said(EventProfile one, EventProfile other)
    {
        yield return WhoOf(one, other);
        yield return KindOf(one, other);
        yield return KilledOf(one, other);
        for (int i = 0; i < rules.Taxonomies.Count; i++)
        {
            yield return ClassesOf(rules.Taxonomies[i], one.Classes[i], other.Classes[i]);
        }
    }

    private Truth WhereOf(EventProfile one, EventProfile other)
    {
        Truth byPoint = one.Disc is { } here && other.Disc is { } there ? here.Within(there, rules.Kilometres) : Truth.Unknown;
        if (byPoint != Truth.Unknown)
        {
            return byPoint;
        }

        Truth found = one.Regions.IsEmpty || other.Regions.IsEmpty ? Truth.Unknown : Truth.No;
        foreach (RegionId mine in one.Regions)
        {
            foreach (RegionId theirs in other.Regions)
            {
                found = found.Or(AreOne(mine, theirs));
            }
        }

        return found;
    }

    /// <summary>
    /// Of one town that two records name it is certain; two parts of a governorate that one of them does not name may be one.
    /// </summary>
    private Truth AreOne(RegionId mine, RegionId theirs) =>
        mine == theirs ? Truth.From(known.GetValueOrDefault(mine)?.Kind == RegionKind.Town).Or(Truth.Unknown)
        : regions.Within(mine, theirs) == Truth.No && regions.Within(theirs, mine) == Truth.No ? Truth.No
        : Truth.Unknown;

    private (MatchReason Reason, Truth Agrees, double Closeness, bool IsNotSaid) WhoOf(EventProfile one, EventProfile other)
    {
        if (one.Actors.Length == 0 || other.Actors.Length == 0)
        {
            return (new(MatchCriterion.Actors, Truth.Unknown, "nobody who took part is named on both sides"), Truth.Unknown, 0, true);
        }

        // From either side, so that the order of the sources makes no difference.
        Occasion on = OccasionOf(one, other);
        (Truth any, double mine, string words) = Nearest(one.Actors, other.Actors, on);
        (_, double theirs, string others) = Nearest(other.Actors, one.Actors, on);
        return (new(MatchCriterion.Actors, any, theirs > mine ? others : words), any, Math.Max(mine, theirs), false);
    }

    private (Truth Any, double Closeness, string Words) Nearest(ActorId[] some, ActorId[] others, Occasion on)
    {
        Truth any = Truth.No;
        double closeness = 0;
        List<string> words = [];
        foreach (ActorId actor in some)
        {
            (Truth agrees, double close, string how) = Nearest(actor, others, on);
            any = any.Or(agrees);
            closeness += close;
            words.Add(how);
        }

        return (any, closeness / some.Length, string.Join(", ", words));
    }

    private (Truth Agrees, double Closeness, string How) Nearest(ActorId actor, ActorId[] others, Occasion on)
    {
        (Truth Agrees, double Closeness, string How) found = (Truth.No, 0, $"{actor} is not among the others");
        foreach (ActorId other in others)
        {
            if (other == actor)
            {
                return (Truth.Yes, 1, $"{actor} in both");
            }

            foreach ((ActorId member, ActorId group) in (ReadOnlySpan<(ActorId, ActorId)>)[(actor, other), (other, actor)])
            {
                Truth belongs = actors.Belongs(member, group, on);
                if (belongs != Truth.No && (found.Agrees == Truth.No || (belongs == Truth.Yes && found.Agrees != Truth.Yes)))
                {
                    found = (belongs, 0.5, $"{member} {(belongs == Truth.Yes ? "belongs" : "may belong")} to {group}");
                }
            }
        }

        return found;
    }

    private static Occasion OccasionOf(EventProfile one, EventProfile other) => new()
    {
        From = DateOf(Math.Min(one.Span.StartFirst, other.Span.StartFirst)),
        To = DateOf(Math.Max(one.Span.EndLast, other.Span.EndLast)),
        Regions = one.Regions.Concat(other.Regions).Distinct().ToValueList(),
    };

    private static LocalDate? DateOf(long day) => Time.Days.ToDate(day);

    private static (MatchReason Reason, Truth Agrees, double Closeness, bool IsNotSaid) KindOf(EventProfile one, EventProfile other)
    {
        (IncidentKind mine, IncidentKind theirs) = (one.Incident.Kind, other.Incident.Kind);
        if (KindFamilies.Compare(mine, theirs) is not var (mayBeOne, areSame))
        {
            return (new(MatchCriterion.Kind, Truth.Unknown, "the kind is not known in both"), Truth.Unknown, 0, true);
        }

        string words = areSame ? $"{JsonName.Of(mine)} in both"
            : $"{JsonName.Of(mine)} and {JsonName.Of(theirs)} {(mayBeOne ? "may be one" : "are of different families")}";
        return (new(MatchCriterion.Kind, Truth.From(mayBeOne), words), Truth.From(mayBeOne), areSame ? 1 : mayBeOne ? 0.5 : 0, false);
    }

    private (MatchReason Reason, Truth Agrees, double Closeness, bool IsNotSaid) KilledOf(EventProfile one, EventProfile other)
    {
        if (one.Killed is not { } mine || other.Killed is not { } theirs)
        {
            return (new(MatchCriterion.Killed, Truth.Unknown, "the dead are not counted in both"), Truth.Unknown, 0, true);
        }

        bool canMeet = CanMeet(mine, theirs);
        string words = $"{mine} and {theirs} killed{(canMeet ? "" : " can't meet")}";
        return (new(MatchCriterion.Killed, Truth.From(canMeet), words), Truth.From(canMeet), mine == theirs ? 1 : canMeet ? 0.5 : 0, false);
    }

    private bool CanMeet(Bounds one, Bounds other) =>
        (one.Upper is not { } most || other.Lower - most <= rules.Figures)
        && (other.Upper is not { } limit || one.Lower - limit <= rules.Figures);

    private static (MatchReason Reason, Truth Agrees, double Closeness, bool IsNotSaid) ClassesOf(
        MatchTaxonomy taxonomy, ValueList<string> mine, ValueList<string> theirs)
    {
        if (mine.IsEmpty || theirs.IsEmpty)
        {
            return (new(MatchCriterion.Taxonomy, Truth.Unknown, $"{taxonomy}: not said in both"), Truth.Unknown, 0, false);
        }

        for (int level = 0; level < mine.Count; level++)
        {
            if (mine[level] == theirs[level])
            {
                double closeness = 1 - ((double)level / mine.Count);
                string at = level == 0 ? "" : FormattableString.Invariant($" at level {level + 1}");
                return (new(MatchCriterion.Taxonomy, Truth.Yes, $"{taxonomy}: {mine[level]} in both{at}"), Truth.Yes, closeness, false);
            }
        }

        return (new(MatchCriterion.Taxonomy, Truth.No, $"{taxonomy}: {mine[0]} and {theirs[0]}"), Truth.No, 0, false);
    }
}
