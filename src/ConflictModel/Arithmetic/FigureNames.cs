using System.Globalization;
using System.Text.Json.Serialization;

namespace ConflictModel.Arithmetic;

/// <summary>What actors, regions and the whole are called in the sentence of an explanation.</summary>
/// <remarks>Equality is that of the functions and of the text.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
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

    /// <summary>What a figure counts: "civilian women", and what it is a part of: "in Homs".</summary>
    internal IEnumerable<string> WordsOf(DerivedFigure figure)
    {
        if (figure.Kind == FigureKind.Whole)
        {
            yield return Whole;
        }

        for (DerivedFigure? next = figure; next is { CategoryPart: { } part }; next = next.Parent)
        {
            yield return Describe(part, next.Path);
        }
    }

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

        string? status = victims.Status switch
        {
            CivilianStatus.Civilian => "civilian",
            CivilianStatus.Combatant => "combatant",
            CivilianStatus.Unidentified => "unidentified",
            _ => null,
        };
        string? group = (status, victims.AgeAndSex()) switch
        {
            (null, var ageAndSex) => ageAndSex,
            ("unidentified", null) => "unidentified people",
            ({ } said, null) => said + "s",
            ({ } said, { } ageAndSex) => $"{said} {ageAndSex}",
        };
        string? who = (victims.Role, group) switch
        {
            ({ } role, null) => role,
            ({ } role, { } people) => $"{people} ({role})",
            _ => group,
        };
        string? members = victims.Actors.IsEmpty ? null : $"of {string.Join(" and ", victims.Actors.Select(Actor))}";
        return (who, members) switch
        {
            (null, null) => "people",
            (null, { } of) => of,
            ({ } people, null) => people,
            ({ } people, { } of) => $"{people} {of}",
        };
    }
}
