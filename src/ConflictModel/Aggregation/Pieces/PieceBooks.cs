namespace ConflictModel.Aggregation;

/// <summary>Makes the ids and hierarchies of a table of incidents of the small tables beside its pieces.</summary>
internal static class PieceBooks
{
    public static TableColumns Read(
        PlainTable names, PlainTable members, IEnumerable<Region> regions, IEnumerable<Affiliation> affiliations)
    {
        IncidentTableBuilder builder = new();
        Dictionary<(string Kind, string Id), List<KeyValuePair<string, string>>> texts = [];
        for (int row = 0; row < names.Rows; row++)
        {
            if (Text(names, "language", row) is not { } language)
            {
                Add(builder, names, row);
            }
            else if (Needed(names, "kind", row) is ("actor" or "source") and var kind)
            {
                (string, string) named = (kind, Needed(names, "id", row));
                texts.TryAdd(named, []);
                texts[named].Add(new(language, Needed(names, "name", row)));
            }
        }

        foreach (((string kind, string id), List<KeyValuePair<string, string>> said) in texts)
        {
            Translate(builder, names, kind, id, said);
        }

        builder.DefineRegions(regions);
        foreach (IGrouping<string, string> coalition in Enumerable.Range(0, members.Rows)
            .Select(row => (Actor: Needed(members, "actor", row), Member: Needed(members, "member", row)))
            .GroupBy(row => row.Actor, row => row.Member))
        {
            if (coalition.Any(member => member != coalition.Key))
            {
                builder.DeclareMembers(
                    builder.CodeOf(Id<ActorId>(members, "actor", coalition.Key)),
                    coalition.Select(member => Id<ActorId>(members, "member", member)));
            }
        }

        builder.DeclareAffiliations(affiliations);
        return builder.ToTable().Columns;
    }

    private static void Add(IncidentTableBuilder builder, PlainTable names, int row)
    {
        string id = Needed(names, "id", row);
        string own = Needed(names, "own", row);
        string name = Text(names, "name", row) ?? "";
        switch (Needed(names, "kind", row))
        {
            case "actor": builder.Call(builder.CodeOf(Id<ActorId>(names, "id", id)), own, name); break;
            case "region": builder.Call(builder.CodeOf(Id<RegionId>(names, "id", id)), own, name); break;
            case "source": builder.Call(builder.CodeOf(Id<SourceId>(names, "id", id)), own, name); break;
            case "dyad": builder.Call(builder.CodeOf(Id<DyadId>(names, "id", id)), own, name); break;
            case "conflict": builder.Call(builder.CodeOf(Id<ConflictId>(names, "id", id)), own, name); break;
            case "type": builder.Call(builder.CodeOf(Id<EventTypeId>(names, "id", id)), own, name); break;
            case var kind: throw new PieceFormatException($"'{kind}' is no kind of id", names.Schema.Name, "kind", row);
        }
    }

    /// <summary>
    /// Names an actor or a source by language; of two names in one language, which several files may have, the first stands.
    /// </summary>
    private static void Translate(
        IncidentTableBuilder builder, PlainTable names, string kind, string id, List<KeyValuePair<string, string>> said)
    {
        LocalizedText name;
        try
        {
            name = new(said.DistinctBy(text => text.Key, StringComparer.OrdinalIgnoreCase));
        }
        catch (ArgumentException)
        {
            throw new PieceFormatException($"'{id}' has a name without a letter or in no language", names.Schema.Name, "language");
        }

        if (kind == "actor")
        {
            builder.Translate(builder.CodeOf(Id<ActorId>(names, "id", id)), name);
        }
        else
        {
            builder.Translate(builder.CodeOf(Id<SourceId>(names, "id", id)), name);
        }
    }

    private static TId Id<TId>(PlainTable table, string column, string text)
        where TId : struct, IId<TId> => IdText.TryParse(text, out TId id)
            ? id
            : throw new PieceFormatException($"'{text}' is no id", table.Schema.Name, column);

    private static string Needed(PlainTable table, string column, int row) =>
        Text(table, column, row) ?? throw new PieceFormatException("there must be a text", table.Schema.Name, column, row);

    private static string? Text(PlainTable table, string column, int row) => table.Schema.IndexOf(column) is >= 0 and var at
        && table.Schema.Columns[at].Type == PlainType.Text
        ? table.TextAt(at, row)
        : throw new PieceFormatException("the column is missing", table.Schema.Name, column);
}
