namespace ConflictModel.Aggregation;

/// <summary>Which rows of a block a kernel works on: it is compiled for each way of saying so.</summary>
internal interface IRows
{
    /// <summary>The row that is number <paramref name="i"/> of those worked on, from the start of the block.</summary>
    nuint At(nuint i);
}
