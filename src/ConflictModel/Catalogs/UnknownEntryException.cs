namespace ConflictModel.Catalogs;

/// <summary>A catalog has no entry of the id asked for. The message names the ids nearest to it.</summary>
public sealed class UnknownEntryException : KeyNotFoundException
{
    internal UnknownEntryException(string id, string what, string version, ValueList<string> nearIds)
        : base($"The catalog {version} has no {what} '{id}'."
            + (nearIds.IsEmpty ? "" : $" Similar ids: {string.Join(", ", (IEnumerable<string>)nearIds)}."))
    {
        Id = id;
        NearIds = nearIds;
    }

    /// <summary>The id asked for.</summary>
    public string Id { get; }

    /// <summary>Up to five ids of the catalog that differ in a few letters, nearest first.</summary>
    public ValueList<string> NearIds { get; }
}
