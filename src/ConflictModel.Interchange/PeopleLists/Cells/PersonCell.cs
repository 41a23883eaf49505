namespace ConflictModel.Interchange;

/// <summary>A column of a list of people: how its cells are read, and what the writer writes in them.</summary>
internal abstract class PersonCell
{
    /// <summary>Whether a cell without words is kept, for the writer writes something in its place.</summary>
    public virtual bool KeepsBlanks => false;

    /// <summary>Reads a cell that says something.</summary>
    public abstract CellReading Read(Row row, int at, PersonDraft draft);

    /// <summary>What the writer writes of a person; empty for nothing.</summary>
    public abstract string Write(Person person);
}
