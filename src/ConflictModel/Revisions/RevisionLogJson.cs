using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ConflictModel.Serialization;

namespace ConflictModel.Revisions;

/// <summary>
/// Reads and writes revision logs as JSON files that other programs share: what <c>conflictmodel diff --format json</c> prints.
/// </summary>
/// <remarks>
/// Reading is as strict as that of a data set (<see cref="DatasetJson"/>), and a log must be true in itself: every line of its account
/// comes to its new sum, there are as many records as are counted, and a re-attribution is what its years say. Writing is stable.
/// </remarks>
public static class RevisionLogJson
{
    private const string VersionMember = "schemaVersion";

    private static readonly JsonTypeInfo<RevisionLog> Info = MakeInfo();

    private static readonly JsonFile<RevisionLog> File = new(DocumentKind.RevisionLog, Deserialize, Serialize);

    /// <summary>The version of the schema that is written. Logs of its major version up to this minor version can be read.</summary>
    public static string SchemaVersion => DocumentKind.RevisionLog.SchemaVersion;

    /// <summary>The JSON Schema (draft 2020-12) of a revision log.</summary>
    public static string Schema => File.Schema;

    /// <summary>Reads a log from UTF-8 text; a byte order mark is passed over.</summary>
    /// <exception cref="DatasetFormatException">The text is no revision log.</exception>
    public static RevisionLog Read(ReadOnlySpan<byte> utf8) => File.Read(utf8);

    /// <summary>Reads a log from text.</summary>
    /// <exception cref="DatasetFormatException">The text is no revision log.</exception>
    public static RevisionLog Read(string json) => File.Read(json);

    /// <summary>Reads a log from a stream of UTF-8 text, to its end.</summary>
    /// <exception cref="DatasetFormatException">The text is no revision log, or is longer than <see cref="DatasetJson.MaxBytes"/>.
    /// </exception>
    public static RevisionLog Read(Stream stream) => File.Read(stream);

    /// <summary>Writes a log to a stream as UTF-8 text.</summary>
    public static void Write(RevisionLog log, Stream stream) => File.Write(log, stream);

    /// <summary>The text of a log's file.</summary>
    public static string Write(RevisionLog log) => File.Write(log);

    /// <summary>What the serializer knows of the document: the source of the schema's test for drift.</summary>
    internal static JsonTypeInfo InfoOf(Type type) => Info.Options.GetTypeInfo(type);

    private static RevisionLog Deserialize(ReadOnlySpan<byte> json, ref long reached)
    {
        // Kind and version are looked at here and nowhere else.
        DocumentCheck.Run(json, DocumentKind.RevisionLog);
        return JsonSerializer.Deserialize(json, Info)!;
    }

    private static IEnumerable<int> Serialize(Utf8JsonWriter writer, RevisionLog log)
    {
        JsonSerializer.Serialize(writer, log, Info);
        return [];
    }

    private static JsonTypeInfo<RevisionLog> MakeInfo()
    {
        var options = new JsonSerializerOptions(RevisionLogJsonContext.Default.Options)
        {
            AllowDuplicateProperties = false,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            MaxDepth = DatasetJson.MaxDepth,
            RespectNullableAnnotations = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            TypeInfoResolver = RevisionLogJsonContext.Default.WithAddedModifier(Shape),
        };
        options.MakeReadOnly();
        return (JsonTypeInfo<RevisionLog>)options.GetTypeInfo(typeof(RevisionLog));
    }

    private static void Shape(JsonTypeInfo type)
    {
        // A required member is written even where its value is the default, for it must be there to be read.
        foreach (JsonPropertyInfo property in type.Properties.Where(property => property.IsRequired))
        {
            property.ShouldSerialize = static (_, _) => true;
        }

        if (type.Type == typeof(Revision))
        {
            type.Properties.Remove(type.Properties.Single(property => property.Name == "isRenaming"));
        }
        else if (type.Type == typeof(RevisionLog.Entry))
        {
            // Either both stand there or neither.
            foreach (JsonPropertyInfo property in type.Properties.Where(property => !property.IsRequired))
            {
                property.ShouldSerialize = static (entry, _) => ((RevisionLog.Entry)entry) is { WithoutOld: > 0 } or { WithoutNew: > 0 };
            }

            type.OnDeserialized = static read =>
            {
                if (!((RevisionLog.Entry)read).Closes)
                {
                    throw new JsonException("This line does not close: old + added - removed + revised + movedIn - movedOut = new.");
                }
            };
        }
        else if (type.Type == typeof(RevisionLog))
        {
            // Kind, version and where editors find the schema belong to the file and not to the data: the log has no such members.
            type.Properties.Insert(0, OfFile(type.Options, "SchemaVersion", VersionMember, SchemaVersion));
            type.Properties.Insert(0, OfFile(type.Options, "Kind", "kind", DocumentKind.RevisionLog.Member));
            type.Properties.Insert(0, OfFile(type.Options, "SchemaAddress", "$schema", null));
            type.OnDeserialized = static read => Check((RevisionLog)read);
        }
    }

    /// <summary>A member of the file that the log has not: always the same, or, where nothing is written, read over.</summary>
    private static JsonPropertyInfo OfFile(JsonSerializerOptions options, string property, string member, string? value)
    {
        JsonPropertyInfo info = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<string>
        {
            DeclaringType = typeof(RevisionLog),
            IsProperty = true,
            IsPublic = true,
            PropertyName = property,
            JsonPropertyName = member,
            Getter = value is null ? null : _ => value,
            Setter = static (_, _) => { },
        });
        info.IsRequired = value is not null;
        info.IsSetNullable = false;
        return info;
    }

    private static void Check(RevisionLog log)
    {
        if (log.Account.Any(entry => !entry.Group.Select(value => value.Key).SequenceEqual(log.Keys)))
        {
            throw new JsonException($"The groups of the account have other keys than these: {string.Join(", ", log.Keys)}.");
        }

        if ((log.Added.Count, log.Removed.Count, log.Revisions.Count)
            != (log.Records.Added, log.Records.Removed, log.Records.Revised))
        {
            throw new JsonException("There are not as many records added, removed and revised as the log counts.");
        }

        if (log.Deleted.Select(stone => stone.Id).Except(log.Removed).FirstOrDefault() is { } kept)
        {
            throw new JsonException($"'{kept}' is said to be deleted, and is not among the removed.");
        }
    }
}
