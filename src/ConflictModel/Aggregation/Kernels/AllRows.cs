namespace ConflictModel.Aggregation;

/// <summary>Every row of a block.</summary>
internal readonly struct AllRows : IRows
{
    public nuint At(nuint i) => i;
}
