using System.Text.RegularExpressions;

namespace ConflictModel.Tests.Conventions;

/// <summary>
/// The folders of the library form floors: a folder names only types of folders below it. Folders share a namespace, so the compiler cannot
/// tell; the sources are read as text, names are matched to the one folder that defines them.
/// </summary>
public partial class FolderTests
{
    private static readonly string Library = Path.Combine(Repository.Root, "src", "ConflictModel");

    [Fact]
    public void No_folders_form_a_circle() => Circle(Arrows(Library)).Should().BeNull();

    [Fact]
    public void A_circle_would_be_found() =>
        Circle(new() { ["A"] = ["B"], ["B"] = ["C"], ["C"] = ["A"], ["D"] = ["A"] }).Should().NotBeNull();

    [Fact]
    public void Nothing_but_serialization_and_the_results_of_queries_know_json()
    {
        IEnumerable<string> knowing = Directory.EnumerateFiles(Library, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Built().IsMatch(file) && File.ReadAllText(file).Contains("System.Text.Json", StringComparison.Ordinal))
            .Select(Folder)
            .Distinct();
        knowing.Should().OnlyContain(folder => folder == "Serialization" || folder == "Queries");
    }

    private static SortedDictionary<string, SortedSet<string>> Arrows(string root)
    {
        var sources = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Built().IsMatch(file))
            .Select(file => (Folder: Folder(file), Text: Quoted().Replace(File.ReadAllText(file), " ")))
            .ToList();
        var owners = sources
            .SelectMany(source => Defined().Matches(source.Text).Select(match => (Name: match.Groups[1].Value, source.Folder)))
            .GroupBy(pair => pair.Name, pair => pair.Folder)
            .Where(group => group.Distinct().Count() == 1)
            .ToDictionary(group => group.Key, group => group.First());
        var arrows = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach ((string folder, string text) in sources)
        {
            SortedSet<string> named = arrows.TryGetValue(folder, out SortedSet<string>? known) ? known : arrows[folder] = new(StringComparer.Ordinal);
            named.UnionWith(Named().Matches(text).Where(match => owners.ContainsKey(match.Value)).Select(match => owners[match.Value]));
            named.Remove(folder);
        }

        return arrows;
    }

    private static string? Circle(SortedDictionary<string, SortedSet<string>> arrows)
    {
        var floors = new SortedDictionary<string, SortedSet<string>>(arrows, StringComparer.Ordinal);
        while (floors.Count > 0)
        {
            string? free = floors.Keys.FirstOrDefault(folder => !floors[folder].Any(floors.ContainsKey));
            if (free is null)
            {
                return string.Join(", ", floors.Select(f => $"{f.Key} -> {string.Join(' ', f.Value.Where(floors.ContainsKey))}"));
            }

            floors.Remove(free);
        }

        return null;
    }

    private static string Folder(string file) => Path.GetRelativePath(Library, file).Split(Path.DirectorySeparatorChar)[0];

    [GeneratedRegex(@"[\\/](bin|obj)[\\/]")]
    private static partial Regex Built();

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|\\$?\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])'|//[^\\n]*|/\\*[\\s\\S]*?\\*/")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+([A-Z]\w*)")]
    private static partial Regex Defined();

    [GeneratedRegex(@"\b[A-Z]\w*\b")]
    private static partial Regex Named();
}
