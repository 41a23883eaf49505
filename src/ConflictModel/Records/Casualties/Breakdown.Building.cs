namespace ConflictModel;

/// <content>Building a breakdown from its parts.</content>
public sealed partial record Breakdown
{
    /// <summary>A breakdown along the axis that sets the parts apart.</summary>
    /// <remarks>
    /// That is the first axis, in the order of <see cref="Axis"/>, on which every part has a category and no two the same. Parts that are
    /// only told apart by women, men and children lie along <see cref="Axis.Demographic"/>.
    /// </remarks>
    /// <exception cref="ArgumentException">There is no part, or no axis sets them apart.</exception>
    public static Breakdown Of(BreakdownKind kind, Reading reading, params ReadOnlySpan<Part> parts)
    {
        ValueList<Part> list = [.. parts];
        foreach (Axis axis in Enum.GetValues<Axis>())
        {
            if (!list.IsEmpty && SetsApart(axis, list))
            {
                return new() { By = axis, Kind = kind, Reading = reading, Parts = list };
            }
        }

        throw new ArgumentException("The parts of a breakdown differ in their victims, perpetrators, method, region or period.", nameof(parts));
    }

    private static bool SetsApart(Axis axis, ValueList<Part> parts)
    {
        var seen = new HashSet<object>();
        foreach (Part part in parts)
        {
            if (part.CategoryOn(axis) is not { } category || !seen.Add(category))
            {
                return false;
            }
        }

        return true;
    }
}
