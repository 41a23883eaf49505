using System.Runtime.InteropServices;
using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>The codes of sides in a table that is being built, and at the end who their members are.</summary>
internal sealed class GedSideCodes(GedSides sides, TableNames names, IncidentTableBuilder builder)
{
    private readonly Dictionary<GedSides.Side, TableCode<ActorId>> codes = [];

    /// <summary>
    /// A side that is one actor with an id stands under that; whoever may turn out to be others stands under what the row writes.
    /// </summary>
    public TableCode<ActorId> Of(GedSides.Side side)
    {
        ref TableCode<ActorId> code = ref CollectionsMarshal.GetValueRefOrAddDefault(codes, side, out bool isKnown);
        if (!isKnown && side.Actors.Length > 0)
        {
            code = builder.CodeOf(!side.IsOpen ? side.Actors[0]
                : ActorId.From(
                    side.Id.Length > 0
                        ? LocalId.Of(GedFormat.Scheme + "-actor:", side.Id)
                        : LocalId.Of(GedFormat.Scheme + "-name:", side.Name)));
        }

        return code;
    }

    /// <summary>Says who the members of coalitions are, now that all rows are known, and what the file calls whom.</summary>
    public void End()
    {
        sides.Settle();
        foreach (GedSides.Side side in sides.All)
        {
            if (codes.TryGetValue(side, out TableCode<ActorId> code) && code.IsStated)
            {
                builder.DeclareMembers(code, side.Actors);
                (string own, string name) =
                    side.Actors.Length > 1 ? (side.Id.Length > 0 ? side.Id : side.Name, side.Name) : names.Of(side.Actors[0]);
                builder.Call(code, own, name);
            }
        }
    }
}
