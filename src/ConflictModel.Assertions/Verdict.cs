using ConflictModel.Arithmetic;
using FluentAssertions;
using FluentAssertions.Execution;

namespace ConflictModel.Assertions;

/// <summary>The one way in which an assertion fails: what was expected, why, and what there is.</summary>
internal static class Verdict
{
    /// <summary>The most lines of a kind that a message has.</summary>
    public const int MostLines = 10;

    private static readonly Brace Opening = new("{");

    private static readonly Brace Closing = new("}");

    /// <summary>Fails unless something holds.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="subject">What the subject is called where the caller's own name for it is not known.</param>
    /// <param name="expected">What it should do: "add up".</param>
    /// <param name="found">What there is instead, without a full stop at its end. Asked for only on failure.</param>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What goes into the places of the reason.</param>
    /// <returns>Whether it holds; within a scope of assertions those that follow still run.</returns>
    [CustomAssertion]
    public static bool That(
        bool holds, string subject, string expected, Func<string> found, string because, object[] becauseArgs)
    {
        Execute.Assertion
            .ForCondition(holds)
            .BecauseOf(because, becauseArgs)
            .FailWith(() => new FailReason(
                $"Expected {{context:{subject}}} {Plain(expected)}{{reason}}, but {Plain(Ended(found()))}", Opening, Closing));
        return holds;
    }

    /// <summary>Fails unless so many were certainly killed.</summary>
    /// <param name="expected">How many.</param>
    /// <param name="killed">What follows from the count; null if they are not counted.</param>
    /// <param name="subject">What the subject is called where the caller's own name for it is not known.</param>
    /// <param name="pronoun">The subject in a word: "it".</param>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What goes into the places of the reason.</param>
    [CustomAssertion]
    public static bool Killed(
        ExpectedCount expected, Derivation? killed, string subject, string pronoun, string because, object[] becauseArgs)
    {
        (string has, string does) = pronoun == "it" ? ("it has", "it does") : ($"{pronoun} have", $"{pronoun} do");
        return That(
            expected.IsMetBy(killed?.Whole.Bounds),
            subject,
            $"to have {expected} killed",
            () => killed is null ? $"{does} not count the killed" : $"{has} {CountText.Of(killed.Whole)}",
            because,
            becauseArgs);
    }

    /// <summary>Lines below one another; of many the first ones, and how many more there are.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="areAll">Whether there are no others beyond them.</param>
    public static string Lines(IReadOnlyCollection<string> lines, bool areAll = true) =>
        string.Concat(lines.Take(MostLines).Select(line => $"\n- {line}"))
        + (lines.Count > MostLines
            ? FormattableString.Invariant($"\n- and {(areAll ? "" : "at least ")}{lines.Count - MostLines} more")
            : "");

    // Lines end as what they quote does.
    private static string Ended(string text) => text.Contains('\n', StringComparison.Ordinal) ? text : $"{text}.";

    // Braces in the words of a report are no places of a format, and "{reason}" is none of a reason: doubled, it would still be found.
    private static string Plain(string text) =>
        string.Concat(text.Select(character => character switch { '{' => "{0}", '}' => "{1}", _ => character.ToString() }));

    /// <summary>A brace as it is, without the marks that a text gets.</summary>
    private sealed class Brace(string text)
    {
        public override string ToString() => text;
    }
}
