using System.Text.Json;

namespace ConflictModel;

/// <summary>Goes from member to member of a JSON object, and refuses what the record has not.</summary>
/// <param name="members">The members of the record; not more than 64.</param>
internal struct MemberReader(RecordMember[] members)
{
    private int expected;
    private ulong seen;

    /// <summary>The name of the next member, whose value is under the reader then; null after the last.</summary>
    /// <exception cref="JsonException">The record has no such member, or has it already, or it is null, or a required one is missing.
    /// </exception>
    public string? Next(ref Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.None)
        {
            return null;
        }

        json.Read();
        if (json.TokenType != JsonTokenType.PropertyName)
        {
            RequireAll();
            return null;
        }

        int at = Find(ref json);
        ulong bit = 1UL << at;
        if ((seen & bit) != 0)
        {
            throw new JsonException($"The member '{members[at].Name}' is given twice.");
        }

        seen |= bit;
        expected = at + 1;
        json.Read();
        return json.TokenType == JsonTokenType.Null && members[at] is { Converter: not null, MayBeNull: false }
            ? throw new JsonException("Null is not allowed here.")
            : members[at].Name;
    }

    // Files keep one order of members, so that the next one is most often the one that follows.
    private readonly int Find(ref Utf8JsonReader json)
    {
        if (json.HasValueSequence || json.ValueIsEscaped)
        {
            string name = JsonText.Of(ref json);
            int at = Array.FindIndex(members, member => member.Name == name);
            return at >= 0 ? at : throw Unknown(name);
        }

        ReadOnlySpan<byte> utf8Name = json.ValueSpan;
        for (int i = expected; i < members.Length; i++)
        {
            if (utf8Name.SequenceEqual(members[i].Utf8Name))
            {
                return i;
            }
        }

        for (int i = 0; i < expected; i++)
        {
            if (utf8Name.SequenceEqual(members[i].Utf8Name))
            {
                return i;
            }
        }

        throw Unknown(JsonText.Of(ref json));
    }

    private readonly void RequireAll()
    {
        string? missing = null;
        for (int i = 0; i < members.Length; i++)
        {
            if (members[i].IsRequired && (seen & (1UL << i)) == 0)
            {
                missing += missing is null ? $"'{members[i].Name}'" : $", '{members[i].Name}'";
            }
        }

        if (missing is not null)
        {
            throw new JsonException($"Members are missing: {missing}.");
        }
    }

    private static JsonException Unknown(string name) => new($"There is no member '{name}' here.");
}
