using ConflictModel.Reconciliation;
using FluentAssertions;

namespace ConflictModel.Assertions;

/// <summary>What can be asserted of an incident.</summary>
public sealed class IncidentAssertions : RecordAssertions<Incident, IncidentAssertions>
{
    internal IncidentAssertions(Incident? incident)
        : base(incident)
    {
    }

    /// <inheritdoc/>
    protected override string Identifier => "incident";

    /// <summary>Asserts that each of its reports that counts the killed says that they certainly were so many.</summary>
    /// <param name="expected">The number.</param>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What goes into the places of the reason.</param>
    [CustomAssertion]
    public AndConstraint<IncidentAssertions> HaveKilled(long expected, string because = "", params object[] becauseArgs) =>
        HaveKilled((ExpectedCount)expected, because, becauseArgs);

    /// <summary>Asserts the bounds that hold what each of its reports says of the killed, but for those that do not count them.</summary>
    /// <param name="expected">The bounds.</param>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What goes into the places of the reason.</param>
    [CustomAssertion]
    public AndConstraint<IncidentAssertions> HaveKilled(Bounds expected, string because = "", params object[] becauseArgs) =>
        HaveKilled((ExpectedCount)expected, because, becauseArgs);

    [CustomAssertion]
    private AndConstraint<IncidentAssertions> HaveKilled(ExpectedCount expected, string because, object[] becauseArgs)
    {
        IncidentFigure? figure = ReportPolicy.Hull.Resolve(Subject?.Reports ?? [], Harm.Killed);
        Verdict.That(
            expected.IsMetBy(figure?.Bounds),
            Identifier,
            $"to have {expected} killed",
            () => figure is null
                ? "no report counts the killed"
                : $"its reports say {CountText.Of(figure.Bounds)}:{Reports(Subject!, figure)}",
            because,
            becauseArgs);
        return new(this);
    }

    private static string Reports(Incident incident, IncidentFigure figure) => Verdict.Lines(
    [
        .. figure.Used.Select(place => incident.Reports[place])
            .Select(report => $"{report.Citation.Source}: {report.Casualties!.Killed!.Count}"),
    ]);
}
