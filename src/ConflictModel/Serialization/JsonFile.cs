using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes documents of a kind: strictly the one, stably the other.</summary>
internal sealed class JsonFile<T>
    where T : class
{
    private const string VersionMember = "schemaVersion";

    private readonly DocumentKind kind;
    private readonly JsonTypeInfo<T> typeInfo;
    private readonly Lazy<string> schema;

    /// <param name="kind">The kind.</param>
    /// <param name="context">What the source generator knows of it.</param>
    /// <param name="shape">What the file has otherwise than the entities.</param>
    public JsonFile(DocumentKind kind, JsonSerializerContext context, Action<JsonTypeInfo> shape)
    {
        this.kind = kind;
        schema = new(kind.Schema);
        var options = new JsonSerializerOptions(context.Options)
        {
            AllowDuplicateProperties = false,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            MaxDepth = DatasetJson.MaxDepth,
            RespectNullableAnnotations = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            TypeInfoResolver = context.WithAddedModifier(type =>
            {
                Shape(type);
                shape(type);
            }),
        };
        options.MakeReadOnly();
        typeInfo = (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
    }

    public string Schema => schema.Value;

    public JsonSerializerOptions Options => typeInfo.Options;

    /// <exception cref="DatasetFormatException">The text is no document of the kind.</exception>
    public T Read(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> json = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        DocumentCheck.Run(json, kind);
        try
        {
            return JsonSerializer.Deserialize(json, typeInfo)!;
        }
        catch (JsonException error)
        {
            int offset = JsonLocator.OffsetOf(json, error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
            throw DocumentCheck.ErrorAt(json, offset, JsonReason.Of(error), error);
        }
    }

    /// <exception cref="DatasetFormatException">The text is no document of the kind.</exception>
    public T Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json));
    }

    /// <exception cref="DatasetFormatException">The text is no document of the kind, or is too long.</exception>
    public T Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        byte[] block = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            for (int count = stream.Read(block); count > 0; count = stream.Read(block))
            {
                if (buffer.Length + count > DatasetJson.MaxBytes)
                {
                    throw new DatasetFormatException($"The file is longer than {DatasetJson.MaxBytes} bytes.", "", 1, 1);
                }

                buffer.Write(block, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }

        return Read(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    public void Write(T document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new Utf8JsonWriter(stream, new()
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = DatasetJson.MaxDepth,
        });
        JsonSerializer.Serialize(writer, document, typeInfo);
        writer.Flush();
        stream.WriteByte((byte)'\n');
    }

    public string Write(T document)
    {
        using var stream = new MemoryStream();
        Write(document, stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private void Shape(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            // A required member is written even where its value is the default, for it must be there to be read.
            if (property.IsRequired)
            {
                property.ShouldSerialize = static (_, _) => true;
            }
        }

        if (type.Type == typeof(T))
        {
            // Kind and version belong to the file and not to the data, so the entity has no such members. They are checked before the rest.
            type.Properties.Insert(0, Constant(type.Options, "SchemaVersion", VersionMember, kind.SchemaVersion));
            if (kind.Member is { } member)
            {
                type.Properties.Insert(0, Constant(type.Options, "Kind", "kind", member));
            }
        }
    }

    private static JsonPropertyInfo Constant(JsonSerializerOptions options, string property, string member, string value)
    {
        JsonPropertyInfo info = JsonMetadataServices.CreatePropertyInfo(options, new JsonPropertyInfoValues<string>
        {
            DeclaringType = typeof(T),
            IsProperty = true,
            IsPublic = true,
            PropertyName = property,
            JsonPropertyName = member,
            Getter = _ => value,
            Setter = static (_, _) => { },
        });
        info.IsRequired = true;
        return info;
    }
}
