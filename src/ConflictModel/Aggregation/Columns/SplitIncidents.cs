using System.Collections.Concurrent;

namespace ConflictModel.Aggregation;

/// <summary>
/// The incidents of a table that were split, incident by incident, each in order of time: where their pieces stand, and what each lacks.
/// </summary>
internal sealed class SplitIncidents
{
    private const byte AnyShare = 8;
    private const byte BestShare = 16;

    private readonly ConcurrentDictionary<Measure, byte[]?> flags = [];
    private readonly Func<Measure, byte[]?> flagsOf;

    /// <param name="rows">The pieces as a table, without measures.</param>
    /// <param name="pieces">Where the pieces stand in the table that they are of.</param>
    /// <param name="columnOf">The figures of a measure in that table; null where it has none.</param>
    public SplitIncidents(TableColumns rows, int[] pieces, Func<Measure, MeasureColumn?> columnOf)
    {
        Rows = rows;
        flagsOf = measure => columnOf(measure) is { } column ? FlagsOf(column, pieces) : null;
    }

    /// <summary>The pieces as a table of their own, without measures.</summary>
    public TableColumns Rows { get; }

    /// <summary>Whether an incident begins with a piece; if not, it goes on from the piece before.</summary>
    public bool Begins(int piece) => Rows.Continuations[piece] == 0;

    /// <summary>The shares that pieces have in the figures of a measure.</summary>
    public Shares Of(Measure measure) => new(flags.GetOrAdd(Measure.Of(measure.Harm).Among(measure.Group), flagsOf), measure.IsBest);

    /// <summary>A bit each for a low, best and high figure that the incident lacks, and for what the piece has a share in.</summary>
    private byte[] FlagsOf(MeasureColumn column, int[] pieces)
    {
        byte[] of = new byte[pieces.Length];
        int lacks = 0;
        for (int i = 0; i < of.Length; i++)
        {
            (long low, long best, long high) = column.At(pieces[i]);
            if (Begins(i))
            {
                lacks = (low < 0 ? 1 : 0) | (best < 0 ? 2 : 0) | (high < 0 ? 4 : 0);
            }

            of[i] = (byte)(lacks | (low > 0 || best > 0 || high > 0 ? AnyShare : 0) | (best > 0 ? BestShare : 0));
        }

        return of;
    }

    /// <summary>The shares that pieces have in the figures of one measure.</summary>
    public readonly struct Shares(byte[]? flags, bool isBest)
    {
        private readonly byte any = isBest ? BestShare : AnyShare;

        /// <summary>Whether a piece has a share of at least one person.</summary>
        public bool HasAny(int piece) => flags is not null && (flags[piece] & any) != 0;

        /// <summary>The sums over the incident of such a piece, beside the shares themselves: that it goes on, and what it lacks.</summary>
        public Sums Continuing(int piece)
        {
            int lacks = isBest ? 0 : flags![piece];
            return new(0, 0, 0, 0, lacks & 1, (lacks >> 1) & 1, (lacks >> 2) & 1, 1);
        }
    }
}
