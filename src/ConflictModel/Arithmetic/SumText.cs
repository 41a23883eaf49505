using System.Globalization;

namespace ConflictModel.Arithmetic;

/// <summary>Sums in digits.</summary>
internal static class SumText
{
    // Of longer sums the first terms and the last are shown.
    private const int MaxTerms = 100;
    private const int ShownOfMore = 10;

    /// <summary>The terms: "29 + 3 + 2"; of more than 100 the first ten, the last and how many they are.</summary>
    public static string Of(IReadOnlyList<long> terms) => terms.Count <= MaxTerms
        ? Join(terms)
        : string.Create(CultureInfo.InvariantCulture, $"{Join(terms.Take(ShownOfMore))} + ... + {terms[^1]} ({terms.Count} terms)");

    /// <summary>The terms and their sum: "29 + 3 + 2 = 34"; of one term only that.</summary>
    public static string WithSum(IReadOnlyList<long> terms) =>
        terms.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"{Of(terms)} = {terms.Sum()}") : Of(terms);

    private static string Join(IEnumerable<long> terms) =>
        string.Join(" + ", terms.Select(term => term.ToString(CultureInfo.InvariantCulture)));
}
