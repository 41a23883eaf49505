using System.Globalization;

namespace ConflictModel.Arithmetic;

/// <summary>What actors, regions and the whole are called in the sentence of an explanation.</summary>
/// <remarks>Equality is that of the functions and of the text.</remarks>
public sealed record FigureNames
{
    /// <summary>Ids as they are, and "in all".</summary>
    public static FigureNames Ids { get; } = new();

    /// <summary>What an actor is called.</summary>
    public Func<ActorId, string> Actor { get; init; } = actor => actor.Value;

    /// <summary>What a region is called.</summary>
    public Func<RegionId, string> Region { get; init; } = region => region.Value;

    /// <summary>What follows the figure of the whole: "killed in all".</summary>
    public string Whole { get; init; } = "in all";

    internal string Describe(Explanation.Step step) =>
        string.Create(CultureInfo.InvariantCulture, $"{step.Value} {(step.Part is { } part ? Describe(part, step.Path) : Whole)}");

    private string Describe(Part part, FigurePath path)
    {
        if (part.AsWritten is { } printed)
        {
            return printed;
        }

        string axis = path.Value[(path.Value.LastIndexOf('/') + 1)..].Split(':')[0];
        return axis switch
        {
            "perpetrator" => $"by {string.Join(" and ", part.Perpetrators.Select(Actor))}",
            "method" => $"by {part.Method}",
            "region" when part.Region is { } region => $"in {Region(region)}",
            "period" => $"in {part.Period}",
            _ => Describe(part.Victims),
        };
    }

    private string Describe(Victims? victims)
    {
        if (victims is null)
        {
            return "people";
        }

        var words = new List<string>();
        if (victims.AgeAndSex() is { } ageAndSex)
        {
            words.Add(ageAndSex);
        }

        if (victims.Status != CivilianStatus.Unknown)
        {
            words.Add(victims.Status switch
            {
                CivilianStatus.Civilian => "civilians",
                CivilianStatus.Combatant => "combatants",
                _ => "unidentified",
            });
        }

        if (!victims.Actors.IsEmpty)
        {
            words.Add(string.Join(" and ", victims.Actors.Select(Actor)));
        }

        if (victims.Role is { } role)
        {
            words.Add(role);
        }

        return words.Count == 0 ? "people" : string.Join(' ', words);
    }
}
