namespace ConflictModel.Benchmarks.Tables;

/// <summary>Draws ranks from 0 up whose share falls with a power of the rank, by Walker's alias method.</summary>
public sealed class Zipf
{
    private readonly double[] share;
    private readonly int[] alias;

    public Zipf(int count, double exponent)
    {
        double[] weights = [.. Enumerable.Range(1, count).Select(rank => Math.Pow(rank, -exponent))];
        double total = weights.Sum();
        share = [.. weights.Select(weight => weight / total * count)];
        alias = [.. Enumerable.Range(0, count)];
        Stack<int> small = new(alias.Where(i => share[i] < 1));
        Stack<int> large = new(alias.Where(i => share[i] >= 1));
        while (small.TryPop(out int less) && large.TryPop(out int more))
        {
            alias[less] = more;
            share[more] -= 1 - share[less];
            (share[more] < 1 ? small : large).Push(more);
        }
    }

    public int Next(ref SplitMix random)
    {
        double draw = random.Next() * share.Length;
        int rank = (int)draw;
        return draw - rank < share[rank] ? rank : alias[rank];
    }
}
