namespace ConflictModel.Aggregation;

/// <summary>The values that a key has in a table, and which of them each code of a column has.</summary>
/// <param name="Values">The values; slot i has the value i - 1.</param>
/// <param name="Column">The codes; null for the days of rows that the scan has to work out.</param>
/// <param name="Slots">The slot of each code, or day; 0 is outside the key.</param>
internal readonly record struct KeyValues<T>(T[] Values, CodeColumn? Column, int[] Slots)
    where T : struct;
