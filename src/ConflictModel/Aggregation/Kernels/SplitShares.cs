namespace ConflictModel.Aggregation;

/// <summary>
/// Which groups of an answer the pieces of split incidents fall into: what counts an incident that goes on in a set of groups once in it.
/// </summary>
/// <remarks>A scan counts an incident, and what it lacks, with the piece that it begins with.</remarks>
/// <param name="split">The incidents.</param>
/// <param name="groups">The group of each piece; -1 for one that does not pass.</param>
/// <param name="measures">The measures of the answer.</param>
internal sealed class SplitShares(SplitIncidents split, int[] groups, Measure[] measures)
{
    private readonly SplitIncidents.Shares[] shares = Array.ConvertAll(measures, split.Of);

    /// <summary>Whether nobody is known to have taken part in the incident of a piece.</summary>
    public bool IsNobodys(int piece) =>
        (split.Rows.FirstSides[piece] | split.Rows.SecondSides[piece] | split.Rows.Others[piece]) == 0;

    /// <summary>For each measure the incidents that have a share in some groups, taken as one, and began in none of them.</summary>
    /// <param name="isIn">Whether a group is one of them, as a piece has it.</param>
    public Sums[] Continuing(Func<int, int, bool> isIn) =>
        Continuing((group, piece) => isIn(group, piece) ? 0 : -1).GetValueOrDefault(0, new Sums[shares.Length]);

    /// <summary>The same for each group by itself.</summary>
    public Dictionary<int, Sums[]> ByGroup() => Continuing((group, _) => group);

    /// <param name="setOf">Which set of groups a group is in, as a piece has it; -1 for none.</param>
    private Dictionary<int, Sums[]> Continuing(Func<int, int, int> setOf)
    {
        Dictionary<int, Sums[]> sums = [];
        // For each set and measure the incident that was counted last.
        Dictionary<int, int[]> counted = [];
        int incident = 0;
        int begun = -1;
        for (int piece = 0; piece < groups.Length; piece++)
        {
            int set = groups[piece] < 0 ? -1 : setOf(groups[piece], piece);
            if (split.Begins(piece))
            {
                incident++;
                begun = set;
            }
            else if (set >= 0 && set != begun)
            {
                if (!sums.TryGetValue(set, out Sums[]? of))
                {
                    sums.Add(set, of = new Sums[shares.Length]);
                    counted.Add(set, new int[shares.Length]);
                }

                Add(of, counted[set], incident, piece);
            }
        }

        return sums;
    }

    private void Add(Sums[] sums, int[] counted, int incident, int piece)
    {
        for (int i = 0; i < shares.Length; i++)
        {
            if (counted[i] != incident && shares[i].HasAny(piece))
            {
                counted[i] = incident;
                sums[i] += shares[i].Continuing(piece);
            }
        }
    }
}
