using System.CommandLine;
using ConflictModel.Aggregation;

namespace ConflictModel.Tool.Commands;

/// <summary>The option of what is counted: a harm that can be summed.</summary>
internal static class HarmOption
{
    private static readonly string Names = string.Join(", ", Harms.Summable.Select(harm => Measure.Of(harm).ToString()));

    public static Option<Measure> Create() => new("--harm")
    {
        HelpName = "HARM",
        Description = $"what is counted: {Names}",
        DefaultValueFactory = _ => Measure.Killed,
        CustomParser = result => Find(result.Tokens[^1].Value, result.AddError),
    };

    private static Measure Find(string name, Action<string> fail)
    {
        if (Measure.TryFind(name, out Measure measure) && measure.Group == VictimGroup.Everyone && !measure.IsBest)
        {
            return measure;
        }

        fail($"'{name}' is not a harm that can be summed; those are {Names}.");
        return default;
    }
}
