namespace ConflictModel.Interchange;

/// <summary>What a column is about that differs between two vintages.</summary>
/// <param name="Subject">What of the record it says.</param>
/// <param name="IdColumns">
/// The columns by which its thing is known: while these stay, what differs is a name. None for a column that is no name.
/// </param>
/// <param name="IsName">Whether it is a name, so that capitals alone change nothing but the name.</param>
internal readonly record struct ColumnMeaning(ColumnSubject Subject, bool IsName = false, ValueList<string> IdColumns = default)
{
    /// <summary>A name of what other columns are the id of.</summary>
    public static ColumnMeaning NameOf(ColumnSubject of, params ReadOnlySpan<string> idColumns) => new(of, true, [.. idColumns]);
}
