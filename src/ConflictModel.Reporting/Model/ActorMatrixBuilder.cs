using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;
using Cell = ConflictModel.Reporting.ActorMatrix.Cell;
using Party = ConflictModel.Reporting.ActorMatrix.Party;
using PartyKind = ConflictModel.Reporting.ActorMatrix.PartyKind;

namespace ConflictModel.Reporting;

/// <summary>
/// Makes the matrices of a data set: one of the listed incidents, and one of each total that says who was harmed by whom.
/// </summary>
internal sealed class ActorMatrixBuilder
{
    private readonly ReportModel model;
    private readonly ActorHierarchy hierarchy;
    private readonly Dictionary<(Party Row, Party Column), Cell> cells = [];

    private ActorMatrixBuilder(ReportModel model)
    {
        this.model = model;
        hierarchy = ActorHierarchy.FromUnchecked(
            model.Dataset.Affiliations, RegionHierarchy.FromUnchecked(model.Dataset.Regions));
    }

    /// <summary>The matrix of the first harm that a tally counts; null where it says of nobody who harmed them.</summary>
    public static ActorMatrix? Of(ReportModel model, Tally tally)
    {
        TollFigures? toll = model.Figures.Of(tally).FirstOrDefault(toll => !Worth.Nothing(toll.Derivation.Whole.Bounds));
        if (toll is null || Divides(toll.Derivation.Whole) is null)
        {
            return null;
        }

        var builder = new ActorMatrixBuilder(model);
        builder.Add(toll.Derivation.Whole, OccasionOf(tally.Scope.Period), Party.NotSaid, Party.NotSaid);
        return builder.cells.Keys.All(cell => cell.Row == Party.NotSaid) ? null : builder.Matrix(tally, toll.Harm);
    }

    /// <summary>The matrix of the listed incidents, nobody twice; null if none counts the harm.</summary>
    public static ActorMatrix? OfIncidents(ReportModel model, Harm harm)
    {
        var builder = new ActorMatrixBuilder(model);

        // The sum hands over each event once, whatever records it has.
        model.Dataset.Incidents.SumBy(harm, incident =>
        {
            builder.Add(incident, harm);
            return Enumerable.Empty<KeyValuePair<int, Truth>>();
        });
        return builder.cells.Count == 0 ? null : builder.Matrix(null, harm);
    }

    private void Add(Incident incident, Harm harm)
    {
        if (ReportPolicy.Hull.Resolve(incident.Reports, harm) is not { } figure)
        {
            return;
        }

        Occasion on = OccasionOf(incident.Date) with { Regions = incident.Place?.Regions ?? default };
        Party row = PerpetratorsOf(incident, on);
        List<Dictionary<(Party Row, Party Column), Cell>> accounts = [];
        foreach (Report report in incident.Reports)
        {
            if (report.Casualties?[harm] is { } toll)
            {
                var account = new ActorMatrixBuilder(this);
                account.Add(toll.Derive().Whole, on, row, Party.NotSaid);
                accounts.Add(account.cells);
            }
        }

        foreach ((Party Row, Party Column) key in accounts.SelectMany(account => account.Keys).Distinct())
        {
            // Whoever does not speak of them leaves open whether there were any.
            Bounds hull = accounts
                .Select(account => account.TryGetValue(key, out Cell cell) ? cell.Bounds : new Bounds(0, figure.Bounds.Upper))
                .Aggregate((one, other) => one.Hull(other));
            Add(key, new(hull, accounts.Count == 1 ? accounts[0][key].Best : null, 1));
        }
    }

    private ActorMatrixBuilder(ActorMatrixBuilder whole) => (model, hierarchy) = (whole.model, whole.hierarchy);

    /// <summary>Adds a figure by the parts that say most: who was harmed, then by whom.</summary>
    private void Add(DerivedFigure figure, Occasion on, Party row, Party column)
    {
        if (Divides(figure) is not { } breakdown)
        {
            // Of figures that contradict each other nothing follows, a best one by difference neither.
            Add((row, column), new(figure.Bounds, Worth.Nothing(figure.Bounds) ? figure.Reported.Best : figure.Best, 1));
            return;
        }

        foreach (DerivedFigure part in breakdown.Parts)
        {
            Add(part, on, PerpetratorsOf(part.Part!, on) ?? row, VictimsOf(part.Part!, on) ?? column);
        }

        if (breakdown.Breakdown.Kind == BreakdownKind.Inclusion && breakdown.Residual.Bounds.Upper != 0)
        {
            Add((row, column), new(breakdown.Residual.Bounds, Worth.Nothing(breakdown.Residual.Bounds) ? null : breakdown.Residual.Best, 1));
        }
    }

    private void Add((Party Row, Party Column) key, Cell cell) =>
        cells[key] = cells.TryGetValue(key, out Cell known) ? known + cell : cell;

    /// <summary>The breakdown by victim, else the one by perpetrator, whose parts are apart; null if there is none with a figure.</summary>
    private static DerivedBreakdown? Divides(DerivedFigure figure) => figure.Breakdowns
        .Where(breakdown => breakdown.Breakdown.By is Axis.Victim or Axis.Perpetrator && !Worth.Nothing(breakdown))
        .OrderBy(breakdown => breakdown.Breakdown.By)
        .FirstOrDefault();

    private Party? PerpetratorsOf(Part part, Occasion on) =>
        part.Perpetrators.IsEmpty ? null : new(PartyKind.Actors, RolledUp(part.Perpetrators, on));

    private Party? VictimsOf(Part part, Occasion on) => part.Victims switch
    {
        null => null,
        { Actors.IsEmpty: false } victims => new(PartyKind.Actors, RolledUp(victims.Actors, on)),
        { Status: CivilianStatus.Civilian } => Party.Civilians,
        { Status: CivilianStatus.Unidentified } => new(PartyKind.Unidentified, default),
        { Role: { } role } => new(PartyKind.Called, default, role),
        _ => Party.NotSaid,
    };

    /// <summary>Who did it as a source says; of two sides that fought, both: a side is a label and no blame.</summary>
    private Party PerpetratorsOf(Incident incident, Occasion on)
    {
        ActorId[] named =
        [
            .. incident.Attributions.Where(one => one.Status is AttributionStatus.Claimed or AttributionStatus.Attributed)
                .SelectMany(one => one.Actors),
            .. incident.Involvements.Where(one => one.Role == InvolvementRole.Perpetrator).Select(one => one.Actor),
        ];
        if (named.Length > 0)
        {
            return new(PartyKind.Actors, RolledUp(named, on));
        }

        ActorId[] sides = [.. Of(InvolvementRole.SideA), .. Of(InvolvementRole.SideB)];

        // One-sided violence is done by side A: so UCDP defines it.
        return incident.Kind == IncidentKind.OneSidedViolence && Of(InvolvementRole.SideA).Any()
            ? new(PartyKind.Actors, RolledUp(Of(InvolvementRole.SideA), on))
            : sides.Length == 0 ? Party.NotSaid : new(PartyKind.Fighting, RolledUp(sides, on));

        IEnumerable<ActorId> Of(InvolvementRole role) => incident.Involvements.Where(one => one.Role == role).Select(one => one.Actor);
    }

    private ValueList<ActorId> RolledUp(IEnumerable<ActorId> actors, Occasion on) =>
        actors.Select(actor => Top(actor, on)).Distinct().Order().ToValueList();

    /// <summary>The highest that an actor certainly belongs to; itself where that is nobody, or several.</summary>
    private ActorId Top(ActorId actor, Occasion on)
    {
        ActorId[] above =
        [
            .. hierarchy.GroupsOf(actor, on).Where(group => group.Value == Truth.Yes && group.Key != actor).Select(group => group.Key),
        ];
        ActorId[] tops = [.. above.Where(group => !above.Any(other => other != group && hierarchy.Belongs(group, other, on) == Truth.Yes))];
        return tops.Length == 1 ? tops[0] : actor;
    }

    private static Occasion OccasionOf(ReportedDate? date) => new() { From = date?.Date.Earliest, To = date?.Date.Latest };

    private ActorMatrix Matrix(Tally? tally, Harm harm) => new()
    {
        Tally = tally,
        Harm = harm,
        Rows = Sorted(cells.GroupBy(cell => cell.Key.Row)),
        Columns = Sorted(cells.GroupBy(cell => cell.Key.Column)),
        Cells = cells,
    };

    private static ValueList<Party> Sorted(IEnumerable<IGrouping<Party, KeyValuePair<(Party Row, Party Column), Cell>>> parties) => parties
        .OrderBy(party => party.Key.Kind is PartyKind.NotSaid)
        .ThenByDescending(party => party.Sum(cell => cell.Value.Best ?? cell.Value.Bounds.Lower))
        .ThenByDescending(party => party.Max(cell => cell.Value.Bounds.Upper ?? long.MaxValue))
        .ThenBy(party => string.Join(' ', party.Key.Actors), StringComparer.Ordinal)
        .ThenBy(party => party.Key.Kind)
        .ThenBy(party => party.Key.Role, StringComparer.Ordinal)
        .Select(party => party.Key)
        .ToValueList();
}
