using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ConflictModel.Serialization;

/// <summary>Reads and writes data sets as JSON files that other programs share.</summary>
/// <remarks>
/// <para>
/// Reading is strict: members that the schema does not name, a null where none may be, a number in place of a name and a member that stands
/// twice are errors with a place. Data that is odd but can be held (ids that stand twice, references to nothing, figures that clash) is
/// read, and validation reports it.
/// </para>
/// <para>Writing is stable: UTF-8 without a byte order mark, two spaces, line feeds, one order of members, non-Latin text readable. A file
/// that this library wrote and reads is written back byte for byte.</para>
/// </remarks>
public static class DatasetJson
{
    /// <summary>
    /// The version of the schema that this library writes. Files of its major version up to this minor version can be read.
    /// </summary>
    public const string SchemaVersion = "1.3";

    /// <summary>The largest file that can be read, in bytes: one gibibyte, for the document is held in memory.</summary>
    public const int MaxBytes = 1 << 30;

    /// <summary>How deep arrays and objects may nest in a file.</summary>
    public const int MaxDepth = 128;

    private const string VersionMember = "schemaVersion";

    private static readonly JsonTypeInfo<ConflictDataset> TypeInfo = MakeTypeInfo();

    /// <summary>The JSON Schema (draft 2020-12) of a data set file.</summary>
    public static string Schema => SchemaText.Value;

    /// <summary>Reads a data set from the UTF-8 text of a file; a byte order mark is passed over.</summary>
    /// <exception cref="DatasetFormatException">The text is not a data set file.</exception>
    public static ConflictDataset Read(ReadOnlySpan<byte> utf8)
    {
        ReadOnlySpan<byte> json = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        DocumentCheck.Run(json);
        try
        {
            return JsonSerializer.Deserialize(json, TypeInfo)!;
        }
        catch (JsonException error)
        {
            int offset = JsonLocator.OffsetOf(json, error.LineNumber ?? 0, error.BytePositionInLine ?? 0);
            throw DocumentCheck.ErrorAt(json, offset, JsonReason.Of(error), error);
        }
    }

    /// <summary>Reads a data set from the text of a file.</summary>
    /// <exception cref="DatasetFormatException">The text is not a data set file.</exception>
    public static ConflictDataset Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads a data set from a stream of UTF-8 text, to its end.</summary>
    /// <exception cref="DatasetFormatException">The text is not a data set file, or is longer than <see cref="MaxBytes"/>.</exception>
    public static ConflictDataset Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var buffer = new MemoryStream();
        byte[] block = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            for (int count = stream.Read(block); count > 0; count = stream.Read(block))
            {
                if (buffer.Length + count > MaxBytes)
                {
                    throw new DatasetFormatException($"The file is longer than {MaxBytes} bytes.", "", 1, 1);
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

    /// <summary>Writes a data set to a stream as UTF-8 text.</summary>
    public static void Write(ConflictDataset dataset, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(stream);
        using var writer = new Utf8JsonWriter(
            stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth });
        JsonSerializer.Serialize(writer, dataset, TypeInfo);
        writer.Flush();
        stream.WriteByte((byte)'\n');
    }

    /// <summary>The text of a data set's file.</summary>
    public static string Write(ConflictDataset dataset)
    {
        using var stream = new MemoryStream();
        Write(dataset, stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes one record as it stands in a data set's file, as a value where the writer is.</summary>
    /// <typeparam name="TRecord">One of the records of a data set.</typeparam>
    /// <exception cref="ArgumentException"><typeparamref name="TRecord"/> is not a record of a data set.</exception>
    [Experimental("CM0003")]
    public static void WriteRecord<TRecord>(Utf8JsonWriter writer, TRecord record)
        where TRecord : class
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(record);
        JsonSerializer.Serialize(writer, record, RecordInfo<TRecord>());
    }

    /// <summary>What the serializer knows of the entities: the source of the schema's test for drift.</summary>
    internal static JsonTypeInfo InfoOf(Type type) => TypeInfo.Options.GetTypeInfo(type);

    /// <exception cref="ArgumentException"><typeparamref name="TRecord"/> is not a record of a data set.</exception>
    internal static JsonTypeInfo<TRecord> RecordInfo<TRecord>()
        where TRecord : class =>
        TypeInfo.Options.TryGetTypeInfo(typeof(TRecord), out JsonTypeInfo? info) && info.Kind == JsonTypeInfoKind.Object
            ? (JsonTypeInfo<TRecord>)info
            : throw new ArgumentException($"{typeof(TRecord).Name} is not a record of a data set.");

    private static JsonTypeInfo<ConflictDataset> MakeTypeInfo()
    {
        var options = new JsonSerializerOptions(ConflictModelJsonContext.Default.Options)
        {
            AllowDuplicateProperties = false,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            MaxDepth = MaxDepth,
            RespectNullableAnnotations = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            TypeInfoResolver = ConflictModelJsonContext.Default.WithAddedModifier(Shape),
        };
        options.MakeReadOnly();
        return (JsonTypeInfo<ConflictDataset>)options.GetTypeInfo(typeof(ConflictDataset));
    }

    private static void Shape(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            // A required member is written even where its value is the default, for it must be there to be read.
            if (property.IsRequired)
            {
                property.ShouldSerialize = static (_, _) => true;
            }
        }

        if (type.Type == typeof(ConflictDataset))
        {
            // The version belongs to the file and not to the data, so the entity has no such member.
            JsonPropertyInfo version = JsonMetadataServices.CreatePropertyInfo(type.Options, new JsonPropertyInfoValues<string>
            {
                DeclaringType = typeof(ConflictDataset),
                IsProperty = true,
                IsPublic = true,
                PropertyName = "SchemaVersion",
                JsonPropertyName = VersionMember,
                Getter = static _ => SchemaVersion,
                Setter = static (_, _) => { },
            });
            version.IsRequired = true;
            type.Properties.Insert(0, version);
        }
        else if (type.Type == typeof(Victims))
        {
            type.Properties.Add(JsonMetadataServices.CreatePropertyInfo(type.Options, new JsonPropertyInfoValues<Victims>
            {
                DeclaringType = typeof(Victims),
                IsProperty = true,
                IsPublic = true,
                PropertyName = "Demographic",
                JsonPropertyName = "demographic",
                Converter = new FormerDemographicConverter(),
                Setter = static (victims, former) => SetAgeAndSex((Victims)victims, former!),
            }));
        }
    }

    private static void SetAgeAndSex(Victims victims, Victims former)
    {
        if (!victims.IsAnyDemographic)
        {
            throw new JsonException("Victims with an 'age' or a 'sex' have no 'demographic', which is the former word for both.");
        }

        SetAge(victims, former.Age);
        SetSex(victims, former.Sex);
    }

    // The record is still being read: nobody has seen it without its age and sex.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Age")]
    private static extern void SetAge(Victims victims, AgeGroup age);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_Sex")]
    private static extern void SetSex(Victims victims, Sex sex);
}
