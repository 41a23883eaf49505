using ConflictModel.Aggregation;

namespace ConflictModel.Tool.Commands;

/// <summary>Incidents that can be asked, wherever they stand.</summary>
/// <param name="Names">A table that knows the ids, names and measures of the incidents.</param>
/// <param name="Answer">Answers a query of no table (<see cref="IncidentQuery.OverPieces"/>).</param>
internal sealed record AskedIncidents(IncidentTable Names, Func<IncidentQuery, Aggregate> Answer)
{
    /// <summary>Whether some incident meets a condition for certain.</summary>
    public bool Has(Condition condition) =>
        Groups(IncidentQuery.OverPieces().Where(condition.Key, condition.Text), condition.Key).Count > 0;

    /// <summary>The values of a key that incidents have, as the source writes them, with their names.</summary>
    public ValueList<(string Own, string Name)> ValuesOf(GroupKey key) =>
        Groups(IncidentQuery.OverPieces(), key).Select(row => Names.NamesOf(row, key)).Distinct().ToValueList();

    /// <summary>The groups of all measures: one in which no incident began is there if a piece of one counts somebody in it.</summary>
    private Aggregate Groups(IncidentQuery query, GroupKey key) => Answer(query.Sum(Names.Measures).GroupBy(key));
}
