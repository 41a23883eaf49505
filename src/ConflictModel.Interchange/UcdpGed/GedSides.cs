using System.Text;

namespace ConflictModel.Interchange;

/// <summary>
/// Turns the sides of rows into actors: one, or the members of a coalition, whose names UCDP joins in one cell under an id of its own.
/// </summary>
internal sealed class GedSides(RowReading reading)
{
    private readonly Glossary glossary = reading.Glossary;
    private readonly NameResolver names = reading.Names;
    private readonly ActorBook actors = new(reading, GedFormat.Scheme);
    private readonly CellMap<Side> known = new();
    private readonly List<Side> sides = [];

    /// <summary>The sides that rows have named so far.</summary>
    public IReadOnlyList<Side> All => sides;

    /// <summary>The side that a row names; the same object for the same id and name.</summary>
    public Side Of(Row row, GedColumns.Side at)
    {
        if (!Key(known, row, at).TryGet(out Side side))
        {
            side = new(row.IdOf(at.Id), row.Text(at.Name), row.IdOf(at.Gwno));
            Resolve(side);
            known.Add(side);
            sides.Add(side);
        }

        return side;
    }

    /// <summary>What a map knows the side of a row by.</summary>
    private static CellMap<T> Key<T>(CellMap<T> map, Row row, GedColumns.Side at) => map.Key(CellText.Id(row[at.Id])).And(row[at.Name]);

    /// <summary>The side of an id and a name; the same object as of a row that names it so.</summary>
    public Side Of(string id, string name, string gwno)
    {
        if (!known.Key(Encoding.UTF8.GetBytes(id)).And(Encoding.UTF8.GetBytes(name)).TryGet(out Side side))
        {
            side = new(id, name, gwno);
            Resolve(side);
            known.Add(side);
            sides.Add(side);
        }

        return side;
    }

    /// <summary>Asks again who the members of coalitions are, and whoever has no id, now that all rows are known.</summary>
    public void Settle()
    {
        var used = new HashSet<ActorId>();
        foreach (Side side in sides)
        {
            if (side.IsOpen)
            {
                Resolve(side);
            }

            used.UnionWith(side.Actors);
        }

        actors.Forget(used);
    }

    private void Resolve(Side side) => side.Is(MembersOf(side), glossary);

    private ActorId[] MembersOf(Side side)
    {
        if (side is { Id: "", Name: "" })
        {
            return [];
        }

        bool joined = side.Name.Contains(GedFormat.Joint, StringComparison.Ordinal);
        if (joined && names.Actor(GedFormat.Scheme, side.Id.Length == 0 ? null : side.Id, side.Name) is null
            && actors.Members(side.Name, GedFormat.Joint) is { Count: > 1 } members)
        {
            side.IsOpen = true;
            return [.. members.Select(member => actors.Of(null, member, static actor => actor))];
        }

        side.IsOpen = side.Id.Length == 0;
        return [actors.Of(side.Id, side.Name, actor => Described(actor, side.Gwno))];
    }

    /// <summary>UCDP names governments so; its actor 1 is civilians.</summary>
    private static Actor Described(Actor actor, string gwno) => actor with
    {
        Kind = actor.Id.Value == GedFormat.Scheme + "-actor:1" ? ActorKind.Civilians
            : actor.Name.ToString().StartsWith("Government of ", StringComparison.Ordinal) ? ActorKind.StateForces
            : ActorKind.Unknown,
        ExternalIds = gwno.Length == 0 ? actor.ExternalIds : actor.ExternalIds.Add(new() { Scheme = GedFormat.GwScheme, Value = gwno }),
    };

    /// <summary>One side as rows name it.</summary>
    /// <param name="id">UCDP's id; empty if the rows give none.</param>
    /// <param name="name">The name.</param>
    /// <param name="gwno">The country code.</param>
    internal sealed class Side(string id, string name, string gwno)
    {
        public string Id => id;

        public string Name => name;

        public string Gwno => gwno;

        /// <summary>Whether rows further on may tell who they are, for UCDP gives them no ids.</summary>
        public bool IsOpen { get; set; }

        public ActorId[] Actors { get; private set; } = [];

        public Involvement[] AsA { get; private set; } = [];

        public Involvement[] AsB { get; private set; } = [];

        /// <summary>What the writer writes for them.</summary>
        public GedSide Written { get; private set; }

        public void Is(ActorId[] actors, Glossary glossary)
        {
            Actors = actors;
            AsA = [.. actors.Select(static actor => new Involvement { Actor = actor, Role = InvolvementRole.SideA })];
            AsB = [.. actors.Select(static actor => new Involvement { Actor = actor, Role = InvolvementRole.SideB })];
            Written = GedSide.Of(actors, glossary);
        }
    }
}
