namespace ConflictModel.Interchange;

/// <summary>What sets one of UCDP's tables of a dyad and year apart from the others: its names, its columns and what it counts.</summary>
internal sealed record DyadYearTable
{
    private const string NonStateFigures = "_fatality_estimate";

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string SourceName { get; init; }

    public required IncidentKind Kind { get; init; }

    /// <summary>Whether all whom the totals count are civilians.</summary>
    public bool CountsCivilians => B is null;

    /// <summary>What the codebook calls those whom the totals count.</summary>
    public required string Counted { get; init; }

    public required string Low { get; init; }

    public required string Best { get; init; }

    public required string High { get; init; }

    public required string Place { get; init; }

    public required string PlaceCode { get; init; }

    public required (string Id, string Name, string Gwno) A { get; init; }

    /// <summary>The other side; null where it is civilians, who have no columns.</summary>
    public (string Id, string Name, string Gwno)? B { get; init; }

    /// <summary>The coded columns, with the codebook's codes from the first to the last.</summary>
    public required ValueList<(string Column, int First, int Last)> Codes { get; init; }

    /// <summary>
    /// Whom a total counts: the dead of its dyad alone, which are not all whom its sides killed there that year. Those of a coalition's
    /// dyad are none of a member's own.
    /// </summary>
    public Victims VictimsOf(string dyad) =>
        (CountsCivilians ? Victims.Civilians : new()).As($"{Counted}, dyad {dyad}");

    public static DyadYearTable BattleDeaths { get; } = new()
    {
        Name = "ucdp-brd",
        Title = "UCDP battle-related deaths",
        SourceName = "UCDP Battle-Related Deaths Dataset",
        Kind = IncidentKind.StateBasedConflict,
        Counted = "battle-related deaths",
        Low = "bd_low",
        Best = "bd_best",
        High = "bd_high",
        Place = "battle_location",
        PlaceCode = "gwno_battle",
        A = ("side_a_id", "side_a", "gwno_a"),
        B = ("side_b_id", "side_b", "gwno_b"),
        Codes = [("incompatibility", 1, 3), ("type_of_conflict", 1, 4), ("region", 1, 5)],
    };

    public static DyadYearTable NonState { get; } = new()
    {
        Name = "ucdp-non-state",
        Title = "UCDP non-state conflict",
        SourceName = "UCDP Non-State Conflict Dataset",
        Kind = IncidentKind.NonStateConflict,
        Counted = "deaths in non-state conflict",
        Low = "low" + NonStateFigures,
        Best = "best" + NonStateFigures,
        High = "high" + NonStateFigures,
        Place = "location",
        PlaceCode = "gwno_location",
        A = ("side_a_id", "side_a_name", ""),
        B = ("side_b_id", "side_b_name", ""),
        Codes = [("org", 1, 3), ("region", 1, 5)],
    };

    public static DyadYearTable OneSided { get; } = new()
    {
        Name = "ucdp-one-sided",
        Title = "UCDP one-sided violence",
        SourceName = "UCDP One-sided Violence Dataset",
        Kind = IncidentKind.OneSidedViolence,
        Counted = "killed in one-sided violence",
        Low = "low" + NonStateFigures,
        Best = "best" + NonStateFigures,
        High = "high" + NonStateFigures,
        Place = "location",
        PlaceCode = "gwno_location",
        A = ("actor_id", "actor_name", "gwnoa"),
        Codes = [("is_government_actor", 0, 1), ("region", 1, 5)],
    };
}
