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
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject
            ? T.Read(ref reader, new MemberReader(RecordShape<T>.Members))
            : throw new JsonException("Expected a value of another type.");

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
}

/// <summary>A converter of records, whichever they are.</summary>
internal interface IRecordConverter
{
    RecordMember[] Members { get; }
}
