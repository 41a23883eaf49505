using ConflictModel.Aggregation;

namespace ConflictModel.Reporting;

/// <summary>What the figures of a report leave out, so that nothing is missing in silence.</summary>
/// <remarks>Events are counted as sums count them: several records of one are one. Equality is by content.</remarks>
/// <param name="WithoutFigure">Records of events that count nobody of the harm.</param>
/// <param name="Undated">Events that count somebody and have no first or no last day.</param>
/// <param name="Placeless">Events that count somebody and have no place.</param>
/// <param name="Withheld">People of whom only the count may be told.</param>
/// <param name="NameWithheld">People of whom all but the name may be told.</param>
internal sealed record LeftOut(long WithoutFigure, long Undated, long Placeless, long Withheld, long NameWithheld)
{
    public static LeftOut Of(ReportModel model, Harm harm)
    {
        Incident[] counted = [.. model.Events.Counting(harm)];
        GroupedSums<int> dated = counted.SumBy(harm, incident => incident.Date.Date is { Earliest: not null, Latest: not null }
            ? [KeyValuePair.Create(0, Truth.Yes)]
            : Enumerable.Empty<KeyValuePair<int, Truth>>());
        return new(
            model.Dataset.Incidents.Count - counted.Length,
            dated.Elsewhere.Incidents,
            model.Places?.Nowhere.Incidents ?? 0,
            model.People.Sum(people => people.Withheld),
            model.People.Sum(people => people.NameWithheld));
    }
}
