namespace ConflictModel.Catalogs;

/// <summary>What a caller knows of the thing that a text names.</summary>
/// <param name="Fits">Whether a thing is one of those that may be meant.</param>
/// <param name="IsPlaced">Whether the caller says where it is, so that others of the name beyond the catalog are not meant.</param>
internal sealed record NameQuestion<T>(Func<T, bool> Fits, bool IsPlaced)
    where T : class;
