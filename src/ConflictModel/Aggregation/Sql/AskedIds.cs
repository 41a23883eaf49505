namespace ConflictModel.Aggregation;

/// <summary>The ids that conditions name, which a table has to know.</summary>
internal static class AskedIds
{
    /// <summary>The ids, each with what the table of names calls its kind.</summary>
    public static IEnumerable<(string Kind, string Id)> Of(QueryCondition condition) => condition switch
    {
        SidesCondition sides => sides.Actors.Select(actor => (KeySql.KindOf(GroupKey.Actor)!, actor.Value)),
        RegionsCondition regions => regions.Regions.Select(region => (KeySql.KindOf(GroupKey.Region)!, region.Value)),
        KeyCondition key when !key.IsOwn && KeySql.KindOf(key.Key) is not null => key.Texts.Select(text => (KeySql.KindOf(key.Key)!, text)),
        _ => [],
    };
}
