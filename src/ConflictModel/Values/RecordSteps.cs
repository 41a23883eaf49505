using System.Text.Json;

namespace ConflictModel;

/// <summary>Writes a record in steps, so that whoever writes it can let go of what is written.</summary>
internal static class RecordSteps
{
    /// <summary>Writes a record: a step for each member, and for each element of a list among them.</summary>
    public static IEnumerable<int> Write<T>(Utf8JsonWriter writer, T record)
        where T : class, IRecord<T>
    {
        var members = new Collector(writer, []);
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

    /// <summary>What is written element by element.</summary>
    internal interface IStepwise<T>
    {
        IEnumerable<int> Write(Utf8JsonWriter writer, T value);
    }

    private readonly struct Collector(Utf8JsonWriter writer, List<IEnumerable<int>> steps) : IMemberVisitor
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
            if (!EqualityComparer<T>.Default.Equals(value, default))
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
            if (Json<T>.Converter is not IStepwise<T> list)
            {
                Json.Write(writer, value);
                yield break;
            }

            foreach (int step in list.Write(writer, value))
            {
                yield return step;
            }
        }
    }
}
