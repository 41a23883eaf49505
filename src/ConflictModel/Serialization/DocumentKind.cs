namespace ConflictModel.Serialization;

/// <summary>A kind of document that this library reads and writes.</summary>
/// <param name="Name">What a person calls it.</param>
/// <param name="Member">What its member <c>kind</c> says; null for the kind that has none.</param>
/// <param name="SchemaVersion">The version of its schema that is written, and up to which files are read.</param>
/// <param name="SchemaFile">The name of its schema among the assembly's resources.</param>
internal sealed record DocumentKind(string Name, string? Member, string SchemaVersion, string SchemaFile)
{
    /// <summary>A data set.</summary>
    public static DocumentKind Dataset { get; } = new("data set", null, DatasetJson.SchemaVersion, "ConflictModel.schema.json");

    /// <summary>A revision log.</summary>
    public static DocumentKind RevisionLog { get; } = new("revision log", "revisionLog", "1.0", "ConflictModel.revision-log.schema.json");

    /// <summary>The JSON Schema of such a document.</summary>
    public string Schema()
    {
        using Stream stream = typeof(DocumentKind).Assembly.GetManifestResourceStream(SchemaFile)
            ?? throw new InvalidOperationException("The assembly lacks its schema.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>What is wrong with what a document says it is; null if it is one of this kind.</summary>
    public string? ReasonToRefuse(string? member) =>
        member == Member || (Member is null && member != RevisionLog.Member) ? null
            : member is null ? $"This is a data set, not a {Name}: it has no member 'kind'."
            : member == RevisionLog.Member ? $"This is a {RevisionLog.Name}, not a {Name}."
            : $"The kind of a {Name} is \"{Member}\".";
}
