namespace ConflictModel.Interchange;

/// <summary>Writes incidents in one format, one after the other.</summary>
internal abstract class IncidentOutput : IDisposable
{
    /// <summary>What makes the rows of a table; null if the format is none.</summary>
    public virtual RowWriter? Rows => null;

    /// <summary>How many cells were changed so that no spreadsheet runs them.</summary>
    public virtual long NeutralisedCells => 0;

    public abstract void Write(Incident incident);

    /// <summary>Whether a field of an incident is in the file as it is; asked only of a format that can't be read back.</summary>
    public abstract bool Holds(string field);

    /// <summary>Ends the file; its stream stays open.</summary>
    public abstract void Dispose();
}
