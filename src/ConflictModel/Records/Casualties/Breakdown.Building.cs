namespace ConflictModel;

/// <content>Building a breakdown from its parts.</content>
public sealed partial record Breakdown
{
    private const string SayHow = "Say in which of victims, perpetrators, method, region or period they differ";

    /// <summary>A breakdown along the axis that sets the parts apart.</summary>
    /// <remarks>
    /// That is the first axis, in the order of <see cref="Axis"/>, on which every part has a category and no two the same. If there is
    /// none, it is the first on which every part has a category and not all the same: then parts of one category are pieces of it, and
    /// something else that they say sets them apart. Parts that are only told apart by women, men and children lie along
    /// <see cref="Axis.Demographic"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no part, or no axis sets them apart; the message names the part that is in the
    /// way.</exception>
    public static Breakdown Of(BreakdownKind kind, Reading reading, params IEnumerable<Part> parts)
    {
        var list = parts.ToValueList();
        if (list.IsEmpty)
        {
            throw new ArgumentException("A breakdown has at least one part.", nameof(parts));
        }

        Axis[] common = [.. Enum.GetValues<Axis>().Where(axis => list.All(part => CategoryOf(part, axis) is not null))];
        Axis? by = common.Where(axis => Categories(list, axis) == list.Count).Cast<Axis?>().FirstOrDefault();
        if (by is null && Twins(list) is null)
        {
            by = common.Where(axis => Categories(list, axis) > 1).Cast<Axis?>().FirstOrDefault();
        }

        return by is { } found
            ? new() { By = found, Kind = kind, Reading = reading, Parts = list }
            : throw new ArgumentException(WhatIsInTheWay(list, common), nameof(parts));
    }

    // Beside people of whom more is said, women are no category of their own: they may be among them.
    private static Category? CategoryOf(Part part, Axis axis) =>
        axis == Axis.Victim && part.Victims is { IsOnlyDemographic: true } ? null : part.CategoryOn(axis);

    private static int Categories(ValueList<Part> parts, Axis axis) => parts.Select(part => CategoryOf(part, axis)).Distinct().Count();

    // The first part that says nothing which an earlier one does not say, its figures aside.
    private static (int Earlier, int Later)? Twins(ValueList<Part> parts)
    {
        var places = new Dictionary<Part, int>();
        for (int i = 0; i < parts.Count; i++)
        {
            if (!places.TryAdd(parts[i] with { Count = default, Operations = default, Breakdowns = default }, i))
            {
                return (places[parts[i] with { Count = default, Operations = default, Breakdowns = default }], i);
            }
        }

        return null;
    }

    private static string WhatIsInTheWay(ValueList<Part> parts, Axis[] common)
    {
        if (Twins(parts) is ({ } earlier, { } later))
        {
            return FormattableString.Invariant(
                $"{Name(parts, later)} says the same as part {earlier + 1}. {SayHow}, or make one part of both.");
        }

        if (common.Length > 0)
        {
            return $"All parts are the same category, '{CategoryOf(parts[0], common[0])}'. {SayHow}, or state the axis: "
                + "new Breakdown { By = ... }.";
        }

        // The axis on which most parts say something, and the first that does not.
        Axis most = Enum.GetValues<Axis>().MaxBy(axis => parts.Count(part => CategoryOf(part, axis) is not null));
        int silent = parts.TakeWhile(part => CategoryOf(part, most) is not null).Count();
        if (parts[silent].CategoryOn(most) is not null)
        {
            return $"{Name(parts, silent)} may be among the people of other parts. Put it in a breakdown of its own.";
        }

        string remedy = parts.All(part => CategoryOf(part, most) is null)
            ? "Say whom it concerns, by whom, how, where or when."
            : "Say it, as other parts do, or put the part in a breakdown of its own.";
        return $"{Name(parts, silent)} does not say its {JsonName.Of(most)}. {remedy}";
    }

    private static string Name(ValueList<Part> parts, int place)
    {
        Part part = parts[place];
        string? says = part.AsWritten
            ?? Enum.GetValues<Axis>().Select(axis => CategoryOf(part, axis)?.ToString()).FirstOrDefault(text => text is not null);
        return FormattableString.Invariant($"Part {place + 1} of {parts.Count}{(says is null ? "" : $" ('{says}')")}");
    }
}
