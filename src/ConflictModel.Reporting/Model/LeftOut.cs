namespace ConflictModel.Reporting;

/// <summary>What the figures of a report leave out, so that nothing is missing in silence.</summary>
/// <remarks>Equality is by content.</remarks>
/// <param name="WithoutFigure">Incidents that count nobody of the harm.</param>
/// <param name="Undated">Incidents that count somebody and have no day, first or last.</param>
/// <param name="Placeless">Incidents that count somebody and have no place.</param>
/// <param name="Withheld">People of whom only the count may be told.</param>
/// <param name="NameWithheld">People of whom all but the name may be told.</param>
internal sealed record LeftOut(long WithoutFigure, long Undated, long Placeless, long Withheld, long NameWithheld)
{
    public static LeftOut Of(ReportModel model, Harm harm)
    {
        Incident[] counted =
            [.. model.Dataset.Incidents.Where(incident => incident.Reports.Any(report => report.Casualties?[harm] is not null))];
        return new(
            model.Dataset.Incidents.Count - counted.Length,
            counted.LongCount(incident => incident.Date.Date is not { Earliest: not null, Latest: not null }),
            counted.LongCount(incident => incident.Place is null or { Regions.IsEmpty: true, Coordinates: null }),
            model.People.Sum(people => people.Withheld),
            model.People.Sum(people => people.NameWithheld));
    }
}
