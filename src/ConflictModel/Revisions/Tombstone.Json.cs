using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace ConflictModel.Revisions;

[JsonConverter(typeof(RecordConverter<Tombstone>))]
public sealed partial record Tombstone : IRecord<Tombstone>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public Tombstone()
    {
    }

    [SetsRequiredMembers]
    private Tombstone(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "id":
                    Id = Json.Read<string>(ref json);
                    break;
                case "deleted":
                    Deleted = Json.Read<Second>(ref json).Time;
                    break;
            }
        }
    }

    static Tombstone IRecord<Tombstone>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Tombstone>.Show<TVisitor>(Tombstone record, ref TVisitor members)
    {
        members.Required("id", record.Id);
        members.Required("deleted", new Second(record.Deleted));
    }

    /// <summary>A time as it stands in the file: in UTC, to the second.</summary>
    [JsonConverter(typeof(Second.JsonConverter))]
    internal readonly record struct Second(Instant Time)
    {
        internal sealed class JsonConverter : ValueConverter<Second>
        {
            internal override Second ReadValue(ref Utf8JsonReader reader) =>
                reader.TokenType == JsonTokenType.String
                    && InstantPattern.General.Parse(JsonText.Of(ref reader)) is { Success: true, Value: var time }
                        ? new(time)
                        : throw new JsonException("Expected a time such as 2024-07-03T09:46:40Z.");

            internal override void WriteValue(Utf8JsonWriter writer, Second value) =>
                writer.WriteStringValue(InstantPattern.General.Format(value.Time));

            internal override string? WhyNot(Second value) =>
                value.Time == Instant.FromUnixTimeSeconds(value.Time.ToUnixTimeSeconds()) ? null : "It is no whole second.";
        }
    }
}
