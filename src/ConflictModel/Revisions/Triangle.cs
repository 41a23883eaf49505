using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Revisions;

/// <summary>What each vintage of an archive says of each group.</summary>
/// <remarks>Immutable. Equality is by reference.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class Triangle
{
    private readonly KeyValuePair<string, long?[]>[] rows;

    internal Triangle(ValueList<Vintage> vintages, KeyValuePair<string, long?[]>[] rows) => (Vintages, this.rows) = (vintages, rows);

    /// <summary>The vintages, oldest first.</summary>
    public ValueList<Vintage> Vintages { get; }

    /// <summary>The groups as the source writes them, in their order.</summary>
    public ValueList<string> Groups => rows.Select(row => row.Key).ToValueList();

    /// <summary>What each vintage says of a group, oldest first; null for one that says nothing of it.</summary>
    /// <exception cref="ArgumentException">No vintage has this group.</exception>
    public IReadOnlyList<long?> this[string group] =>
        Array.Find(rows, row => row.Key.Equals(group, StringComparison.OrdinalIgnoreCase)).Value?.AsReadOnly()
            ?? throw new ArgumentException($"No vintage has the group '{group}'.", nameof(group));

    /// <summary>How long a group's figure took to settle.</summary>
    /// <param name="group">The group.</param>
    /// <param name="within">What share of the newest figure it may still differ by: 0 for none, 0.01 for one in a hundred.</param>
    /// <returns>
    /// The first vintage that says something of the group, and the first from which on no vintage differs by more; null if that is the
    /// newest, for then no later one has confirmed it.
    /// </returns>
    /// <exception cref="ArgumentException">No vintage has this group.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> is no share from 0 to 1.</exception>
    public Settlement? Settling(string group, decimal within = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(within);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(within, 1);
        IReadOnlyList<long?> figures = this[group];
        if (figures[^1] is not { } newest)
        {
            return null;
        }

        int settled = figures.Count - 1;
        while (settled > 0 && figures[settled - 1] is { } figure && Math.Abs((decimal)figure - newest) <= within * newest)
        {
            settled--;
        }

        int first = 0;
        while (figures[first] is null)
        {
            first++;
        }

        return settled == figures.Count - 1 ? null : new(Vintages[first], Vintages[settled]);
    }

    /// <summary>From when to when a figure moved.</summary>
    /// <param name="First">The first vintage that has it.</param>
    /// <param name="Settled">The first from which on it did not move.</param>
    [JsonConverter(typeof(NoJsonConverter))]
    public sealed record Settlement(Vintage First, Vintage Settled)
    {
        /// <summary>The days between the two; 0 for a figure that never moved.</summary>
        public int Days => First.Day is { } from && Settled.Day is { } to ? Period.DaysBetween(from, to) : 0;
    }
}
