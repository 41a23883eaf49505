using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;
using Cell = ConflictModel.Reporting.ActorMatrix.Cell;
using Party = ConflictModel.Reporting.ActorMatrix.Party;

namespace ConflictModel.Reporting;

/// <summary>
/// Makes the matrices of a data set: one of the listed incidents, and one of each total that says who was harmed by whom.
/// </summary>
internal sealed class ActorMatrixBuilder
{
    private readonly Dictionary<(Party Row, Party Column), Cell> cells = [];

    /// <summary>The matrix of the first harm that a tally counts; null where it says of nobody who harmed them.</summary>
    public static ActorMatrix? Of(ReportModel model, Tally tally)
    {
        if (model.TollOf(tally) is not { } toll)
        {
            return null;
        }

        var builder = new ActorMatrixBuilder();
        builder.Add(VictimCells.Of(toll.Derivation.Whole, model.Parties.At(tally.Scope.Period), Party.NotSaid));
        return builder.cells.Keys.All(cell => cell.Row == Party.NotSaid) ? null : builder.Matrix(tally, toll.Harm);
    }

    /// <summary>The matrix of the listed incidents, nobody twice; null if none counts the harm.</summary>
    public static ActorMatrix? OfIncidents(ReportModel model, Harm harm)
    {
        var builder = new ActorMatrixBuilder();

        // The sum hands over each event once, whatever records it has.
        model.Events.Counting(harm).SumBy(harm, incident =>
        {
            builder.Add(CellsOf(model, incident, harm));
            return Enumerable.Empty<KeyValuePair<int, Truth>>();
        });
        return builder.cells.Count == 0 ? null : builder.Matrix(null, harm);
    }

    private static IEnumerable<KeyValuePair<(Party Row, Party Column), Cell>> CellsOf(ReportModel model, Incident incident, Harm harm)
    {
        if (ReportPolicy.Hull.Resolve(incident.Reports, harm) is not { } figure)
        {
            return [];
        }

        PartyFinder parties = model.Parties.At(incident.Date, incident.Place?.Regions ?? default);
        Party row = parties.PerpetratorsOf([.. model.Events.Of(incident.Id).Where(record => EventRecords.Counts(record, harm))]);
        Dictionary<(Party Row, Party Column), Cell>[] accounts =
        [
            .. incident.Reports.Select(report => report.Casualties?[harm]).OfType<Toll>()
                .Select(toll => VictimCells.Of(toll.Derive().Whole, parties, row)),
        ];

        // Whoever does not speak of them leaves open whether there were any.
        return accounts.SelectMany(account => account.Keys).Distinct().Select(key => KeyValuePair.Create(key, new Cell(
            accounts.Select(account => account.TryGetValue(key, out Cell cell) ? cell.Bounds : new Bounds(0, figure.Bounds.Upper))
                .Aggregate((one, other) => one.Hull(other)),
            accounts.Length == 1 ? accounts[0][key].Best : null,
            1)));
    }

    private void Add(IEnumerable<KeyValuePair<(Party Row, Party Column), Cell>> more)
    {
        foreach (((Party Row, Party Column) key, Cell cell) in more)
        {
            cells[key] = cells.TryGetValue(key, out Cell known) ? known + cell : cell;
        }
    }

    private ActorMatrix Matrix(Tally? tally, Harm harm) => new()
    {
        Tally = tally,
        Harm = harm,
        Rows = Sorted(cells.GroupBy(cell => cell.Key.Row)),
        Columns = Sorted(cells.GroupBy(cell => cell.Key.Column)),
        Cells = cells,
    };

    private static ValueList<Party> Sorted(IEnumerable<IGrouping<Party, KeyValuePair<(Party Row, Party Column), Cell>>> parties) => parties
        .OrderBy(party => party.Key == Party.NotSaid)
        .ThenByDescending(party => party.Sum(cell => cell.Value.Best ?? cell.Value.Bounds.Lower))
        .ThenByDescending(party => party.Max(cell => cell.Value.Bounds.Upper ?? long.MaxValue))
        .ThenBy(party => string.Join(' ', party.Key.Actors), StringComparer.Ordinal)
        .ThenBy(party => JsonName.Of(party.Key.Kind), StringComparer.Ordinal)
        .ThenBy(party => party.Key.Role, StringComparer.Ordinal)
        .Select(party => party.Key)
        .ToValueList();
}
