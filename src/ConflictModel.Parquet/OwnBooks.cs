using ConflictModel.Aggregation;

namespace ConflictModel.Parquet;

/// <summary>
/// Of a table's ids and hierarchies those that some of its pieces need: what their cells name, and whatever decides where that lies and to
/// whom it belongs. A question that names none but these is answered as if all were known.
/// </summary>
internal sealed class OwnBooks
{
    private const string Actor = "actor";
    private const string Region = "region";

    /// <summary>The columns that name ids, each with the kind of these; other columns of places say no more than the last.</summary>
    private static readonly (string Column, string Kind)[] Naming =
    [
        ("side_a", Actor), ("side_b", Actor), ("others", Actor), ("place", Region), ("source", "source"), ("dyad", "dyad"),
        ("conflict", "conflict"), ("type", "type"),
    ];

    private readonly PieceTables all;
    private readonly ILookup<(string Kind, string Id), int> names;
    private readonly ILookup<string, int> members;
    private readonly Dictionary<string, Region> regions;
    private readonly ILookup<string, string> overlaps;
    private readonly ILookup<string, string> countries;
    private readonly Affiliation[] affiliations;
    private readonly ILookup<string, int> links;

    public OwnBooks(PieceTables all)
    {
        this.all = all;
        (int kind, int id) = (all.Names.Schema.IndexOf("kind"), all.Names.Schema.IndexOf("id"));
        names = Enumerable.Range(0, all.Names.Rows)
            .ToLookup(row => (all.Names.TextAt(kind, row)!, all.Names.TextAt(id, row)!));
        int actor = all.Members.Schema.IndexOf("actor");
        members = Enumerable.Range(0, all.Members.Rows).ToLookup(row => all.Members.TextAt(actor, row)!);
        regions = all.Regions.ToDictionary(region => region.Id.Value);
        // Whichever of two regions says so, each overlaps the other.
        overlaps = regions.Values
            .SelectMany(region => region.Overlaps.Select(other => (One: region.Id.Value, Other: other.Value)))
            .SelectMany(pair => ((string, string)[])[pair, (pair.Other, pair.One)])
            .ToLookup(pair => pair.Item1, pair => pair.Item2);
        countries = regions.Values.Where(region => region.Kind == RegionKind.Country)
            .SelectMany(country => Above(country.Id.Value).Select(above => (above, country.Id.Value)))
            .ToLookup(pair => pair.above, pair => pair.Value);
        affiliations = [.. all.Affiliations];
        links = Enumerable.Range(0, affiliations.Length).ToLookup(link => affiliations[link].Actor.Value);
    }

    /// <summary>What the file of some of the pieces says beside its columns.</summary>
    public Dictionary<string, string> Metadata(PlainTable pieces, ParquetDescription? description)
    {
        HashSet<(string Kind, string Id)> needed = Needed(pieces);
        return Books.Metadata(
            new ChosenRows(all.Names, [.. needed.SelectMany(id => names[id]).Order()]),
            new ChosenRows(all.Members, [.. Of(Actor).SelectMany(id => members[id]).Order()]),
            new()
            {
                Regions = Of(Region).Order(StringComparer.Ordinal).Where(regions.ContainsKey).Select(id => regions[id]).ToValueList(),
                Affiliations = Of(Actor).SelectMany(id => links[id]).Order().Select(link => affiliations[link]).ToValueList(),
            },
            description);

        IEnumerable<string> Of(string kind) => needed.Where(id => id.Kind == kind).Select(id => id.Id);
    }

    private HashSet<(string Kind, string Id)> Needed(PlainTable pieces)
    {
        HashSet<(string Kind, string Id)> needed = [];
        Queue<(string Kind, string Id)> open = [];
        int[] codes = new int[pieces.Rows];
        foreach ((string column, string kind) in Naming)
        {
            int at = pieces.Schema.IndexOf(column);
            pieces.ReadCodes(at, 0, codes);
            IReadOnlyList<string> texts = pieces.TextsOf(at);
            Need(codes.Distinct().Where(code => code >= 0).Select(code => (kind, texts[code])));
        }

        do
        {
            while (open.TryDequeue(out (string Kind, string Id) next))
            {
                Need(next.Kind switch { Actor => OfActor(next.Id), Region => OfRegion(next.Id), _ => [] });
            }

            // Whether two parts of the world share ground is known by the countries that lie in both, and the other may be named elsewhere.
            string[] worlds = [.. needed.Where(id => id.Kind == Region && countries.Contains(id.Id)).Select(id => id.Id)];
            Need(worlds.SelectMany(world => countries[world]).Select(country => (Region, country)));
        }
        while (open.Count > 0);
        return needed;

        void Need(IEnumerable<(string Kind, string Id)> ids)
        {
            foreach ((string Kind, string Id) id in ids)
            {
                if (needed.Add(id))
                {
                    open.Enqueue(id);
                }
            }
        }
    }

    /// <summary>Whom an actor stands for and whom it may have belonged to, where and against whom.</summary>
    private IEnumerable<(string Kind, string Id)> OfActor(string actor)
    {
        int member = all.Members.Schema.IndexOf("member");
        Affiliation[] own = [.. links[actor].Select(link => affiliations[link])];
        return
        [
            .. members[actor].Select(row => (Actor, all.Members.TextAt(member, row)!)),
            .. own.Select(link => (Actor, link.To.Value)),
            .. own.SelectMany(link => link.Against.Select(opponent => (Actor, opponent.Value))),
            .. own.SelectMany(link => link.Regions.Select(place => (Region, place.Value))),
        ];
    }

    /// <summary>What a region lies in or overlaps.</summary>
    private IEnumerable<(string Kind, string Id)> OfRegion(string region) =>
        Parents(region).Concat(overlaps[region]).Select(id => (Region, id));

    private IEnumerable<string> Parents(string region) =>
        regions.TryGetValue(region, out Region? known) ? known.Within.Select(parent => parent.Value) : [];

    private HashSet<string> Above(string region)
    {
        HashSet<string> above = [];
        Stack<string> open = new(Parents(region));
        while (open.TryPop(out string? next))
        {
            if (above.Add(next))
            {
                foreach (string parent in Parents(next))
                {
                    open.Push(parent);
                }
            }
        }

        return above;
    }
}
