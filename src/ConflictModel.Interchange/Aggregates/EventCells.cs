using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>What an aggregation asks of a row, whichever its format.</summary>
internal abstract class EventCells
{
    /// <summary>The days that an event may have; null if they are unknown.</summary>
    public (LocalDate First, LocalDate Last)? Days { get; protected set; }

    /// <summary>Low, best, high, civilians, side A, side B, unknown.</summary>
    public long?[] Figures { get; } = new long?[7];

    /// <summary>Reads a row's days and figures; notes a fault if one can't be read.</summary>
    public abstract void Read(Row row);

    /// <summary>The text and the name of a key other than time.</summary>
    public abstract (string Text, string Name) Key(Row row, AggregateKey key);

    /// <summary>The ids and names of those who take part, each once.</summary>
    public abstract IEnumerable<(string Text, string Name)> Actors(Row row);
}
