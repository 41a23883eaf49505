using System.Globalization;

namespace ConflictModel.Arithmetic;

/// <content>What is wrong, in English.</content>
public sealed partial class Contradiction
{
    // Of longer sums only the digits are told.
    private const int MaxNamed = 10;

    // Nobody reads more of them.
    private const int MaxRepairs = 10;

    /// <summary>
    /// What can't be true, each count with what it counts, and what that rests on: "These figures of people can't all be true: 9 civilian
    /// women, more than the 8 civilians they are among."
    /// </summary>
    /// <param name="names">What actors and regions are called; their ids if null.</param>
    public string ToSentence(FigureNames? names = null)
    {
        string stated = Describe(Readings, Reading.Stated), inferred = Describe(Readings, Reading.Inferred);
        string disjoint = string.Join(
            " or ",
            Disjoint.Select(one => one.Breakdown).Where(one => !one.Disjoint).Select(one => $"by {JsonName.Of(one.By)}").Distinct());
        return $"These figures of {(IsOfOperations ? "operations" : "people")} can't all be true: {Told(names ?? FigureNames.Ids)}."
            + (stated.Length > 0 ? $" The text states that {stated}." : "")
            + (disjoint.Length > 0 ? $" They add up only if {Nothing} in two parts {disjoint}, which is not stated." : "")
            + (inferred.Length > 0 ? $" It is inferred that {inferred}; that may be what is wrong." : "")
            + (IsSearched && Repairs.Count == 0 ? " No change to a single figure would make them all fit." : "");
    }

    /// <summary>The changes of one figure that would mend it: "9 to 20 civilians instead of 8; or ..."; null if there is none.</summary>
    internal string? RepairsToSentence(FigureNames names) => Repairs.Count == 0 ? null :
        string.Join("; or ", Repairs.Take(MaxRepairs).Select(repair => Describe(repair, names)))
        + (Repairs.Count > MaxRepairs ? "; or another of the figures" : "");

    private string Nothing => IsOfOperations ? "no operation is counted" : "nobody is counted";

    private string Told(FigureNames names)
    {
        // What the terms have in common with the count that they don't fit is said once.
        HashSet<string> common = Kind != ContradictionKind.SamePeople && Limits is [var whole] ? [.. names.WordsOf(whole.Figure)] : [];
        return (Added, Limits, Kind) switch
        {
            _ when Added.Length > MaxNamed || Limits.Length > MaxNamed => Arithmetic,
            _ when Relation is null => $"at least {Terms(Added)}, at most {Terms(Limits)}",
            ([var one], [{ Value: 0 }], ContradictionKind.Nesting) => $"{Of(one)}, though nobody can be all of that",
            ([var one], [var limit], ContradictionKind.SamePeople) => $"{Of(one)}, {Relation} the {Of(limit)} who are the same",
            ([var one], [{ Figure.Kind: not FigureKind.Whole } limit], _) when Relation == "more than" =>
                $"{Term(one)}, more than the {Of(limit)} they are among",
            (_, [var limit], _) => $"{WithSum(Added)}, {Relation} the {Of(limit)}",
            _ => $"{WithSum(Added)}, {Relation} {WithSum(Limits)}",
        };

        string Of(Count count) => Say(count, [.. names.WordsOf(count.Figure)]);
        string Term(Count count)
        {
            string[] own = [.. names.WordsOf(count.Figure).Where(word => !common.Contains(word))];
            return own.Length > 0 ? Say(count, own) : Of(count);
        }

        static string Say(Count count, string[] words) =>
            string.Create(CultureInfo.InvariantCulture, $"{count.Value} {string.Join(' ', words)}");
        string Terms(Count[] counts) => string.Join(" + ", counts.Select(Term));
        string WithSum(Count[] counts) => counts.Length == 1 ? Terms(counts)
            : string.Create(CultureInfo.InvariantCulture, $"{Terms(counts)} = {counts.Sum(count => count.Value)}");
    }

    private static string Describe(ValueList<DerivedBreakdown> readings, Reading reading) => string.Join(
        " and ", readings.Select(one => one.Breakdown).Where(one => one.Reading == reading).Select(Describe).Distinct());

    private static string Describe(Breakdown breakdown) => $"the parts by {JsonName.Of(breakdown.By)} "
        + (breakdown.Kind == BreakdownKind.Partition ? "make up the whole" : "lie within the whole");

    private string Describe(Repair repair, FigureNames names) =>
        $"{repair.Needed} {string.Join(' ', names.WordsOf(derivation[repair.Path]))} instead of {repair.Figure}";
}
