namespace ConflictModel.Interchange;

/// <summary>Reads one part of a file at a time, beside others, and remembers what it made of it.</summary>
internal interface IPartReader
{
    /// <summary>The part.</summary>
    PlainPart Part { get; }

    /// <summary>
    /// Reads what the part says; false if any row of it is not plain, and has to be read with all that can be said of it.
    /// </summary>
    bool TryRead();
}
