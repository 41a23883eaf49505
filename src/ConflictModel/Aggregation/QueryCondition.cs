namespace ConflictModel.Aggregation;

/// <summary>
/// One condition of a query, as what was asked and not as how it is answered: a table makes a filter of it, a database a piece of SQL.
/// </summary>
/// <param name="name">What it is about, as the report of what was dropped says it.</param>
internal abstract class QueryCondition(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether the answer for an incident depends on the day on which it was.</summary>
    public virtual bool NeedsDays => false;

    /// <summary>
    /// Whether the answer for an incident may wait for what is said of others: who an id stands for, or that it is known at all.
    /// </summary>
    public virtual bool WaitsForOthers => true;

    /// <summary>Makes what gives the filter of a table, or of the rows of that table in another arrangement.</summary>
    /// <exception cref="ArgumentException">The table does not know an id that the condition names.</exception>
    public abstract Func<TableColumns, RowFilter> Bind(TableColumns table);
}
