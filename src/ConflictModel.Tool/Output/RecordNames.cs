using ConflictModel.Arithmetic;

namespace ConflictModel.Tool.Output;

/// <summary>What the report calls the records that ids name.</summary>
/// <remarks>Right-to-left names are set apart by Unicode's isolates on a terminal, so that the line around them keeps its order.</remarks>
internal sealed class RecordNames
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    private readonly Dictionary<SourceId, string> sources = [];
    private readonly Dictionary<ActorId, string> actors = [];
    private readonly Dictionary<RegionId, string> regions = [];

    /// <param name="dataset">The records.</param>
    /// <param name="language">The language to name them in where they have a name in it; null for the first name of each.</param>
    /// <param name="isTerminal">Whether a terminal shows the names.</param>
    public RecordNames(ConflictDataset dataset, string? language = null, bool isTerminal = false)
    {
        string In(LocalizedText name) =>
            language is null ? name.ToString() : isTerminal ? $"{FirstStrongIsolate}{name.In(language)}{PopIsolate}" : name.In(language);
        foreach (Source source in dataset.Sources)
        {
            sources.TryAdd(source.Id, In(source.Name));
        }

        foreach (Actor actor in dataset.Actors)
        {
            actors.TryAdd(actor.Id, In(actor.Name));
        }

        foreach (Region region in dataset.Regions)
        {
            regions.TryAdd(region.Id, In(region.Name));
        }
    }

    public string Of(SourceId id) => sources.GetValueOrDefault(id, id.Value);

    public string Of(ActorId id) => actors.GetValueOrDefault(id, id.Value);

    public string Of(RegionId id) => regions.GetValueOrDefault(id, id.Value);

    public string Of(IEnumerable<ActorId> ids) => string.Join(" and ", ids.Select(Of));

    public string Of(IEnumerable<RegionId> ids) => string.Join(", ", ids.Select(Of));

    /// <summary>Who says so, through whom, when.</summary>
    public string Of(Citation citation) =>
        Of(citation.Source)
        + (citation.Via is { } via ? $", carried by {Of(via)}" : "")
        + (citation.Published is { } date ? $", {Of(date)}" : "");

    /// <summary>A source's words for a date, and the date behind them.</summary>
    public static string Of(ReportedDate date) => date.Wording is null ? date.Date.ToString() : $"\"{date.Wording}\" ({date.Date})";

    /// <summary>Who was harmed.</summary>
    public string Of(Victims victims)
    {
        string who = string.Join(", ", ((string?[])
        [
            victims.Actors.IsEmpty ? null : Of(victims.Actors),
            victims.Status switch
            {
                CivilianStatus.Civilian => "civilians",
                CivilianStatus.Combatant => "combatants",
                CivilianStatus.Unidentified => "unidentified",
                _ => null,
            },
            victims.AgeAndSex(),
        ]).Where(word => word is not null));
        return (who.Length > 0, victims.Role) switch
        {
            (true, null) => who,
            (true, { } role) => $"{who} ({role})",
            (false, { } role) => role,
            (false, null) => "victims",
        };
    }

    /// <summary>What sets a part apart, its axis first.</summary>
    public string Of(Part part, Axis axis)
    {
        string? Text(Axis on) => on switch
        {
            Axis.Victim or Axis.Demographic => part.Victims is { } victims ? Of(victims) : null,
            Axis.Perpetrator => part.Perpetrators.IsEmpty ? null : (on == axis ? "" : "by ") + Of(part.Perpetrators),
            Axis.Method => part.Method,
            Axis.Region => part.Region is { } region ? Of(region) : null,
            _ => part.Period is { } period ? Of(period) : null,
        };
        Axis[] others = [Axis.Victim, Axis.Perpetrator, Axis.Method, Axis.Region, Axis.Period];
        Axis[] order = [axis, .. others.Where(a => a != axis && !(axis == Axis.Demographic && a == Axis.Victim))];
        string label = string.Join(", ", order.Select(Text).Where(text => text is not null));
        return part.AsWritten is null ? label : $"{label} (\"{part.AsWritten}\")";
    }

    /// <summary>What a derived figure stands for.</summary>
    public string Of(DerivedFigure figure, ValueList<ActorId> attributedTo) => figure.Kind switch
    {
        FigureKind.Whole => "in all",
        FigureKind.Part => Of(figure.Part!, figure.Breakdown!.By),
        FigureKind.Residual => figure.Parent!.Kind == FigureKind.Whole ? "unstated" : "others, unstated",
        _ => $"can be the work of {Of(attributedTo)}",
    };
}
