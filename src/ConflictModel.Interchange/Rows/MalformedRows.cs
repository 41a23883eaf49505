namespace ConflictModel.Interchange;

/// <summary>What a reader does with a row that can't be read.</summary>
public enum MalformedRows
{
    /// <summary>Throws <see cref="MalformedInputException"/> with the line and column.</summary>
    Stop = 0,

    /// <summary>Hands the row to <see cref="ReadOptions.OnRejected"/> with the reason, counts it, and goes on.</summary>
    SetAside,
}
