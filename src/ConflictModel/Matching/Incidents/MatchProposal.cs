using System.Text.Json.Serialization;

namespace ConflictModel.Matching;

/// <summary>Two records, each of another source, that may be of one event: for somebody to decide.</summary>
/// <remarks>Immutable and safe for any number of threads. Equality is by reference.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class MatchProposal
{
    private readonly EventComparer comparer;
    private readonly EventProfile one;
    private readonly EventProfile other;
    private bool isChosen;

    internal MatchProposal(EventComparer comparer, EventProfile one, EventProfile other)
    {
        (this.comparer, this.one, this.other) = (comparer, one, other);
        (Verdict, Score) = comparer.Judge(one, other);
    }

    /// <summary>The record of the source that stands first.</summary>
    public Incident One => one.Incident;

    /// <summary>The record of the other source.</summary>
    public Incident Other => other.Incident;

    /// <summary>Whether they can be of one event.</summary>
    public MatchVerdict Verdict { get; }

    /// <summary>
    /// How closely what the two say agrees, from 0 to 1: the mean over the actors, the kind, the dead and the taxonomies, as far as both
    /// say something. It ranks proposals and is no probability; days and kilometres decide between equal ones.
    /// </summary>
    public double Score { get; }

    /// <summary>Whether it is the best of both its records, so that it is in a cluster. Only a possible one can be.</summary>
    public bool IsChosen => isChosen;

    /// <summary>What agreed at which level, and what did not.</summary>
    public ValueList<MatchReason> Reasons => comparer.Reasons(one, other);

    /// <summary>The first record with a decision about the pair: what is accepted is the same event as the other from here on.</summary>
    /// <param name="isSame">Whether the two are of one event.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="on">When; null not to say.</param>
    /// <param name="rule">By which rule; the rules of the comparison are a good one.</param>
    public Incident Decided(bool isSame, string by, ReportedDate? on, string? rule)
    {
        ArgumentException.ThrowIfNullOrEmpty(by);
        return One with
        {
            SameAs = isSame ? [.. One.SameAs, Other.Id] : One.SameAs,
            Decisions = [.. One.Decisions, new() { Other = Other.Id, IsSame = isSame, By = by, On = on, Rule = rule }],
        };
    }

    /// <summary>The ids, the verdict and the reasons.</summary>
    public override string ToString() =>
        $"{One.Id} and {Other.Id}, {JsonName.Of(Verdict)}: {string.Join("; ", Reasons.Where(reason => !reason.IsNotSaid))}";

    /// <summary>Puts the pair into a cluster, before anybody sees it.</summary>
    internal void Choose() => isChosen = true;

    internal int OneNumber => one.Number;

    internal int OtherNumber => other.Number;

    internal int OtherList => other.List;

    /// <summary>What is better comes first: the score, then fewer days, then fewer kilometres, then the order of the records.</summary>
    internal static int Compare(MatchProposal left, MatchProposal right)
    {
        int order = Rank(left.Verdict).CompareTo(Rank(right.Verdict));
        order = order != 0 ? order : right.Score.CompareTo(left.Score);
        order = order != 0 ? order : left.one.Span.Least(left.other.Span).CompareTo(right.one.Span.Least(right.other.Span));
        order = order != 0 ? order : left.Apart().CompareTo(right.Apart());
        order = order != 0 ? order : left.OneNumber.CompareTo(right.OneNumber);
        return order != 0 ? order : left.OtherNumber.CompareTo(right.OtherNumber);
    }

    private double Apart() => one.Disc is { } here && other.Disc is { } there ? here.Apart(there) : double.MaxValue;

    private static int Rank(MatchVerdict verdict) => verdict switch
    {
        MatchVerdict.Possible => 0,
        MatchVerdict.Undecided => 1,
        _ => 2,
    };
}
