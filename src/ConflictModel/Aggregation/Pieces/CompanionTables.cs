using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>The small tables beside the pieces, made of the ids and the hierarchies of a table.</summary>
internal static class CompanionTables
{
    /// <summary>Who belonged to whom: of each actor the stretches of time over which the same actors are above it.</summary>
    public static PlainTable Belongs(TableColumns table)
    {
        ActorLinks links = table.ActorLinks;
        // Between without limited links and with all limits lifted lies whatever the place and the opponents make of it.
        ActorLinks unlimited = links.With(link => IsLimited(link) ? null : link);
        ActorLinks lifted = links.With(link => IsLimited(link) ? link with { Regions = [], Against = [] } : link);
        long?[] starts = [null, .. links.Changes().Select(day => (long?)day)];
        HashSet<ActorId> linked = [.. links.Affiliations.Select(link => link.Actor)];
        List<object?[]> rows = [];
        foreach ((int code, ActorId actor) in table.Actors.Entries.Select((entry, i) => (i + 1, entry.Id)))
        {
            ActorId[] own = [actor, .. links.MembersOf(code).Select(member => table.Actors[member]).Where(member => member != actor)];
            long?[] from = Array.Exists(own, linked.Contains) ? starts : [null];
            SortedDictionary<ActorId, (Truth Holds, bool IsLimited)>[] above = Array.ConvertAll(from, day => Above(own, day));
            for (int start = 0; start < from.Length;)
            {
                int end = start + 1;
                while (end < from.Length && above[end].SequenceEqual(above[start]))
                {
                    end++;
                }

                foreach ((ActorId ancestor, (Truth holds, bool isLimited)) in above[start])
                {
                    rows.Add(
                    [
                        actor.Value, ancestor.Value, from[start], end < from.Length ? from[end] - 1 : null,
                        Flag(holds == Truth.Yes), Flag(isLimited),
                    ]);
                }

                start = end;
            }
        }

        return new ListedTable(PieceSchema.Belongs, rows);

        SortedDictionary<ActorId, (Truth, bool)> Above(ActorId[] own, long? day)
        {
            SortedDictionary<ActorId, Truth> least = Groups(unlimited, own, day);
            SortedDictionary<ActorId, Truth> most = Groups(lifted, own, day);
            SortedDictionary<ActorId, (Truth, bool)> above = [];
            foreach ((ActorId ancestor, Truth holds) in Groups(links, own, day))
            {
                above.Add(ancestor, (holds, least.GetValueOrDefault(ancestor, Truth.No) != most.GetValueOrDefault(ancestor, Truth.No)));
            }

            return above;
        }
    }

    /// <summary>The members of each coalition, and each other actor with itself.</summary>
    public static PlainTable Members(TableColumns table) => new ListedTable(
        PieceSchema.Members,
        [
            .. Enumerable.Range(1, table.Actors.Size - 1).SelectMany(code =>
                table.ActorLinks.MembersOf(code).Select(member => new object?[] { table.Actors[code].Value, table.Actors[member].Value })),
        ]);

    /// <summary>What lies, or may lie, in what.</summary>
    public static PlainTable Within(TableColumns table)
    {
        int[] codes = [.. Enumerable.Range(1, table.Regions.Size - 1)];
        IReadOnlyDictionary<RegionId, Region> defined = table.RegionTree.Defined;
        int[] vague = Array.FindAll(codes, code => !IsAdministrative(code));
        Dictionary<int, HashSet<int>> near = [];
        foreach (Region region in defined.Values)
        {
            if (table.Regions.TryFind(region.Id, out int code))
            {
                IEnumerable<RegionId> above = [region.Id, .. table.RegionTree.Ancestors(code), .. region.Overlaps];
                foreach (RegionId other in above)
                {
                    Meet(code, other);
                }
            }
        }

        List<object?[]> rows = [];
        foreach (int code in codes)
        {
            // Two administrative regions of which neither lies in the other share nothing: nobody need be asked about them.
            IEnumerable<int> asked = IsAdministrative(code) ? near.GetValueOrDefault(code, []).Union(vague).Append(code) : codes;
            foreach (int target in asked.Distinct().Order())
            {
                if (table.RegionTree.Lies(code, target) is not Truth.No and var lies)
                {
                    rows.Add([table.Regions[code].Value, table.Regions[target].Value, Flag(lies == Truth.Yes)]);
                }
            }
        }

        return new ListedTable(PieceSchema.Within, rows);

        bool IsAdministrative(int code) => defined.TryGetValue(table.Regions[code], out Region? region)
            && Hierarchies.RegionHierarchy.IsAdministrative(region.Kind);

        void Meet(int code, RegionId id)
        {
            if (table.Regions.TryFind(id, out int other))
            {
                near.TryAdd(code, []);
                near.TryAdd(other, []);
                near[code].Add(other);
                near[other].Add(code);
            }
        }
    }

    /// <summary>Every id that the table knows.</summary>
    public static PlainTable Names(TableColumns table)
    {
        List<object?[]> rows = [];
        Add("actor", table.Actors, (id, _) => table.Actors.TextsOf(id).Texts);
        Add("region", table.Regions, (id, name) => table.RegionTree.Defined.TryGetValue(id, out Region? region)
            ? region.Name.Texts.Where(text => text.Value != name && text.Value != id.Value) : []);
        Add("source", table.Of<SourceId>().Book, (id, _) => table.Of<SourceId>().Book.TextsOf(id).Texts);
        Add("dyad", table.Of<DyadId>().Book, static (_, _) => []);
        Add("conflict", table.Of<ConflictId>().Book, static (_, _) => []);
        Add("type", table.Of<EventTypeId>().Book, static (_, _) => []);
        return new ListedTable(PieceSchema.Names, rows);

        void Add<TId>(string kind, CodeBook<TId> book, Func<TId, string, IEnumerable<KeyValuePair<string, string>>> others)
            where TId : struct, IId<TId>
        {
            foreach ((TId id, string own, string name) in book.Entries)
            {
                rows.Add([kind, id.Value, own, name.Length == 0 ? null : name, null]);
                foreach ((string language, string text) in others(id, name))
                {
                    rows.Add([kind, id.Value, own, text, language]);
                }
            }
        }
    }

    private static SortedDictionary<ActorId, Truth> Groups(ActorLinks links, ActorId[] own, long? day)
    {
        SortedDictionary<ActorId, Truth> groups = [];
        foreach (ActorId actor in own)
        {
            LocalDate on = day is { } start ? Days.ToDate(start) ?? LocalDate.MaxIsoValue : LocalDate.MinIsoValue;
            foreach ((ActorId group, Truth holds) in links.GroupsOf(actor, on))
            {
                groups[group] = groups.TryGetValue(group, out Truth before) ? before.Or(holds) : holds;
            }
        }

        return groups;
    }

    private static bool IsLimited(Affiliation link) => !link.Regions.IsEmpty || !link.Against.IsEmpty;

    private static long Flag(bool holds) => holds ? 1L : 0L;
}
