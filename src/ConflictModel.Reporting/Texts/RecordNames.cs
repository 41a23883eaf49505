using ConflictModel.Arithmetic;

namespace ConflictModel.Reporting;

/// <summary>What a report calls the records that ids name, and what it says of them in a few words.</summary>
internal sealed class RecordNames
{
    private readonly Dictionary<SourceId, string> sources = [];
    private readonly Dictionary<ActorId, string> actors = [];
    private readonly Dictionary<RegionId, string> regions = [];
    private readonly ReportVoice voice;
    private readonly string? language;

    /// <param name="dataset">The records.</param>
    /// <param name="voice">The words around the names.</param>
    /// <param name="language">The language to name them in where they have a name in it; null for the first name of each.</param>
    public RecordNames(ConflictDataset dataset, ReportVoice voice, string? language = null)
    {
        (this.voice, this.language) = (voice, language);
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

    /// <summary>The languages, as BCP 47 tags, that names in a report of a data set can be in; one may come several times.</summary>
    public static IEnumerable<string> LanguagesOf(ConflictDataset dataset) =>
        dataset.Sources.Select(source => source.Name)
            .Concat(dataset.Actors.Select(actor => actor.Name))
            .Concat(dataset.Regions.Select(region => region.Name))
            .Concat(dataset.Processes.Select(process => process.Name))
            .SelectMany(name => name.Texts.Select(text => text.Key));

    /// <summary>A text of the record, set apart where the report sets names apart.</summary>
    public string Apart(string text) => voice.Isolated(text);

    /// <summary>A name in the language of the report, set apart where the report sets names apart.</summary>
    public string In(LocalizedText name) => voice.Isolated(language is null ? name.ToString() : name.In(language));

    public string Of(SourceId id) => sources.GetValueOrDefault(id, id.Value);

    public string Of(ActorId id) => actors.GetValueOrDefault(id, id.Value);

    public string Of(RegionId id) => regions.GetValueOrDefault(id, id.Value);

    public string Of(IEnumerable<ActorId> ids) => string.Join(voice.Texts.And, ids.Select(Of));

    public string Of(IEnumerable<RegionId> ids) => string.Join(voice.Texts.Comma, ids.Select(Of));

    /// <summary>A source's words for a date, and the date behind them.</summary>
    public string Of(ReportedDate date) => voice.Of(date);

    /// <summary>Who says so, through whom, when.</summary>
    public string Of(Citation citation)
    {
        string who = citation.Via is { } via ? voice.Fill(voice.Texts.CarriedBy, Of(citation.Source), Of(via)) : Of(citation.Source);
        return citation.Published is { } date ? who + voice.Texts.Comma + voice.Of(date) : who;
    }

    /// <summary>Who was harmed.</summary>
    public string Of(Victims victims)
    {
        string who = string.Join(voice.Texts.Comma, ((string?[])
        [
            victims.Actors.IsEmpty ? null : Of(victims.Actors),
            victims.Status switch
            {
                CivilianStatus.Civilian => voice.Texts.Civilians,
                CivilianStatus.Combatant => voice.Texts.Combatants,
                CivilianStatus.Unidentified => voice.Texts.Unidentified,
                _ => null,
            },
            voice.Texts.AgeAndSex(victims.Age, victims.Sex),
        ]).Where(word => word is not null));
        return (who.Length > 0, victims.Role) switch
        {
            (true, null) => who,
            (true, { } role) => $"{who} ({voice.Isolated(role)})",
            (false, { } role) => voice.Isolated(role),
            (false, null) => voice.Texts.Victims,
        };
    }

    /// <summary>What sets a part apart, its axis first.</summary>
    public string Of(Part part, Axis axis)
    {
        string? Text(Axis on) => on switch
        {
            Axis.Victim or Axis.Demographic => part.Victims is { } victims ? Of(victims) : null,
            Axis.Perpetrator when part.Perpetrators.IsEmpty => null,
            Axis.Perpetrator => on == axis ? Of(part.Perpetrators) : voice.Fill(voice.Texts.By, Of(part.Perpetrators)),
            Axis.Method => part.Method is { } method ? voice.Isolated(method) : null,
            Axis.Region => part.Region is { } region ? Of(region) : null,
            _ => part.Period is { } period ? voice.Of(period) : null,
        };
        Axis[] others = [Axis.Victim, Axis.Perpetrator, Axis.Method, Axis.Region, Axis.Period];
        Axis[] order = [axis, .. others.Where(a => a != axis && !(axis == Axis.Demographic && a == Axis.Victim))];
        string label = string.Join(voice.Texts.Comma, order.Select(Text).Where(text => text is not null));
        return part.AsWritten is null ? label : $"{label} ({voice.Fill(voice.Texts.Quoted, part.AsWritten)})";
    }

    /// <summary>How many of a total have no place finer than its own.</summary>
    public string Of(Placeless tally) => tally.Without == tally.Whole
        ? voice.Fill(
            voice.Texts.WherePlacelessAll, voice.Of(tally.Whole), voice.Of(tally.Harm), Of(tally.Regions), tally.Tally.Value)
        : voice.Fill(
            voice.Texts.WherePlaceless, voice.Of(tally.Without), voice.Of(tally.Whole), voice.Of(tally.Harm), Of(tally.Regions),
            tally.Tally.Value);

    /// <summary>What a derived figure stands for.</summary>
    public string Of(DerivedFigure figure, ValueList<ActorId> attributedTo) => figure.Kind switch
    {
        FigureKind.Whole => voice.Texts.InAll,
        FigureKind.Part => Of(figure.Part!, figure.Breakdown!.By),
        FigureKind.Residual => figure.Parent!.Kind == FigureKind.Whole ? voice.Texts.Unstated : voice.Texts.OthersUnstated,
        _ => voice.Fill(voice.Texts.CanBeTheWorkOf, Of(attributedTo)),
    };
}
