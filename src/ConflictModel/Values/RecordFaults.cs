namespace ConflictModel;

/// <summary>What no file can hold of a record: default ids, numbers that name no member, half a surrogate pair, nesting beyond the limit.
/// </summary>
internal static class RecordFaults
{
    /// <summary>How deep arrays and objects may nest in a file.</summary>
    public const int MaxDepth = 128;

    /// <summary>Each such value: where it stands in the record's JSON, and why no file can hold it.</summary>
    public static List<(JsonPointer At, string Reason)> In<T>(T record)
        where T : class, IRecord<T>
    {
        var faults = new List<(JsonPointer At, string Reason)>();
        ((IHolder<T>)Json<T>.Converter).Search(record, new(faults, JsonPointer.Root, 1));
        return faults;
    }

    /// <summary>Refuses a record that holds such a value.</summary>
    /// <exception cref="ArgumentException">It does; the message names the first.</exception>
    public static void RequireNone<T>(T record)
        where T : class, IRecord<T>
    {
        foreach ((JsonPointer at, string reason) in In(record))
        {
            throw new ArgumentException($"No file can hold this {typeof(T).Name}. At {at}: {reason}", nameof(record));
        }
    }

    /// <summary>A value that holds others.</summary>
    internal interface IHolder<T>
    {
        void Search(T value, Finder finder);
    }

    /// <summary>Looks at what a value holds.</summary>
    /// <param name="faults">What was found.</param>
    /// <param name="here">Where the value stands.</param>
    /// <param name="depth">How many arrays and objects are open there, its own with them.</param>
    internal readonly struct Finder(List<(JsonPointer At, string Reason)> faults, JsonPointer here, int depth) : IMemberVisitor
    {
        public void Required<T>(string name, T value)
            where T : notnull =>
            Look(name, -1, value);

        public void RequiredOrNull<T>(string name, T? value)
            where T : struct =>
            Optional(name, value);

        public void Optional<T>(string name, T? value)
        {
            if (!EqualityComparer<T>.Default.Equals(value, default))
            {
                Look(name, -1, value!);
            }
        }

        public void Optional<T>(string name, T? value)
            where T : struct
        {
            if (value is { } said)
            {
                Look(name, -1, said);
            }
        }

        public void Item<T>(int index, T value)
            where T : notnull =>
            Look("", index, value);

        // A place is made only where something is found or goes on: most values are neither.
        private JsonPointer At(string name, int index) => index < 0 ? here.Member(name) : here.Item(index);

        private void Look<T>(string name, int index, T value)
        {
            if (Json<T>.Value is { } converter)
            {
                string? reason = converter.WhyNot(value)
                    ?? (converter.Depth(value) + depth > MaxDepth ? $"It nests deeper than {MaxDepth} levels." : null);
                if (reason is not null)
                {
                    faults.Add((At(name, index), reason));
                }
            }
            else if (value is null)
            {
                faults.Add((At(name, index), "There is none."));
            }
            else if (depth == MaxDepth)
            {
                faults.Add((At(name, index), $"It nests deeper than {MaxDepth} levels."));
            }
            else
            {
                ((IHolder<T>)Json<T>.Converter).Search(value, new(faults, At(name, index), depth + 1));
            }
        }
    }
}
