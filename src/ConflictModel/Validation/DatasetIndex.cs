namespace ConflictModel.Validation;

/// <summary>The ids of a data set's records, and the ids that stand twice.</summary>
internal sealed class DatasetIndex
{
    public DatasetIndex(ConflictDataset dataset, FindingList findings)
    {
        Sources = Collect(dataset.Sources, s => s.Id, "sources", findings);
        Actors = Collect(dataset.Actors, a => a.Id, "actors", findings);
        Regions = Collect(dataset.Regions, r => r.Id, "regions", findings);
        Incidents = Collect(dataset.Incidents, i => i.Id, "incidents", findings);
        Tallies = Collect(dataset.Tallies, t => t.Id, "tallies", findings);
        People = Collect(dataset.People, p => p.Id, "people", findings, isQuoted: false);
        Resolutions = Collect(dataset.Resolutions, r => r.Id, "resolutions", findings);
        Collect(dataset.Claims, c => c.Id, "claims", findings);
        Collect(dataset.Statements, s => s.Id, "statements", findings);
        Collect(dataset.Processes, p => p.Id, "processes", findings);
    }

    public HashSet<SourceId> Sources { get; }

    public HashSet<ActorId> Actors { get; }

    public HashSet<RegionId> Regions { get; }

    public HashSet<IncidentId> Incidents { get; }

    public HashSet<TallyId> Tallies { get; }

    public HashSet<PersonId> People { get; }

    public HashSet<ResolutionId> Resolutions { get; }

    // The id of a person is not quoted: it may tell who must not be named.
    private static HashSet<TId> Collect<T, TId>(
        ValueList<T> records, Func<T, TId> idOf, string member, FindingList findings, bool isQuoted = true)
        where T : notnull
        where TId : struct, IId<TId>
    {
        var ids = new HashSet<TId>(records.Count);
        for (int i = 0; i < records.Count; i++)
        {
            TId id = idOf(records[i]);
            if (!ids.Add(id))
            {
                findings.Error(
                    FindingCodes.DuplicateId,
                    JsonPointer.Root.Member(member).Item(i).Member("id"),
                    $"Another record among the {member} has {(isQuoted ? $"the id '{id.Value}'" : "this id")} already.");
            }
        }

        return ids;
    }
}
