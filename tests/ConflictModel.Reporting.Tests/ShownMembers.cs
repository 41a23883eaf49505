using System.Text.RegularExpressions;
using ConflictModel.Tests.Serialization;

namespace ConflictModel.Reporting.Tests;

/// <summary>Holds that each member of each record changes what a report shows, or stands in a list with the reason why not.</summary>
internal static partial class ShownMembers
{
    /// <param name="report">What is shown of a data set.</param>
    /// <param name="notShown">The kinds of members that are left out on purpose.</param>
    public static void AreAllIn(Func<ConflictDataset, string> report, IReadOnlyList<(string Pattern, string Reason)> notShown)
    {
        ConflictDataset dataset = Everything.Dataset();
        string whole = report(dataset);
        var seen = new HashSet<string>();
        var hidden = new SortedSet<string>(StringComparer.Ordinal);
        foreach ((string pointer, ConflictDataset altered) in Alteration.Of(dataset, pointer => seen.Add(KindOf(pointer))))
        {
            if (report(altered) == whole)
            {
                hidden.Add(KindOf(pointer));
            }
        }

        seen.Should().HaveCountGreaterThan(200);
        string.Join('\n', hidden.Where(kind => !notShown.Any(known => Regex.IsMatch(kind, $"^{known.Pattern}$"))))
            .Should().BeEmpty("a new member is shown, or stands in the list with a reason");
        notShown.Where(known => !hidden.Any(kind => Regex.IsMatch(kind, $"^{known.Pattern}$")))
            .Should().BeEmpty("what is shown does not stand in the list");
    }

    // Records of a list are of one kind, and so are the divisions of every harm; each harm's own count is asked for.
    private static string KindOf(string pointer) =>
        Harm().Replace(Number().Replace(pointer, "/*"), match =>
            match.Groups[2].Value == "/count/wording" ? match.Value : $"/casualties/*{match.Groups[2].Value}");

    [GeneratedRegex("/[0-9]+(?=/|$)")]
    private static partial Regex Number();

    [GeneratedRegex("/casualties/([a-zA-Z]+)(.*)$")]
    private static partial Regex Harm();
}
