namespace ConflictModel;

/// <summary>
/// Everything that one file holds: sources, actors, regions, incidents, tallies, people, claims and the diplomatic record.
/// </summary>
/// <remarks>
/// Records keep the order of the file. A data set may hold what does not add up or refers to nothing: validation says so.
/// Equality is by content and order.
/// </remarks>
public sealed partial record ConflictDataset
{
    /// <summary>What the data set is, in a few words; null if not said.</summary>
    public string? Title { get; init; }

    /// <summary>The sources.</summary>
    public ValueList<Source> Sources { get; init; }

    /// <summary>The actors.</summary>
    public ValueList<Actor> Actors { get; init; }

    /// <summary>The links between actors.</summary>
    public ValueList<Affiliation> Affiliations { get; init; }

    /// <summary>The regions.</summary>
    public ValueList<Region> Regions { get; init; }

    /// <summary>The incidents.</summary>
    public ValueList<Incident> Incidents { get; init; }

    /// <summary>The published totals.</summary>
    public ValueList<Tally> Tallies { get; init; }

    /// <summary>The people: who stands behind the numbers.</summary>
    public ValueList<Person> People { get; init; }

    /// <summary>The claims that are no counts.</summary>
    public ValueList<Claim> Claims { get; init; }

    /// <summary>The reported sizes of actors.</summary>
    public ValueList<Strength> Strengths { get; init; }

    /// <summary>Who holds which area.</summary>
    public ValueList<Control> Controls { get; init; }

    /// <summary>The statements on the diplomatic record.</summary>
    public ValueList<Statement> Statements { get; init; }

    /// <summary>The resolutions.</summary>
    public ValueList<Resolution> Resolutions { get; init; }

    /// <summary>The peace processes.</summary>
    public ValueList<PeaceProcess> Processes { get; init; }

    /// <summary>Other people's data about the data set.</summary>
    public ExtensionData Extensions { get; init; }

    /// <summary>The same data set without what may not be told of its people; the counts stay the same.</summary>
    /// <remarks>
    /// <para>
    /// Whoever is not <see cref="Publication.Public"/> stays as a record, in the same place, under an id that says nothing
    /// (<c>withheld-1</c>). What is left of it is numbers, dates, members of closed lists and ids that other records of the data set bear,
    /// never a text. The guide on people lists it, field by field.
    /// </para>
    /// <para>
    /// Records that are or may be of one person (<see cref="Person.SameAs"/>, <see cref="Person.MayBeSameAs"/>) are withheld as the
    /// strictest of them is: otherwise the link would tell who it is. Ties to people who are withheld are left out, and with them the
    /// parents' names of whoever bears such a tie. Texts of other records are not searched: who is withheld must not be named there.
    /// </para>
    /// </remarks>
    public ConflictDataset ForPublication() => PublicEdition.Of(this);
}
