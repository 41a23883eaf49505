using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;

namespace ConflictModel.Validation;

/// <summary>Holds a list of people against one toll: the whole, and each part that the records of people can answer to.</summary>
/// <remarks>
/// A list that has more than a report allows contradicts it, and by whose words that is weighs as it does for any two accounts. A list that
/// has fewer is a part of a list, unless the report says that it rests on a list of names. Whoever is not known to be in a part accuses
/// nobody, and is not missed there. What is told of a whole is told of a part only if more is wrong with it.
/// </remarks>
internal sealed class ListCheck
{
    private const int MostNamed = 5;

    private readonly FindingList findings;
    private readonly SourceWords words;
    private readonly FigureNames names;
    private readonly Report report;
    private readonly TollPlace place;
    private readonly Derivation derivation;
    private readonly (Severity Weight, Person[] People, PersonGroups Groups)[] lists;
    private readonly PersonGroups own;
    private readonly PersonGroups all;

    // What stands beside the whole may be whom the list has.
    private readonly long? beside;

    public ListCheck(
        FindingList findings,
        SourceWords words,
        FigureNames names,
        Report report,
        TollPlace place,
        Derivation derivation,
        DistinctPeople distinct,
        Person[] listed)
    {
        (this.findings, this.words, this.names, this.report, this.place, this.derivation) =
            (findings, words, names, report, place, derivation);
        beside = derivation.Beside.Aggregate((long?)0, (sum, other) => sum + other.Whole.Bounds.Upper);
        Citation said = report.Citation;
        lists =
        [
            ListOf(Severity.Error, ListedBy(c => c.Source == said.Source && c.Via == said.Via && !IsLater(c, said))),
            ListOf(Severity.Warning, ListedBy(c => c.Source == said.Source && !IsLater(c, said))),
            ListOf(Severity.Information, listed),
        ];
        (own, all) = (lists[0].Groups, lists[^1].Groups);

        (Severity, Person[], PersonGroups) ListOf(Severity weight, Person[] people) => (weight, people, new(distinct, people));

        Person[] ListedBy(Func<Citation, bool> isMeant) => [.. listed.Where(person => person.Citations.Any(isMeant))];
    }

    public void Check(PartMembership membership) => Check(derivation.Whole, [], membership, new(new long[lists.Length], 0));

    private void Check(DerivedFigure figure, Func<Person, int[]>[] questions, PartMembership membership, Told above)
    {
        Told told = Check(figure, questions, above);
        foreach (DerivedFigure part in figure.Breakdowns.SelectMany(breakdown => breakdown.Parts))
        {
            // Of pieces of one category nobody knows which is whose, nor who is in a part that does not say what its breakdown asks.
            if (!part.IsPiece && part.Part!.CategoryOn(part.Breakdown!.By) is not null && membership.QuestionsOf(part.Part) is { } more)
            {
                Check(part, [.. questions, .. more], membership, told);
            }
        }
    }

    private Told Check(DerivedFigure figure, Func<Person, int[]>[] questions, Told above)
    {
        var total = new Bounds(figure.Bounds.Lower, figure.Bounds.Upper + beside);
        for (int i = 0; i < lists.Length; i++)
        {
            Bounds certain = PartMembership.Count(lists[i].Groups, questions);
            if (certain.Lower - total.Upper is { } more && more > 0)
            {
                if (more > above.TooMany.Take(i + 1).Max())
                {
                    TellTooMany(figure, total, lists[i].Weight, lists[i].People, certain);
                }

                return above with { TooMany = [.. above.TooMany.Select((told, at) => at == i ? Math.Max(told, more) : told)] };
            }
        }

        Bounds some = PartMembership.Count(all, questions);
        long missing = total.Lower - some.Upper!.Value;
        if (report.Basis?.Kind == BasisKind.NamedList && own.People.Upper > 0
            && PartMembership.Count(own, questions) is { Upper: { } most } mine && most < total.Lower)
        {
            missing = total.Lower - most;
            if (missing > above.Missing)
            {
                findings.Error(
                    FindingCodes.NamedListDiffers,
                    PointerOf(figure),
                    $"{words.Of(report.Citation)} counts {total} {WordsOf(figure)} from a list of names, and its list here has "
                        + $"{People(mine, figure)}.",
                    [total.Lower, most]);
            }
        }
        else if (missing > above.Missing)
        {
            findings.Information(
                FindingCodes.ListedInPart,
                PointerOf(figure),
                $"Of {total} {WordsOf(figure)}, as {words.Of(report.Citation)} counts them, {some} "
                    + $"{(some == Bounds.Exactly(1) ? "is" : "are")} listed.",
                [some.Upper.Value, total.Lower]);
        }

        return above with { Missing = Math.Max(missing, above.Missing) };
    }

    private void TellTooMany(DerivedFigure figure, Bounds total, Severity weight, Person[] people, Bounds listed)
    {
        Bounds count = figure.Kind == FigureKind.Whole ? listed : Bounds.Exactly(listed.Lower);
        findings.Add(
            FindingCodes.ListExceedsCount,
            weight,
            PointerOf(figure),
            $"{words.Of(report.Citation)} counts {total} {WordsOf(figure)}, and {People(count, figure)} "
                + $"{(weight == Severity.Error ? "on its own list" : $"listed by {Listers(people)}")} are more than that. "
                + (weight == Severity.Information && Array.TrueForAll(people, IsListedBySaid)
                    ? "The list is later, and may revise the count."
                    : SourceWords.VerdictOf(weight)),
            [listed.Lower, total.Upper!.Value]);

        bool IsListedBySaid(Person person) => person.Citations.Any(citation => citation.Source == report.Citation.Source);
    }

    // What a source lists later may revise what it counted before.
    private static bool IsLater(Citation listed, Citation counted) =>
        listed.Published is { } then && counted.Published is { } before && before.Date.Before(then.Date) == Truth.Yes;

    private static string People(Bounds count, DerivedFigure figure) =>
        $"{count} distinct {(count == Bounds.Exactly(1) ? "person" : "people")}"
            + (figure.Kind == FigureKind.Whole ? "" : count.IsSingle ? " known as such" : " who are or may be such");

    private JsonPointer PointerOf(DerivedFigure figure) => CasualtyRules.PointerOf(derivation, figure.Path, place);

    private string WordsOf(DerivedFigure figure) => figure.Kind == FigureKind.Whole
        ? JsonName.Of(place.Harm)
        : $"{JsonName.Of(place.Harm)} {string.Join(" ", names.WordsOf(figure))}";

    private string Listers(Person[] some)
    {
        // A source that is no record of the data set is a text in the record of a person.
        string[] listers =
        [
            .. some.SelectMany(person => person.Citations)
                .Where(citation => words.Knows(citation.Source) && (citation.Via is not { } via || words.Knows(via)))
                .Select(words.Of).Distinct().Take(MostNamed + 1),
        ];
        return listers.Length == 0
            ? "this data set"
            : string.Join(" and ", listers.Take(MostNamed)) + (listers.Length > MostNamed ? " and others" : "");
    }

    /// <summary>What was told of a figure and of those that it is a part of.</summary>
    /// <param name="TooMany">By how many each list has more, in the order of the lists.</param>
    /// <param name="Missing">How many are not listed.</param>
    private readonly record struct Told(long[] TooMany, long Missing);
}
