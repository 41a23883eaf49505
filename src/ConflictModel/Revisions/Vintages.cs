using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Reconciliation;
using NodaTime;

namespace ConflictModel.Revisions;

/// <summary>Compares two vintages of a data set.</summary>
/// <remarks>Published files are compared as they are read by <c>PublishedVintages</c> of ConflictModel.Interchange.</remarks>
public static class Vintages
{
    /// <summary>What changed from one vintage of a data set to the next, in all that it holds.</summary>
    /// <remarks>
    /// <para>
    /// Incidents and tallies are known by their ids, other records by their list and id (<c>claims/mainly-regime</c>), those without an id
    /// by their places (<c>strengths/0</c>), and the data set's own title and extensions as <c>dataset</c>. Accounts are of the incidents,
    /// as a table sums them: records that are declared to be one event count once, under the id of the first. Tallies are compared and
    /// never summed.
    /// </para>
    /// <para>
    /// People who are withheld in either vintage (<see cref="ConflictDataset.ForPublication"/>) are <c>people/withheld</c>: that a record
    /// of them came, went or was revised is told, and in which members, but neither the id nor what it says.
    /// </para>
    /// </remarks>
    /// <param name="older">The older vintage.</param>
    /// <param name="newer">The newer one.</param>
    /// <param name="options">What of them is compared; all of it if null. A tally is as late as its period begins, a
    /// person as late as the day, or else as the incident or tally that the person is listed under; other records have no year.</param>
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
        records.Compare(older, newer);
        VintageRecords events = new(options);
        return new(
            new(events, (Events(older, events.Older, options, nameof(older)), Events(newer, events.Newer, options, nameof(newer)))),
            records.Removed.ToValueList(),
            records.Added.ToValueList(),
            records.Old,
            records.Revisions,
            options?.Tombstones ?? []);
    }

    private static ConflictDataset Limited(ConflictDataset dataset, int? until)
    {
        if (until is not { } year)
        {
            return dataset;
        }

        bool IsLater(UncertainDate? date) => date?.Earliest?.Year > year;
        ILookup<bool, Incident> incidents = dataset.Incidents.ToLookup(incident => IsLater(incident.Date.Date));
        ILookup<bool, Tally> tallies = dataset.Tallies.ToLookup(tally => IsLater(tally.Scope.Period?.Date));
        var laterIncidents = incidents[true].Select(incident => incident.Id).ToHashSet();
        var laterTallies = tallies[true].Select(tally => tally.Id).ToHashSet();
        return dataset with
        {
            Incidents = incidents[false].ToValueList(),
            Tallies = tallies[false].ToValueList(),
            People = dataset.People.Where(person => !(person.Date is { } date
                ? IsLater(date.Date)
                : (person.Incident is { } incident && laterIncidents.Contains(incident))
                    || (person.Tally is { } tally && laterTallies.Contains(tally)))).ToValueList(),
        };
    }

    /// <summary>The events of a data set, which are the rows of its table; whether they differ, their sums tell.</summary>
    private static IncidentTable Events(ConflictDataset dataset, VintageRecords.Side records, VintageOptions? options, string which)
    {
        IncidentTableBuilder builder = new(options?.SplitAt ?? default);
        builder.AppendDataset(dataset, complete: options?.Complete?.Invoke(builder, dataset));
        IncidentTable table = builder.ToTable(sortByDate: false);
        foreach ((Incident incident, LocalDate? begins) in
            SameEvents.Merge(dataset.Incidents, ReportPolicy.Hull).Zip(table.Columns.FirstDays()))
        {
            if (!records.Add(Encoding.UTF8.GetBytes(incident.Id.Value), default, begins))
            {
                throw new ArgumentException($"The id '{incident.Id}' stands twice in the vintage.", which);
            }
        }

        return table;
    }
}
