using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>Appends the rows of one format to a table that is being built, without making incidents of them.</summary>
internal abstract class RowTabulator(IncidentTableBuilder builder) : RowHandler
{
    protected IncidentTableBuilder Builder => builder;

    /// <summary>Notes that there are no more rows.</summary>
    public virtual void End()
    {
    }
}
