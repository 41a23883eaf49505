namespace ConflictModel.Matching;

/// <summary>
/// A record of a person as it is compared: names taken apart, days as numbers, the place and day of its incident where it has none.
/// </summary>
internal sealed class PersonProfile
{
    /// <summary>The record.</summary>
    public required Person Person { get; init; }

    /// <summary>Which record of the list it is.</summary>
    public required int Number { get; init; }

    /// <summary>The id that stands for all records that are decided to be of this person.</summary>
    public required PersonId Decided { get; init; }

    /// <summary>The names, the father's put in behind the given one.</summary>
    public required NamePart[][] Names { get; init; }

    /// <summary>Nicknames and the names that fighters go by.</summary>
    public required NamePart[][] Nicknames { get; init; }

    /// <summary>The father's names, their first words.</summary>
    public required NamePart[] Fathers { get; init; }

    /// <summary>The mother's names.</summary>
    public required NamePart[][] Mothers { get; init; }

    /// <summary>When the person was born.</summary>
    public required DaySpan Born { get; init; }

    /// <summary>When the person was harmed.</summary>
    public required DaySpan Day { get; init; }

    /// <summary>Where the person was harmed; null if nobody says.</summary>
    public required Place? Place { get; init; }

    /// <summary>The age, if it is one number.</summary>
    public int? ExactAge => Person.Age is { Min: { } min, Max: { } max } && min == max ? min : null;

    /// <summary>The place as a whole, for counting.</summary>
    public RegionId? Region => Place is { Regions: { IsEmpty: false } regions } ? regions[0] : null;
}
