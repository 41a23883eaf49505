using ConflictModel.Arithmetic;
using NodaTime;

namespace ConflictModel.Reconciliation;

/// <summary>Makes one incident of the records of one event and of its parts.</summary>
/// <remarks>What the records agree on holds; what they disagree on is left open, in whatever order they stand.</remarks>
internal sealed class MergedIncident(ReportPolicy policy, CategoryRelations relations)
{
    private static readonly InvolvementRole[] Sides =
        [InvolvementRole.Perpetrator, InvolvementRole.Target, InvolvementRole.SideA, InvolvementRole.SideB];

    /// <summary>The event under the id of its first record.</summary>
    public Incident Of(List<Incident> records, List<Incident> parts)
    {
        if (records.Count == 1 && parts.Count == 0)
        {
            return records[0];
        }

        IncidentKind[] kinds = [.. records.Select(record => record.Kind).Where(kind => kind != IncidentKind.Unknown).Distinct()];
        return records[0] with
        {
            Kind = kinds.Length == 1 ? kinds[0] : IncidentKind.Unknown,
            Date = records.TrueForAll(record => record.Date.Date == default) ? Span(parts) : Date(records),
            Place = Place(records.Exists(record => record.Place is { Regions.IsEmpty: false }) ? records : parts),
            Involvements = Involvements(records, parts),
            Attributions = records.Concat(parts).SelectMany(one => one.Attributions).Distinct().ToValueList(),
            Reports = [.. records.SelectMany(record => record.Reports), .. Sum(parts, records)],
        };
    }

    /// <summary>The date that none of the others contradicts, else some day between them all.</summary>
    private static ReportedDate Date(List<Incident> records)
    {
        ReportedDate[] dates = [.. records.Select(record => record.Date)];
        ReportedDate[] narrowest = [.. dates.Where(date => Array.TrueForAll(dates, other => IsWithin(date.Date, other.Date)))];
        return narrowest.Length > 0 ? narrowest.MinBy(date => date.ToString(), StringComparer.Ordinal)
            : Ends(dates) is var (first, last) ? UncertainDate.SomeDayBetween(first, last)
            : default;
    }

    /// <summary>The time that the parts of an event take.</summary>
    private static ReportedDate Span(List<Incident> parts) =>
        Ends([.. parts.Select(part => part.Date)]) is var (first, last) ? UncertainDate.Between(first, last) : default;

    private static (LocalDate First, LocalDate Last)? Ends(ReportedDate[] dates) =>
        dates.Length > 0 && Array.TrueForAll(dates, date => date.Date is { Earliest: not null, Latest: not null })
            ? (dates.Min(date => date.Date.Earliest!.Value), dates.Max(date => date.Date.Latest!.Value))
            : null;

    private static bool IsWithin(UncertainDate date, UncertainDate other) =>
        (other.Earliest is null || date.Earliest >= other.Earliest) && (other.Latest is null || date.Latest <= other.Latest);

    /// <summary>All regions that a record names: the event is in all of them or in one.</summary>
    private static Place? Place(List<Incident> records)
    {
        Place[] places = [.. records.Select(record => record.Place).OfType<Place>().Distinct()];
        return places.Length <= 1 ? places.FirstOrDefault() : new()
        {
            Regions = places.SelectMany(place => place.Regions).Distinct().Order().ToValueList(),
            Precision = places.Select(place => place.Precision).Distinct().Count() == 1 ? places[0].Precision : PlacePrecision.Unknown,
            Coordinates = places.Select(place => place.Coordinates).Distinct().Count() == 1 ? places[0].Coordinates : null,
        };
    }

    /// <summary>
    /// All who took part. Who stood where holds if the records that say so say the same; else these actors were merely there.
    /// </summary>
    private static ValueList<Involvement> Involvements(List<Incident> records, List<Incident> parts)
    {
        List<Incident> stating = records.Exists(record => !record.Involvements.IsEmpty) ? records : parts;
        bool isAgreed = Array.TrueForAll(Sides, role => Agree(stating, role));
        ActorId[] beside = [.. parts.SelectMany(part => part.Involvements).Select(one => one.Actor)];
        Involvement[] stated =
            [.. stating.SelectMany(record => record.Involvements).Select(one => isAgreed ? one : Beside(one.Actor)).Distinct()];
        return [.. stated, .. beside.Except(stated.Select(one => one.Actor)).Select(Beside)];
    }

    private static Involvement Beside(ActorId actor) => new() { Actor = actor, Role = InvolvementRole.Associate };

    private static bool Agree(List<Incident> records, InvolvementRole role) => records
        .Select(record => record.Involvements.Where(one => one.Role == role).Select(one => one.Actor).ToHashSet())
        .Where(actors => actors.Count > 0)
        .Distinct(HashSet<ActorId>.CreateSetComparer())
        .Count() <= 1;

    /// <summary>What the parts of an event come to, as a report of it; none where a part has no figure and the event has its own.</summary>
    private IEnumerable<Report> Sum(List<Incident> parts, List<Incident> records)
    {
        var casualties = new Casualties();
        foreach (Harm harm in Harms.Summable)
        {
            IncidentFigure?[] figures = [.. parts.Select(part => policy.Resolve(part.Reports, harm, relations.At(part.Date)))];
            bool isWhole = !Array.Exists(figures, figure => figure is null);
            bool hasOwn = records.Exists(record => record.Reports.Any(report => report.Casualties?[harm] is not null));
            if (figures.Any(figure => figure is not null) && (isWhole || !hasOwn))
            {
                casualties = casualties.With(harm, Toll.Of(Sum([.. figures.OfType<IncidentFigure>()], isWhole)));
            }
        }

        if (casualties == new Casualties())
        {
            return [];
        }

        SourceId[] sources = [.. parts.SelectMany(part => part.Reports).Select(report => report.Citation.Source).Distinct()];
        return [new() { Citation = sources.Length == 1 ? sources[0] : default(SourceId), Casualties = casualties }];
    }

    private static Estimate Sum(List<IncidentFigure> figures, bool isWhole)
    {
        List<(long? Low, long? Best, long? High)> printed = figures.ConvertAll(Printed);
        long? low = printed.Aggregate((long?)0, (sum, one) => sum + one.Low);
        long? best = isWhole ? printed.Aggregate((long?)0, (sum, one) => sum + one.Best) : null;
        long? high = isWhole ? printed.Aggregate((long?)0, (sum, one) => sum + one.High) : null;
        return new(
            low is { } least ? Math.Min(least, Estimate.MaxFigure) : null,
            best <= Estimate.MaxFigure ? best : null,
            high <= Estimate.MaxFigure ? high : null);
    }

    /// <summary>The figures as printed; of words without a figure, and of several reports, what bounds they have.</summary>
    private static (long? Low, long? Best, long? High) Printed(IncidentFigure figure) =>
        figure.Printed is { } printed && (printed.Low ?? printed.Best ?? printed.High) is not null
            ? (printed.Low, printed.Best, printed.High)
            : (figure.Bounds.Lower, null, figure.Bounds.Upper);
}
