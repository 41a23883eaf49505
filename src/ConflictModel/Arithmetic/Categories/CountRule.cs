namespace ConflictModel.Arithmetic;

/// <summary>What a breakdown says of the counts of its whole and its parts.</summary>
internal enum CountRule : byte
{
    /// <summary>The parts add up to the whole.</summary>
    Partition,

    /// <summary>The parts add up to no more than the whole.</summary>
    Inclusion,

    /// <summary>Each part is within the whole, and the whole is no more than their sum: they overlap and cover it.</summary>
    Cover,

    /// <summary>Each part is within the whole.</summary>
    Within,
}
