using System.Text.Json.Serialization;
using ConflictModel.Validation;

namespace ConflictModel.Interchange;

/// <summary>What a check of a published file came to.</summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record PublishedSummary
{
    /// <summary>The format: <c>ucdp-ged</c>, <c>acled</c> or <c>ucdp-country-year</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The rows read, checked and set aside as malformed.</summary>
    public required ReadCounts Counts { get; init; }

    /// <summary>Every rule with its counts, in a fixed order, also those that found nothing.</summary>
    public required ValueList<RuleCheck> Rules { get; init; }

    /// <summary>
    /// The totals over the rows as published, by name: <c>low</c>, <c>best</c>, <c>high</c>, and, from each row's smallest and largest
    /// figure, <c>hull-low</c> and <c>hull-high</c>. A cell without a figure adds nothing.
    /// </summary>
    public required ValueList<KeyValuePair<string, long>> Totals { get; init; }

    /// <summary>How many findings of one severity there were.</summary>
    public long CountOf(Severity severity)
    {
        long count = 0;
        foreach (RuleCheck check in Rules)
        {
            count += check.Rule.Severity == severity ? check.Found : 0;
        }

        return count;
    }

    /// <summary>The check of one rule, or null if the format has no such rule.</summary>
    public RuleCheck? Of(string code)
    {
        foreach (RuleCheck check in Rules)
        {
            if (check.Rule.Code == code)
            {
                return check;
            }
        }

        return null;
    }
}
