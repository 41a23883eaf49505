namespace ConflictModel;

/// <content>Building a toll in code, in the order of the sentence it came from.</content>
public sealed partial record Toll
{
    /// <summary>A count of people, with the number of operations if the report gives it.</summary>
    public static Toll Of(Estimate count, Estimate inOperations = default) => new() { Count = count, Operations = inOperations };

    /// <summary>The same toll, "including" <paramref name="parts"/>: disjoint parts of the whole that may leave a residual.</summary>
    /// <exception cref="ArgumentException">No axis sets the parts apart: see <see cref="Breakdown.Of"/>.</exception>
    public Toll Including(params IEnumerable<Part> parts) => Including(Reading.Stated, parts);

    /// <summary>The same, saying whether the text states it or a reader infers it.</summary>
    /// <exception cref="ArgumentException">No axis sets the parts apart: see <see cref="Breakdown.Of"/>.</exception>
    public Toll Including(Reading reading, params IEnumerable<Part> parts) =>
        this with { Breakdowns = Breakdowns.Add(Breakdown.Of(BreakdownKind.Inclusion, reading, parts)) };

    /// <summary>The same toll, divided into <paramref name="parts"/>, which make up the whole.</summary>
    /// <exception cref="ArgumentException">No axis sets the parts apart: see <see cref="Breakdown.Of"/>.</exception>
    public Toll DividedInto(params IEnumerable<Part> parts) => DividedInto(Reading.Stated, parts);

    /// <summary>The same, saying whether the text states it or a reader infers it.</summary>
    /// <exception cref="ArgumentException">No axis sets the parts apart: see <see cref="Breakdown.Of"/>.</exception>
    public Toll DividedInto(Reading reading, params IEnumerable<Part> parts) =>
        this with { Breakdowns = Breakdowns.Add(Breakdown.Of(BreakdownKind.Partition, reading, parts)) };

    /// <summary>The count and the operations: <c>449 in 155 operations</c>.</summary>
    public override string ToString() =>
        (Count.IsEmpty ? "no figure" : Count.ToString()) + (Operations.IsEmpty ? "" : $" in {Operations} operations");
}
