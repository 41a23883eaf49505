using System.Text.Json.Serialization;

namespace ConflictModel.Arithmetic;

/// <summary>All casualty figures of a data set with what follows from them, found by the record that reports them.</summary>
/// <remarks>
/// Everything is derived when it is first asked for and kept. Where an id stands twice the first record is taken. Use one in each
/// thread: what it keeps is not guarded.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class DatasetFigures
{
    private readonly CategoryRelations relations;
    private readonly Dictionary<TallyId, Tally> tallies = [];
    private readonly Dictionary<IncidentId, Incident> incidents = [];
    private readonly Dictionary<TallyId, ValueList<TollFigures>> ofTallies = [];
    private readonly Dictionary<IncidentId, ValueList<TollFigures>> ofIncidents = [];

    /// <summary>The figures of a data set.</summary>
    public DatasetFigures(ConflictDataset dataset)
        : this(dataset, CategoryRelations.Of(dataset ?? throw new ArgumentNullException(nameof(dataset))))
    {
    }

    /// <summary>The same where the relations of the data set's categories are there already.</summary>
    internal DatasetFigures(ConflictDataset dataset, CategoryRelations relations)
    {
        this.relations = relations;
        foreach (Tally tally in dataset.Tallies)
        {
            tallies.TryAdd(tally.Id, tally);
        }

        foreach (Incident incident in dataset.Incidents)
        {
            incidents.TryAdd(incident.Id, incident);
        }
    }

    /// <summary>The figures of a tally, harm by harm.</summary>
    /// <exception cref="DerivationDepthException">Its breakdowns nest deeper than the arithmetic goes.</exception>
    public ValueList<TollFigures> Of(Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        if (!ofTallies.TryGetValue(tally.Id, out ValueList<TollFigures> figures))
        {
            ofTallies[tally.Id] = figures = Derive(tally.Report, 0, tally.Scope.AttributedTo, tally.Scope.Period).ToValueList();
        }

        return figures;
    }

    /// <summary>The figures of an incident, report by report and harm by harm.</summary>
    /// <exception cref="DerivationDepthException">Its breakdowns nest deeper than the arithmetic goes.</exception>
    public ValueList<TollFigures> Of(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        if (!ofIncidents.TryGetValue(incident.Id, out ValueList<TollFigures> figures))
        {
            ofIncidents[incident.Id] =
                figures = incident.Reports.SelectMany((report, i) => Derive(report, i, default, incident.Date)).ToValueList();
        }

        return figures;
    }

    /// <summary>The figures that bear on a claim.</summary>
    public ClaimFigures Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var found = new List<KeyValuePair<FigureReference, DerivedFigure>>();
        var missing = new List<FigureReference>();
        foreach (FigureReference reference in claim.Figures)
        {
            if (Find(reference) is { } figure)
            {
                found.Add(new(reference, figure));
            }
            else
            {
                missing.Add(reference);
            }
        }

        return new(claim, found.ToValueList(), missing.ToValueList());
    }

    /// <summary>
    /// The figure that a reference points at; null if there is none, or if it names both a tally and an incident, or neither.
    /// </summary>
    public DerivedFigure? Find(FigureReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ValueList<TollFigures> figures = (reference.Tally, reference.Incident) switch
        {
            ({ } id, null) when tallies.TryGetValue(id, out Tally? tally) => Of(tally),
            (null, { } id) when incidents.TryGetValue(id, out Incident? incident) => Of(incident),
            _ => default,
        };
        return figures.Select(toll => toll.Find(reference.Path)).FirstOrDefault(figure => figure is not null);
    }

    private IEnumerable<TollFigures> Derive(Report report, int index, ValueList<ActorId> attributedTo, ReportedDate? when) =>
        (report.Casualties?.Tolls() ?? [])
            .Select(pair => new TollFigures(pair.Key, index, pair.Value.Derive(relations.At(when), attributedTo)));
}
