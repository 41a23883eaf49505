namespace ConflictModel.Interchange;

/// <summary>A row of a change feed, and what becomes of it.</summary>
/// <param name="id">The event's id.</param>
/// <param name="stamp">When it was changed, in Unix seconds.</param>
/// <param name="file">The file that it stands in.</param>
/// <param name="line">The line on which it starts.</param>
internal sealed class FeedRow(string id, uint stamp, FeedFile file, long line)
{
    public string Id => id;

    public uint Stamp => stamp;

    public FeedFile File => file;

    public long Line => line;

    /// <summary>Its cells that are not empty, by column; empty once another row counts in its place.</summary>
    public (int Column, string Text)[] Cells { get; set; } = [];

    /// <summary>What became of it.</summary>
    public FeedOutcome Outcome { get; set; }

    /// <summary>The timestamp of the base's row of the same id, 0 if it bears none; null if there is no such row.</summary>
    public uint? InBase { get; set; }

    /// <summary>A row of the same id and time that says something else, and the column; null if there is none.</summary>
    public (FeedRow With, int Column)? Clash { get; set; }

    /// <summary>Leaves the row out.</summary>
    public void Leave(FeedOutcome outcome) => (Outcome, Cells) = (outcome, []);
}
