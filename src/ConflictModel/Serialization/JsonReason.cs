using System.Text.Json;
using System.Text.RegularExpressions;

namespace ConflictModel.Serialization;

/// <summary>The serializer's errors in the words of the schema, without .NET's types and without the place that it tacks on.</summary>
internal static partial class JsonReason
{
    public static string Of(JsonException error)
    {
        if (error.InnerException is InvalidOperationException { Message: var inner } && inner.Contains("UTF-16", StringComparison.Ordinal))
        {
            return "This text holds half of a surrogate pair.";
        }

        string message = error.Message;
        foreach (string tail in (ReadOnlySpan<string>)[" Path: ", " LineNumber: "])
        {
            int at = message.LastIndexOf(tail, StringComparison.Ordinal);
            message = at < 0 ? message : message[..at];
        }

        message = message.TrimEnd('|', ' ');
        return Unmapped().Match(message) is { Success: true } unmapped ? $"There is no member '{unmapped.Groups[1].Value}' here."
            : Missing().Match(message) is { Success: true } missing ? $"Members are missing: {missing.Groups[1].Value}"
            : Duplicate().Match(message) is { Success: true } duplicate ? $"The member '{duplicate.Groups[1].Value}' is given twice."
            : message.Contains("doesn't allow null", StringComparison.Ordinal) ? "Null is not allowed here."
            : message.Contains("could not be converted", StringComparison.Ordinal) ? "Expected a value of another type."
            : message;
    }

    /// <summary>The same reason without anything that stands in the file; what the schema names is kept.</summary>
    public static string WithoutQuotations(string reason) =>
        reason.StartsWith("Members are missing:", StringComparison.Ordinal) ? reason : Quotation().Replace(reason, "'...'");

    [GeneratedRegex("'.*'", RegexOptions.Singleline)]
    private static partial Regex Quotation();

    [GeneratedRegex("^The JSON property '(.*)' could not be mapped", RegexOptions.Singleline)]
    private static partial Regex Unmapped();

    [GeneratedRegex("missing required properties including: (.*)$", RegexOptions.Singleline)]
    private static partial Regex Missing();

    [GeneratedRegex("^Duplicate property '(.*)' encountered", RegexOptions.Singleline)]
    private static partial Regex Duplicate();
}
