using System.Text.RegularExpressions;
using ConflictModel.Arithmetic;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>Real published arithmetic, some of it wrong: what is wrong is found, and nothing else is accused.</summary>
public partial class SohrTalliesTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_clash_is_found_with_its_figures_and_no_other_record_is_accused()
    {
        if (SohrTallies.Folder is null)
        {
            Assert.Skip($"{SohrTallies.Variable} is not set");
        }

        IReadOnlyDictionary<string, string[]> expected = SohrTallies.Expected();
        int clashes = 0, found = 0, more = 0;
        var missing = new List<string>();
        var accused = new List<string>();
        foreach ((string id, IReadOnlyList<Toll> tolls) in SohrTallies.Read())
        {
            List<Contradiction> contradictions =
                [.. tolls.SelectMany(toll => toll.Derive().Contradictions).DistinctBy(contradiction => contradiction.ToString())];
            foreach (string clash in expected[id])
            {
                clashes++;
                Contradiction? match = contradictions.Find(contradiction => Matches(contradiction, clash));
                if (match is null)
                {
                    missing.Add($"{id}: {clash}");
                }
                else
                {
                    found++;
                    contradictions.Remove(match);
                    output.WriteLine(
                        $"{id}: {clash} | {match} | {string.Join("; ", match.Figures)} | mended by {string.Join("; ", match.Repairs)}");
                }
            }

            foreach (Contradiction contradiction in contradictions)
            {
                more++;
                output.WriteLine($"{id}: MORE {contradiction.Kind} {contradiction} | {string.Join("; ", contradiction.Figures)}");
                if (expected[id].Length == 0)
                {
                    accused.Add($"{id}: {contradiction}");
                }
            }
        }

        output.WriteLine($"{found} of {clashes} clashes, {more} more");
        missing.Should().BeEmpty();
        accused.Should().BeEmpty();
        clashes.Should().BePositive();
    }

    // "regions->total 83 + 94 + 29 + 31 + 3 = 240 != 243", "regions->civilians/woman 3 > 2", "heading=text/woman 6 vs 3".
    private static bool Matches(Contradiction contradiction, string clash)
    {
        Match parts = Clash().Match(clash);
        parts.Success.Should().BeTrue(clash);
        string label = parts.Groups["label"].Value;
        long[] numbers = [.. Number().Matches(parts.Groups["numbers"].Value).Select(number => long.Parse(number.Value))];
        (long sum, long against) = (numbers[^2], numbers[^1]);
        long[] terms = numbers[..^2];
        bool isOperations = label == "operations";
        bool sameNumbers = (contradiction.Sum, contradiction.Against) == (sum, against)
            || (contradiction.Kind == ContradictionKind.SamePeople && (contradiction.Sum, contradiction.Against) == (against, sum));
        bool sameTerms = terms.Length == 0 || terms.Order().SequenceEqual(contradiction.Terms.Where(term => term > 0).Order());
        return sameNumbers && sameTerms && contradiction.IsOfOperations == isOperations && IsAbout(contradiction, label);
    }

    private static bool IsAbout(Contradiction contradiction, string label)
    {
        string subject = contradiction.Subject.Value;
        string about = label[(label.IndexOf("->", StringComparison.Ordinal) is >= 0 and var arrow ? arrow + 2 : 0)..];
        bool isWhole = about is "total" or "operations" || about.StartsWith("heading", StringComparison.Ordinal);
        string victims = about.Split('/')[0];
        return isWhole
            ? !subject.Contains('/', StringComparison.Ordinal)
            : subject.Contains(victims == "civilians" ? ".civilians" : victims, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^(?<label>.+?) (?<numbers>[0-9].*)$")]
    private static partial Regex Clash();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
