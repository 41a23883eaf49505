using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;
using ConflictModel.Time;

namespace ConflictModel.Aggregation;

/// <summary>Makes tables of the vocabulary's incidents and data sets.</summary>
public static class IncidentTabulation
{
    /// <summary>
    /// Appends incidents with the people harmed in them; records that are declared to be one event, or parts of one, become one row.
    /// </summary>
    /// <remarks>
    /// <para>Low, best and high are those that were printed. Where several reports count one harm they are what the policy makes of them:
    /// bounds, and no best. Of the victim groups a row has those that the one report's breakdowns name: the members of the first and of the
    /// second side, civilians, and the unidentified. Where a partition names narrower ones alone, each within a group (officers of the
    /// first side, civilian women), a group has their sum; elsewhere a narrower group says nothing of the whole one.</para>
    /// <para>The first side is the perpetrator, or else side A, or else the first of two participants, which is a label and no blame; the
    /// second side likewise; whoever else took part stands beside. Several actors on one side are a coalition. An incident in several
    /// regions lies in the smallest region that is known to hold them all. Its own word for the type of event is its kind. Source and date
    /// precision are stated where the reports have one source and the date is one day. An incident says nothing of dyads, conflicts and
    /// active years.</para>
    /// </remarks>
    /// <param name="builder">The table to append to.</param>
    /// <param name="incidents">The incidents. All records of one event have to be among them.</param>
    /// <param name="policy">How several reports of one incident become one figure; their hull if none is given.</param>
    /// <param name="complete">Adds to the row of an incident what the caller knows of it; null for nothing.</param>
    /// <exception cref="InvalidOperationException">The table holds rows that are no incidents.</exception>
    public static void AppendIncidents(
        this IncidentTableBuilder builder,
        IEnumerable<Incident> incidents,
        ReportPolicy? policy = null,
        Func<Incident, IncidentRow, IncidentRow>? complete = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(incidents);
        builder.AppendIncidents(incidents, policy ?? ReportPolicy.Hull, CategoryRelations.OfRecord, complete);
    }

    private static void AppendIncidents(
        this IncidentTableBuilder builder,
        IEnumerable<Incident> incidents,
        ReportPolicy policy,
        CategoryRelations relations,
        Func<Incident, IncidentRow, IncidentRow>? complete)
    {
        builder.DeclareRowUnit();
        IncidentTabulator tabulator = new(builder, policy, relations, complete);
        foreach (Incident incident in SameEvents.Merge(incidents, policy))
        {
            tabulator.Append(incident);
        }
    }

    /// <summary>
    /// Appends incidents as they come, record by record, after the actors, regions and affiliations before them: for data larger than
    /// memory.
    /// </summary>
    /// <remarks>
    /// Kept are the ids of incidents, and those incidents that are declared to be one event or parts of one, which become one row at the
    /// end. Where one of them is named only after it was appended, the records are gone through once more to find it again. Records that
    /// are no incidents, sources, actors, regions or affiliations are passed over.
    /// </remarks>
    /// <param name="builder">The table to append to.</param>
    /// <param name="records">The records, such as <c>DatasetNdjson.Read</c> gives.</param>
    /// <param name="policy">How several reports of one incident become one figure; their hull if none is given.</param>
    /// <param name="complete">Adds to the row of an incident what the caller knows of it; null for nothing.</param>
    /// <exception cref="HierarchyCycleException">A region lies within itself.</exception>
    /// <exception cref="ArgumentException">Two regions or two incidents bear one id, or an actor, a region or an affiliation stands after
    /// the first incident.</exception>
    /// <exception cref="InvalidOperationException">The table holds rows that are no incidents.</exception>
    public static void AppendRecords(
        this IncidentTableBuilder builder,
        IEnumerable<object> records,
        ReportPolicy? policy = null,
        Func<Incident, IncidentRow, IncidentRow>? complete = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(records);
        builder.DeclareRowUnit();
        var tabulation = new RecordTabulation(builder, policy ?? ReportPolicy.Hull, complete);
        foreach (object record in records)
        {
            tabulation.Add(record);
        }

        tabulation.End(records);
    }

    /// <summary>Names the sources and actors of a data set in a table, and defines its regions and affiliations.</summary>
    internal static void Define(this IncidentTableBuilder builder, ConflictDataset dataset)
    {
        builder.DefineRegions(dataset.Regions);
        foreach (Source source in dataset.Sources)
        {
            builder.Call(source);
        }

        foreach (Actor actor in dataset.Actors)
        {
            builder.Call(builder.CodeOf(actor.Id), actor.Id.Value, actor.Name);
        }

        builder.DeclareAffiliations(dataset.Affiliations);
    }

    internal static void Call(this IncidentTableBuilder builder, Source source) =>
        builder.Call(builder.CodeOf(source.Id), source.Id.Value, source.Name);

    /// <summary>Appends the incidents of a data set after its actors, regions and affiliations.</summary>
    /// <param name="builder">The table to append to.</param>
    /// <param name="dataset">The data set.</param>
    /// <param name="policy">How several reports of one incident become one figure; their hull if none is given.</param>
    /// <param name="complete">Adds to the row of an incident what the caller knows of it; null for nothing.</param>
    /// <exception cref="HierarchyCycleException">A region lies within itself.</exception>
    /// <exception cref="ArgumentException">Two regions or two incidents bear one id.</exception>
    /// <exception cref="InvalidOperationException">The table holds rows that are no incidents.</exception>
    public static void AppendDataset(
        this IncidentTableBuilder builder,
        ConflictDataset dataset,
        ReportPolicy? policy = null,
        Func<Incident, IncidentRow, IncidentRow>? complete = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(dataset);
        builder.Define(dataset);
        builder.AppendIncidents(dataset.Incidents, policy ?? ReportPolicy.Hull, CategoryRelations.Of(dataset), complete);
    }

    /// <summary>A table of the data set's incidents, in order of date, with its actors, regions and affiliations.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="splitAt">At the edges of whose buckets an incident of several days is split.</param>
    /// <exception cref="HierarchyCycleException">A region lies within itself, or an actor is part of itself.</exception>
    /// <exception cref="ArgumentException">Two regions or two incidents bear one id.</exception>
    public static IncidentTable ToTable(this ConflictDataset dataset, params IEnumerable<BucketScheme> splitAt) =>
        dataset.ToTable(ReportPolicy.Hull, splitAt);

    /// <summary>The same, with the figures of reports by another policy.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="policy">How several reports of one incident become one figure.</param>
    /// <param name="splitAt">At the edges of whose buckets an incident of several days is split.</param>
    /// <exception cref="HierarchyCycleException">A region lies within itself, or an actor is part of itself.</exception>
    /// <exception cref="ArgumentException">Two regions or two incidents bear one id.</exception>
    public static IncidentTable ToTable(this ConflictDataset dataset, ReportPolicy policy, params IEnumerable<BucketScheme> splitAt)
    {
        IncidentTableBuilder builder = new(splitAt);
        builder.AppendDataset(dataset, policy);
        return builder.ToTable();
    }
}
