using System.Text.Json;

namespace ConflictModel;

/// <summary>Writes the members of a record that say something.</summary>
internal readonly struct MemberWriter(Utf8JsonWriter writer) : IMemberVisitor
{
    public void Required<T>(string name, T value)
        where T : notnull
    {
        writer.WritePropertyName(name);
        Json.Write(writer, value);
    }

    public void RequiredOrNull<T>(string name, T? value)
        where T : struct
    {
        if (value is { } said)
        {
            Required(name, said);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    public void Optional<T>(string name, T? value)
    {
        if (!EqualityComparer<T>.Default.Equals(value, default))
        {
            writer.WritePropertyName(name);
            Json.Write(writer, value!);
        }
    }

    public void Optional<T>(string name, T? value)
        where T : struct
    {
        if (value is { } said)
        {
            writer.WritePropertyName(name);
            Json.Write(writer, said);
        }
    }
}
