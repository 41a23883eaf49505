namespace ConflictModel.Matching;

/// <summary>A record of an event as it is compared.</summary>
internal sealed class EventProfile
{
    public required Incident Incident { get; init; }

    /// <summary>Which of the lists it is in.</summary>
    public required int List { get; init; }

    /// <summary>Which record of all lists it is.</summary>
    public required int Number { get; init; }

    public required EventSpan Span { get; init; }

    /// <summary>Null where no point says where it was.</summary>
    public required EventDisc? Disc { get; init; }

    public required ValueList<RegionId> Regions { get; init; }

    /// <summary>Who took part, civilians aside: they do not fight.</summary>
    public required ActorId[] Actors { get; init; }

    /// <summary>What the reports together leave possible; null where none counts the dead.</summary>
    public required Bounds? Killed { get; init; }

    /// <summary>The classes of each taxonomy of the rules.</summary>
    public required ValueList<string>[] Classes { get; init; }
}
