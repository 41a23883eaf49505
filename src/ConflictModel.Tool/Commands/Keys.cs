using System.CommandLine;
using ConflictModel.Aggregation;

namespace ConflictModel.Tool.Commands;

/// <summary>The keys of a command line, by their names.</summary>
internal static class Keys
{
    public static string Names { get; } = string.Join(", ", GroupKey.All);

    /// <summary>The option of the keys to group by.</summary>
    public static Option<GroupKey[]> By() => new("--by")
    {
        HelpName = "KEY,...",
        Description = $"the keys, joined by commas: {Names}",
        CustomParser = result =>
        [
            .. result.Tokens.SelectMany(token => token.Value.Split(','))
                .Select(name => Find(name, result.AddError)).OfType<GroupKey>(),
        ],
    };

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
