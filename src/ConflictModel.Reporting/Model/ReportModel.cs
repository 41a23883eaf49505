using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;
using ConflictModel.Validation;

namespace ConflictModel.Reporting;

/// <summary>All that a report shows of a data set, worked out once.</summary>
/// <param name="dataset">The data set, whole.</param>
/// <param name="naming">Whether the people who may be named are.</param>
/// <param name="outlines">The regions that a map draws; none if there is none.</param>
internal sealed class ReportModel(ConflictDataset dataset, bool naming = false, IEnumerable<RegionId>? outlines = null)
{
    private readonly RegionId[] outlines = [.. outlines ?? []];
    private readonly (ValueList<Finding> Findings, ValueList<ReconciledTally> Reconciliations) check = Check(dataset);
    private ValueList<Quote>? quotes;

    /// <summary>What may be told of the data set.</summary>
    public ConflictDataset Dataset { get; } = LocalNames.Published(dataset);

    /// <summary>Whether the people who may be named are.</summary>
    public bool IsNaming => naming;

    public DatasetFigures Figures { get; } = new(dataset);

    /// <summary>What is found in all of it, and why its totals are not reconciled if they are not: findings quote nothing of what is
    /// withheld.</summary>
    public ValueList<Finding> Findings => check.Findings;

    /// <summary>The listed people, harm by harm.</summary>
    public IReadOnlyList<PeopleSummary> People { get; } = PeopleSummary.Of(dataset.ForPublication());

    /// <summary>The tallies that replace one another.</summary>
    public ValueList<TallyChain> Chains { get; } = TallyChain.In(dataset);

    /// <summary>The totals of those killed against what lies in their scopes; none where that is too much to look at.</summary>
    public ValueList<ReconciledTally> Reconciliations => check.Reconciliations;

    /// <summary>The people harmed in the listed incidents, nobody twice, for each harm that any of them counts.</summary>
    public IReadOnlyList<(Harm Harm, Sums Sums, SummedBounds Bounds)> Sums { get; } = Harms.Summable
        .Where(harm => dataset.Incidents.Any(incident => EventRecords.Counts(incident, harm)))
        .Select(harm => (harm, dataset.Incidents.Sum(harm), dataset.Incidents.BoundsOf(harm)))
        .Where(sum => sum.Item3.Counted > 0)
        .ToList();

    /// <summary>What the views of time, place and actors count: the first harm that the incidents count, else the killed.</summary>
    public Harm Harm => Sums.Count > 0 ? Sums[0].Harm : Harm.Killed;

    /// <summary>The incidents, event by event.</summary>
    public EventRecords Events => field ??= new(Dataset.Incidents);

    /// <summary>Who belongs to whom.</summary>
    public PartyFinder Parties => field ??= new(Dataset);

    /// <summary>When it was; null if no incident with a figure has a date.</summary>
    public TimeView? Time => field ??= TimeView.Of(Events, Harm);

    /// <summary>Where it was, as closely as is known; null if nothing with a figure has a place.</summary>
    public PlaceView? Places => field ??= PlaceView.Of(this, Harm, outlines);

    /// <summary>Who harmed whom in the listed incidents; null if none has a figure.</summary>
    public ActorMatrix? IncidentMatrix => field ??= ActorMatrixBuilder.OfIncidents(this, Harm);

    /// <summary>Who harmed whom by the totals that say so.</summary>
    public IReadOnlyList<ActorMatrix> TallyMatrices =>
        field ??= [.. Dataset.Tallies.Select(tally => ActorMatrixBuilder.Of(this, tally)).OfType<ActorMatrix>()];

    /// <summary>All of these: those of totals first.</summary>
    public IReadOnlyList<ActorMatrix> Matrices =>
        field ??= [.. IncidentMatrix is { } incidents ? TallyMatrices.Append(incidents) : TallyMatrices];

    /// <summary>The grades of all reports, and how many bear each; by scheme and grade.</summary>
    public IReadOnlyList<(Grade Grade, int Reports)> Grades => field ??=
    [
        .. Dataset.Incidents.SelectMany(incident => incident.Reports).Concat(Dataset.Tallies.Select(tally => tally.Report))
            .Select(report => report.Grade).OfType<Grade>().GroupBy(grade => grade)
            .OrderBy(grade => grade.Key.Scheme, StringComparer.Ordinal).ThenBy(grade => grade.Key.Value, StringComparer.Ordinal)
            .Select(grade => (grade.Key, grade.Count())),
    ];

    /// <summary>What may be quoted.</summary>
    public ValueList<Quote> Quotes => quotes ??= QuoteFinder.Find(this);

    /// <summary>What the figures leave out.</summary>
    public LeftOut LeftOut => field ??= LeftOut.Of(this, Harm);

    /// <summary>The first harm of a total that has a figure; null if none has.</summary>
    public TollFigures? TollOf(Tally tally) => Figures.Of(tally).FirstOrDefault(toll => !Worth.Nothing(toll.Derivation.Whole.Bounds));

    /// <summary>What the reports of an incident come to together, harm by harm: the hull of them, for nothing is chosen silently.</summary>
    public static IEnumerable<IncidentFigure> Together(Incident incident) => incident.Reports.Count < 2 ? [] : Of(incident);

    /// <summary>The same for an incident with one report too: that report's own figures.</summary>
    public static IEnumerable<IncidentFigure> Of(Incident incident) =>
        Enum.GetValues<Harm>().Select(harm => ReportPolicy.Hull.Resolve(incident.Reports, harm)).OfType<IncidentFigure>();

    private static (ValueList<Finding> Findings, ValueList<ReconciledTally> Reconciliations) Check(ConflictDataset dataset)
    {
        ValueList<Finding> findings = dataset.Validate();
        try
        {
            return (findings, dataset.Reconcile(Harm.Killed));
        }
        catch (ReconciliationSizeException error)
        {
            Finding none = new()
            {
                Code = FindingCodes.NotCompared,
                Severity = Severity.Information,
                Pointer = JsonPointer.Root.Member("tallies"),
                Message = error.Message,
            };
            return (findings.Add(none), default);
        }
    }
}
