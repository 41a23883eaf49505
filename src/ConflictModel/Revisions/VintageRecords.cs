using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Revisions;

/// <summary>Takes the records of two vintages, of each its id and what it says, to find those that came, went and differ.</summary>
/// <remarks>
/// <para>
/// What is held is ids and hashes. An id that both vintages have is held once, in 16 bytes, or in full beside them if it has more than 15;
/// what a record says as a hash of 8. Two records that say something else count as the same if their hashes are equal. The key of the hash
/// is drawn anew in each process: for whoever wrote the records without knowing it, the odds of one such pair among three million of up to
/// a kilobyte are one in 150 billion.
/// </para>
/// <para>
/// Records come in any order, and those of the two vintages may come at the same time, each from a thread of its own. The figures that
/// accounts are of are no part of it: <see cref="VintageDifference.Between"/> is told where to have them.
/// </para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class VintageRecords
{
    private readonly Lock gate = new();
    private bool isClosed;

    /// <summary>Two vintages without records.</summary>
    /// <param name="options">What of them is compared; all of it if null.</param>
    public VintageRecords(VintageOptions? options = null)
    {
        Options = options ?? new();
        Older = new(this, isNewer: false);
        Newer = new(this, isNewer: true);
    }

    /// <summary>The older vintage.</summary>
    public Side Older { get; }

    /// <summary>The newer vintage.</summary>
    public Side Newer { get; }

    internal VintageOptions Options { get; }

    /// <summary>The ids.</summary>
    internal RecordIds Ids { get; } = new();

    /// <summary>Ends the taking of records.</summary>
    internal void Close()
    {
        lock (gate)
        {
            isClosed = true;
            Ids.Close();
        }
    }

    /// <summary>One of two vintages.</summary>
    /// <remarks>Equality is by reference.</remarks>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed class Side
    {
        private readonly VintageRecords records;
        private readonly bool isNewer;
        private readonly List<int> later = [];

        internal Side(VintageRecords records, bool isNewer) => (this.records, this.isNewer) = (records, isNewer);

        /// <summary>How many records it was given, those that begin later than <see cref="VintageOptions.Until"/> among them.</summary>
        public int Count { get; private set; }

        /// <summary>How many of them are compared.</summary>
        internal int Compared => Count - later.Count;

        /// <summary>Takes a record.</summary>
        /// <param name="id">Its id, which the other vintage knows it by.</param>
        /// <param name="content">
        /// All that it says, so that equal contents are equal bytes; empty if that is not known, and then the record may always differ.
        /// </param>
        /// <param name="begins">Its first day, which tells whether it is left out for being later than
        /// <see cref="VintageOptions.Until"/>; null if it has none, and then it is kept.</param>
        /// <returns>False if the vintage has a record of this id already; then the record is not taken.</returns>
        /// <exception cref="InvalidOperationException">The vintages were compared already.</exception>
        public bool Add(ReadOnlySpan<byte> id, ReadOnlySpan<byte> content, LocalDate? begins = null)
        {
            bool isLater = begins?.Year > records.Options.Until;
            UInt128 key = isLater ? default : RecordKey.Of(id);
            ulong hash = isLater || content.IsEmpty ? 0 : ContentHash.Of(content);
            lock (records.gate)
            {
                if (records.isClosed)
                {
                    throw new InvalidOperationException("The vintages were compared: no record can be added to them.");
                }

                if (isLater)
                {
                    later.Add(Count++);
                    return true;
                }

                ref RecordIds.Entry entry = ref records.Ids.Of(key, id);
                ref int own = ref isNewer ? ref entry.Newer : ref entry.Older;
                if (own > 0)
                {
                    return false;
                }

                bool isShared = (isNewer ? entry.Older : entry.Newer) > 0;
                own = ++Count;
                entry.Content = !isShared ? hash : hash > 0 && hash == entry.Content ? 1ul : 0;
                return true;
            }
        }

        /// <summary>How many compared records stand before one of the vintage's.</summary>
        internal int PlaceOf(int record) => later.BinarySearch(record) is < 0 and var next
            ? record - ~next
            : throw new ArgumentOutOfRangeException(nameof(record), record, "The record is left out.");

        /// <summary>How many records, compared or not, stand before the one at a place.</summary>
        internal int RecordAt(int place)
        {
            (int low, int high) = (0, later.Count);
            while (low < high)
            {
                int middle = (low + high) >>> 1;
                (low, high) = later[middle] - middle <= place ? (middle + 1, high) : (low, middle);
            }

            return place + low;
        }
    }
}
