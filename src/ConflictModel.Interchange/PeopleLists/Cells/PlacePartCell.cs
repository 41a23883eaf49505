namespace ConflictModel.Interchange;

/// <summary>One of the columns that together say where; <see cref="PlaceCells"/> reads them.</summary>
/// <param name="write">What the writer writes of a person.</param>
/// <param name="bears">Whether the region of this level, where a person was harmed, bears a name; null if it is no column of a level.
/// </param>
internal sealed class PlacePartCell(Func<Person, string> write, Func<Person, string, bool>? bears = null) : PersonCell
{
    /// <summary>Whether it is a level of regions.</summary>
    public bool IsLevel => bears is not null;

    public override CellReading Read(Row row, int at, PersonDraft draft) => CellReading.Same;

    public override string Write(Person person) => write(person);

    /// <summary>Whether a kept name holds: the region of this level bears it.</summary>
    public bool Holds(Person person, string name) => bears!(person, name);
}
