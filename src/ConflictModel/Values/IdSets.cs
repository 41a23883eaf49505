namespace ConflictModel;

/// <summary>Sets of ids that are declared to be of one thing, each known by one of them.</summary>
internal sealed class IdSets<TId>
    where TId : struct, IId<TId>
{
    private readonly Dictionary<TId, TId> above = [];

    /// <summary>The id by which the set that holds an id is known: the id itself while nothing was joined to it.</summary>
    public TId Find(TId id)
    {
        TId top = id;
        while (above.TryGetValue(top, out TId next))
        {
            top = next;
        }

        // What stands directly below the top is left alone, so that sets that are settled are only read.
        while (!id.Equals(top) && above[id] is var next && !next.Equals(top))
        {
            above[id] = top;
            id = next;
        }

        return top;
    }

    /// <summary>Puts every id directly below the one that its set is known by: until the next join, several threads may ask.</summary>
    public void Settle()
    {
        foreach (TId id in above.Keys.ToArray())
        {
            Find(id);
        }
    }

    /// <summary>Makes one set of the two that hold these; false if it was one already.</summary>
    public bool Join(TId one, TId other)
    {
        (TId top, TId beneath) = (Find(one), Find(other));
        if (top.Equals(beneath))
        {
            return false;
        }

        above[beneath] = top;
        return true;
    }
}
