namespace ConflictModel;

/// <content>Building a part in code, in the order of the sentence it came from.</content>
public sealed partial record Part
{
    /// <summary>A part of the victims: who, and how many if the report says.</summary>
    public static Part Of(Victims victims, Estimate count = default, Estimate inOperations = default) =>
        new() { Victims = victims, Count = count, Operations = inOperations };

    /// <summary>The part that one actor did.</summary>
    public static Part By(ActorId perpetrator, Estimate count = default, Estimate inOperations = default) =>
        new() { Perpetrators = [perpetrator], Count = count, Operations = inOperations };

    /// <summary>The part that several actors did, together or one of them.</summary>
    public static Part By(IEnumerable<ActorId> perpetrators, Estimate count = default, Estimate inOperations = default) =>
        new() { Perpetrators = perpetrators.ToValueList(), Count = count, Operations = inOperations };

    /// <summary>The part that happened in a region.</summary>
    public static Part In(RegionId region, Estimate count = default, Estimate inOperations = default) =>
        new() { Region = region, Count = count, Operations = inOperations };

    /// <summary>The part that happened in a period.</summary>
    public static Part During(ReportedDate period, Estimate count = default, Estimate inOperations = default) =>
        new() { Period = period, Count = count, Operations = inOperations };

    /// <summary>The part that a method or cause took.</summary>
    public static Part Through(string method, Estimate count = default, Estimate inOperations = default) =>
        new() { Method = method, Count = count, Operations = inOperations };

    /// <summary>The same part, "including" <paramref name="parts"/>: disjoint parts of it that may leave a residual.</summary>
    /// <exception cref="ArgumentException">No axis sets the parts apart: see <see cref="Breakdown.Of"/>.</exception>
    public Part Including(params IEnumerable<Part> parts) =>
        this with { Breakdowns = Breakdowns.Add(Breakdown.Of(BreakdownKind.Inclusion, Reading.Stated, parts)) };

    /// <summary>The same part, divided into <paramref name="parts"/>, which make it up.</summary>
    /// <exception cref="ArgumentException">No axis sets the parts apart: see <see cref="Breakdown.Of"/>.</exception>
    public Part DividedInto(params IEnumerable<Part> parts) =>
        this with { Breakdowns = Breakdowns.Add(Breakdown.Of(BreakdownKind.Partition, Reading.Stated, parts)) };

    /// <summary>What sets the part apart, and how many: <c>victim:isis 29</c>.</summary>
    public override string ToString() => string.Join(' ', Enum.GetValues<Axis>()
        .Select(axis => CategoryOn(axis)?.ToString()).OfType<string>()
        .Append(Count.IsEmpty ? "without a figure" : Count.ToString()));
}
