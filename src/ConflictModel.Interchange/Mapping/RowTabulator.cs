using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>
/// Appends the rows of one format to a table that is being built, without making incidents of them; or only finds out which of them can be.
/// </summary>
internal abstract class RowTabulator(IncidentTableBuilder builder) : RowHandler
{
    /// <summary>Whether rows are read and found fit or malformed as for the table, and left out of it.</summary>
    public bool OnlyReads { get; set; }

    /// <summary>The first day of the row that was read last; null if it has none.</summary>
    public abstract LocalDate? Begins { get; }

    protected IncidentTableBuilder Builder => builder;

    /// <summary>What reads the rows of a part of a file beside other parts; null if rows are read one after the other only.</summary>
    public virtual PartTabulator? ByPart(PlainPart part) => null;

    /// <summary>
    /// Says where the regions lie that rows have named so far; false if something is not known yet of one, so that a table of these rows
    /// may not say what one of all rows says.
    /// </summary>
    public virtual bool TryPlace() => false;

    /// <summary>Notes that there are no more rows.</summary>
    public virtual void End()
    {
    }

    protected sealed override void Handle(Row row)
    {
        if (Reads(row) && !OnlyReads)
        {
            Append(row);
        }
    }

    /// <summary>Reads what a row says; false if it is malformed, which <see cref="Row.Fault"/> tells then.</summary>
    protected abstract bool Reads(Row row);

    /// <summary>Appends the row that was read.</summary>
    protected abstract void Append(Row row);
}
