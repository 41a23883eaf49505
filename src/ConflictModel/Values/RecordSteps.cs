using System.Text.Json;

namespace ConflictModel;

/// <summary>Writes a record in steps, so that whoever writes it can let go of what is written.</summary>
internal static class RecordSteps
{
    /// <summary>Writes a record: a step for each member, and for each element of a list among them.</summary>
    /// <param name="writer">Takes it.</param>
    /// <param name="record">The record.</param>
    /// <param name="instead">What is written in the place of one of its members.</param>
    public static IEnumerable<int> Write<T>(Utf8JsonWriter writer, T record, Instead? instead)
        where T : class, IRecord<T>
    {
        var members = new Collector(writer, [], instead);
        T.Show(record, ref members);
        writer.WriteStartObject();
        foreach (IEnumerable<int> member in members.Steps)
        {
            foreach (int step in member)
            {
                yield return step;
            }
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the elements of a list as they come, as a member of the name; nothing where none comes.</summary>
    /// <exception cref="ArgumentException">No file can hold an element.</exception>
    public static IEnumerable<int> WriteList<T>(Utf8JsonWriter writer, string name, IEnumerable<T> elements)
        where T : class, IRecord<T>
    {
        int count = 0;
        foreach (T element in elements)
        {
            if (count == 0)
            {
                writer.WriteStartArray(name);
            }

            RecordFaults.RequireNone(element);
            Json.Write(writer, element);
            yield return count++;
        }

        if (count > 0)
        {
            writer.WriteEndArray();
        }
    }

    /// <summary>What is written in the place of a member.</summary>
    /// <param name="Member">The member's name.</param>
    /// <param name="Steps">Writes it, given its name.</param>
    internal sealed record Instead(string Member, Func<Utf8JsonWriter, string, IEnumerable<int>> Steps);

    /// <summary>What is written element by element.</summary>
    internal interface IStepwise<T>
    {
        IEnumerable<int> Write(Utf8JsonWriter writer, T value);
    }

    private readonly struct Collector(Utf8JsonWriter writer, List<IEnumerable<int>> steps, Instead? instead) : IMemberVisitor
    {
        public List<IEnumerable<int>> Steps => steps;

        public void Required<T>(string name, T value)
            where T : notnull =>
            steps.Add(Member(writer, name, value));

        public void RequiredOrNull<T>(string name, T? value)
            where T : struct =>
            steps.Add(MemberOrNull(writer, name, value));

        public void Optional<T>(string name, T? value)
        {
            if (name == instead?.Member)
            {
                steps.Add(instead.Steps(writer, name));
            }
            else if (!EqualityComparer<T>.Default.Equals(value, default))
            {
                steps.Add(Member(writer, name, value!));
            }
        }

        public void Optional<T>(string name, T? value)
            where T : struct
        {
            if (value is { } said)
            {
                steps.Add(Member(writer, name, said));
            }
        }

        private static IEnumerable<int> MemberOrNull<T>(Utf8JsonWriter writer, string name, T? value)
            where T : struct
        {
            new MemberWriter(writer).RequiredOrNull(name, value);
            yield break;
        }

        private static IEnumerable<int> Member<T>(Utf8JsonWriter writer, string name, T value)
        {
            writer.WritePropertyName(name);
            if (Json<T>.Converter is IStepwise<T> list)
            {
                foreach (int step in list.Write(writer, value))
                {
                    yield return step;
                }
            }
            else
            {
                Json.Write(writer, value);
            }
        }
    }
}
