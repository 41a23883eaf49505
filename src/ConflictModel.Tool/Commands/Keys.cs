using ConflictModel.Aggregation;

namespace ConflictModel.Tool.Commands;

/// <summary>The keys of a command line, by their names.</summary>
internal static class Keys
{
    public static string Names { get; } = string.Join(", ", GroupKey.All);

    /// <summary>The key of a name, or null and a word about it.</summary>
    public static GroupKey? Find(string name, Action<string> fail)
    {
        var key = GroupKey.Find(name);
        if (key is null)
        {
            fail($"'{name}' is not a key; the keys are {Names}.");
        }

        return key;
    }
}
