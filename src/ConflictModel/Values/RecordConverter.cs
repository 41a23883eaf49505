using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ConflictModel;

/// <summary>Reads and writes a record as the JSON object that its file format's schema describes, whatever the options say.</summary>
/// <remarks>
/// Reading is strict: a member that the schema does not name, one that stands twice, a null and a required member that is missing are
/// errors. Members that say nothing are not written.
/// </remarks>
/// <typeparam name="T">The record.</typeparam>
public sealed class RecordConverter<T> : JsonConverter<T>, IRecordConverter, IContract, RecordFaults.IHolder<T>
    where T : IRecord<T>
{
    RecordMember[] IRecordConverter.Members => RecordShape<T>.Members;

    JsonTypeInfo IContract.In(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<T>(options, this);

    void RecordFaults.IHolder<T>.Search(T value, RecordFaults.Finder finder) => T.Show(value, ref finder);

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The library's own reading has no options, and tells the places of errors itself.
        if (options is null)
        {
            return Read(ref reader);
        }

        Utf8JsonReader start = reader;
        try
        {
            return Read(ref reader);
        }
        catch (JsonException error) when (error.Path is null)
        {
            throw InnerFault.At(start, reader, error);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        var members = new MemberWriter(writer);
        T.Show(value, ref members);
        writer.WriteEndObject();
    }

    private static T Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartObject
            ? T.Read(ref reader, new MemberReader(RecordShape<T>.Members))
            : throw new JsonException("Expected a value of another type.");
}

/// <summary>A converter of records, whichever they are.</summary>
internal interface IRecordConverter
{
    RecordMember[] Members { get; }
}
