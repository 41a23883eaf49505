using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Reconciliation;

namespace ConflictModel.Revisions;

/// <summary>Compares two vintages of a data set.</summary>
/// <remarks>Published files are compared as they are read by <c>PublishedVintages</c> of ConflictModel.Interchange.</remarks>
public static class Vintages
{
    /// <summary>What changed from one vintage of a data set to the next, in its incidents and tallies.</summary>
    /// <remarks>
    /// Records are known by their ids. Accounts are of the incidents, as a table sums them: records that are declared to be one event count
    /// once, under the id of the first. Tallies are compared and never summed. Actors and regions that are called otherwise are renamed;
    /// what else a data set holds is not compared.
    /// </remarks>
    /// <param name="older">The older vintage.</param>
    /// <param name="newer">The newer one.</param>
    /// <param name="options">What of them is compared; all of it if null. A tally is as late as its period begins.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ArgumentException">Two records bear one id.</exception>
    /// <exception cref="Hierarchies.HierarchyCycleException">A region lies within itself, or an actor is part of itself.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static VintageComparison Compare(
        ConflictDataset older, ConflictDataset newer, VintageOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        cancellationToken.ThrowIfCancellationRequested();
        (older, newer) = (Limited(older, options?.Until), Limited(newer, options?.Until));
        DatasetRevisions records = new(cancellationToken);
        records.Compare(older.Incidents, newer.Incidents, incident => incident.Id.Value);
        records.Compare(older.Tallies, newer.Tallies, tally => tally.Id.Value);
        records.CompareNames(older.Actors, newer.Actors, actor => actor.Id.Value);
        records.CompareNames(older.Regions, newer.Regions, region => region.Id.Value);
        return new(
            VintageTables.Of(Events(older, options), Events(newer, options)),
            records.Removed.ToValueList(),
            records.Added.ToValueList(),
            older.Incidents.Count + older.Tallies.Count,
            records.Revisions,
            options?.Tombstones ?? []);
    }

    private static ConflictDataset Limited(ConflictDataset dataset, int? until) => until is not { } year ? dataset : dataset with
    {
        Incidents = dataset.Incidents.Where(incident => !(incident.Date.Date.Earliest?.Year > year)).ToValueList(),
        Tallies = dataset.Tallies.Where(tally => !(tally.Scope.Period?.Date.Earliest?.Year > year)).ToValueList(),
    };

    /// <summary>The events of a data set, which are the rows of its table; whether they differ, their sums tell.</summary>
    private static VintageBuilder Events(ConflictDataset dataset, VintageOptions? options)
    {
        VintageBuilder vintage = new(options);
        vintage.Table.AppendDataset(dataset, complete: options?.Complete?.Invoke(vintage.Table, dataset));
        foreach (Incident incident in SameEvents.Merge(dataset.Incidents, ReportPolicy.Hull))
        {
            vintage.Note(Encoding.UTF8.GetBytes(incident.Id.Value), default);
        }

        return vintage;
    }
}
