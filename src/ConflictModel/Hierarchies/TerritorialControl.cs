using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Hierarchies;

/// <summary>Statements about who holds which area, asked as of a date.</summary>
/// <remarks>
/// Sources may contradict one another: all that bears on a question is given, none is chosen. A statement holds for the time that it
/// speaks of and no longer; what was last said before is asked for by its own name. Answers keep the order given. Immutable.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class TerritorialControl
{
    private readonly (Control Control, LinkPeriod Period)[] statements;
    private readonly RegionHierarchy regions;

    /// <summary>The statements, about places that <paramref name="regions"/> relates to one another.</summary>
    public TerritorialControl(IEnumerable<Control> controls, RegionHierarchy regions)
    {
        ArgumentNullException.ThrowIfNull(controls);
        ArgumentNullException.ThrowIfNull(regions);
        statements = [.. controls.Select(control => (control, LinkPeriod.Of(control.Date)))];
        this.regions = regions;
    }

    /// <summary>The statements that bear or may bear on a place on a day.</summary>
    public ValueList<Answer> In(RegionId place, LocalDate date) =>
        statements
            .Select(statement => new Answer(statement.Control, Covers(statement.Control, place), statement.Period.Holds(date, date)))
            .Where(statement => statement.Covers != Truth.No && statement.Holds != Truth.No)
            .ToValueList();

    /// <summary>The statements that have or may have an actor, or whoever belongs to it as of the day, hold something on a day.</summary>
    /// <param name="actor">The actor.</param>
    /// <param name="date">The day.</param>
    /// <param name="actors">Who belongs to whom; null to look at the actor alone.</param>
    /// <param name="including">The kinds of link that count as well as being part of and a member of.</param>
    public ValueList<Answer> By(
        ActorId actor, LocalDate date, ActorHierarchy? actors = null, params IEnumerable<AffiliationKind> including)
    {
        AffiliationKind[] kinds = [.. including];
        return statements
            .Where(statement => statement.Control.Actors.Any(holder => holder == actor || Belongs(holder, statement.Control) != Truth.No))
            .Select(statement => new Answer(statement.Control, Truth.Yes, statement.Period.Holds(date, date)))
            .Where(statement => statement.Holds != Truth.No)
            .ToValueList();

        Truth Belongs(ActorId holder, Control control) =>
            actors?.Belongs(holder, actor, new Occasion(date) { Regions = control.Regions }, kinds) ?? Truth.No;
    }

    /// <summary>The statements about a place whose time certainly ended before a day, those of the latest end only: what was last known of
    /// it.</summary>
    public ValueList<Answer> LastKnown(RegionId place, LocalDate date)
    {
        (Control Control, LocalDate End)[] earlier = [.. statements
            .Where(statement => statement.Period.LastEnd < date && Covers(statement.Control, place) != Truth.No)
            .Select(statement => (statement.Control, statement.Period.LastEnd!.Value))];
        return earlier.Length == 0
            ? []
            : earlier.Where(statement => statement.End == earlier.Max(other => other.End))
                .Select(statement => new Answer(statement.Control, Covers(statement.Control, place), Truth.No))
                .ToValueList();
    }

    private Truth Covers(Control control, RegionId place)
    {
        Truth covers = Truth.No;
        foreach (RegionId area in control.Regions)
        {
            Truth inside = regions.Within(place, area);

            // Whether the parts that are held include a place within the area, nobody says.
            inside = control.Extent == ControlExtent.Parts ? inside.And(Truth.Unknown) : inside;
            covers = covers.Or(regions.Within(area, place) == Truth.Yes ? Truth.Yes : inside);
        }

        return covers;
    }

    /// <summary>A statement about who holds an area, as an answer about a place and a day.</summary>
    /// <param name="Control">The statement, with its source.</param>
    /// <param name="Covers">
    /// Whether its areas are the place, lie within it or hold it (yes), or only overlap it (unknown). Who holds parts of an area may hold
    /// nothing of a place within it: unknown too.
    /// </param>
    /// <param name="Holds">Whether the time that it speaks of certainly includes the day, or its date leaves that open.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public readonly record struct Answer(Control Control, Truth Covers, Truth Holds);
}
