using ConflictModel.Aggregation;

namespace ConflictModel.Tool.Commands;

/// <summary>Incidents that can be asked, wherever they stand.</summary>
/// <param name="Names">A table that knows the ids and names of the incidents.</param>
/// <param name="Answer">
/// Answers a query of no table (<see cref="IncidentQuery.OverPieces"/>); of files that are read once, one that was asked while they were.
/// </param>
internal sealed record AskedIncidents(IncidentTable Names, Func<IncidentQuery, Aggregate> Answer)
{
    /// <summary>Whether some incident meets a condition for certain.</summary>
    public bool Has(Condition condition) => Answer(condition.Met).Count > 0;

    /// <summary>The values of a condition's key that incidents have, as the source writes them, with their names.</summary>
    public ValueList<(string Own, string Name)> ValuesOf(Condition condition) =>
        Answer(condition.Open).Select(row => Names.NamesOf(row, condition.Key)).Distinct().ToValueList();
}
