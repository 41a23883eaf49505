namespace ConflictModel.Tool.Tests.Conventions;

/// <summary>
/// Data flows one way: a folder names only types of folders below it, over all projects of src. Most folders of the library share a
/// namespace, so the compiler does not hold it; here the sources are bound as it binds them, and a word that only looks like a type's name
/// counts for nothing.
/// </summary>
public class FolderTests
{
    private static readonly string Sources = Path.Combine(Tool.Root(AppContext.BaseDirectory), "src");

    [Fact]
    public void Every_name_is_bound() => House.Ours.Unbound.Should().BeEmpty();

    [Fact]
    public void No_rooms_form_a_circle() => Circle(House.Ours.Arrows(depth: 2)).Should().BeNull();

    [Fact]
    public void No_folders_within_rooms_form_a_circle() => Circle(House.Ours.Arrows()).Should().BeNull();

    [Fact]
    public void The_library_has_at_most_twelve_rooms() =>
        House.Ours.Arrows(depth: 2).Keys.Where(room => room.StartsWith("ConflictModel/", StringComparison.Ordinal))
            .Should().HaveCountLessThanOrEqualTo(12);

    /// <summary>
    /// Rooms that were added to the house, and the arrows that each may bring: to what it uses, and from those who use it.
    /// </summary>
    private static readonly (string Room, int Arrows, string Reason)[] Gained =
    [
        ("ConflictModel.Assertions", 7, "asserts of records, figures, reconciliations, findings and files, and nobody uses it"),
        ("ConflictModel.Reporting/Html", 13, "prints what the model holds, in the page's words; a page of the command is written by it"),
        ("ConflictModel.Reporting/Model", 15, "looks at figures, sums, hierarchies, reconciliations and findings, and is printed by three"),
        ("ConflictModel.Reporting/Texts", 10, "has the words for values, records and views, and is used by the printers"),
        ("ConflictModel.Reporting", 6, "puts the page together from its rooms, for the command and for anybody"),
        ("ConflictModel.Undercount", 6, "puts all answers beside each other, for the command and for anybody"),
        ("ConflictModel.Undercount/Estimates", 6, "pairs, models and graphs of a table, each by itself, for what puts them together"),
        ("ConflictModel.Undercount/Numbers", 4, "fractions, roots, ranks and digits, which estimates are made of and the command prints"),
        ("ConflictModel.Parquet", 5, "keeps tables of incidents as files, with the records that they hang on, and is used by the command"),
        ("ConflictModel.EntityFrameworkCore", 4, "keeps values, dates and records as files write them, and nobody uses it"),
        ("ConflictModel.Interchange/Feeds", 7, "changes are read as rows, held against each other, and used by the command"),
        ("ConflictModel.Interchange/PeopleLists", 10, "a list is read as rows, with findings, and written with its losses"),
        ("ConflictModel/Matching", 10,
            "proposes by the names, days and places of records, and by what is decided of them; its tables are what estimates are made of"),
        ("ConflictModel/Revisions", 10,
            "compares data sets by their fields and tables by their sums; formats say what columns are about, feeds what is gone"),
    ];

    [Fact]
    public void The_house_has_at_most_twelve_floors_and_111_arrows_beside_those_of_rooms_gained_since()
    {
        SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> arrows = House.Ours.Arrows(depth: 2);
        (string From, string To)[] all = [.. arrows.SelectMany(from => from.Value.Keys.Select(to => (from.Key, to)))];
        foreach ((string room, int most, string reason) in Gained)
        {
            all.Where(arrow => arrow.From == room || arrow.To == room).Should().HaveCountLessThanOrEqualTo(most, reason);
        }

        all.Where(arrow => !Gained.Any(gained => gained.Room == arrow.From || gained.Room == arrow.To))
            .Should().HaveCountLessThanOrEqualTo(111, "the command says in a line that a hierarchy goes in a circle");
        Floors(arrows).Should().BeLessThanOrEqualTo(13, "lists of people lie between reading and the command");
    }

    [Fact]
    public void Whoever_writes_json_is_listed_and_what_computes_is_not_among_them()
    {
        // Values and records bear their converters, so that no serializer loses them; so do the path of a figure, a finding, a key and a
        // measure. A log is made of what Revisions finds, and Revisions asks Serialization what a record says: its document stands above
        // both.
        string library = Path.Combine(Sources, "ConflictModel");
        Directory.EnumerateFiles(library, "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("using System.Text.Json;", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(library, file).Replace('\\', '/'))
            .Where(file => file.Split('/')[0] is not ("bin" or "obj" or "Values" or "Time" or "Records" or "Serialization" or "Revisions"))
            .Should().BeEquivalentTo(
                "Aggregation/Aggregate.Text.cs", "Aggregation/Columns/Measure.Json.cs", "Aggregation/GroupKey.Json.cs",
                "Arithmetic/FigurePath.Json.cs", "Validation/Finding.Json.cs");
    }

    [Fact]
    public void A_circle_is_found() => Circle(Of(
        ("a/One.cs", "namespace N; class One { Two? two; }"), ("b/Two.cs", "namespace N; class Two { Three? three; }"),
        ("c/Three.cs", "namespace N; class Three { One? one; }"), ("d/Four.cs", "namespace N; class Four { One? one; }")))
            .Should().NotBeNull();

    [Fact]
    public void A_word_that_is_some_types_name_makes_no_arrow() => Of(
        ("a/Split.cs", "namespace N; class Split { }"),
        ("b/Text.cs", "namespace N; class Text { string[] Words(string text) => text.Split(' '); int Split() => 1; /* Split */ }"))["b"]
            .Should().BeEmpty();

    [Fact]
    public void What_is_used_without_its_name_makes_an_arrow()
    {
        SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> arrows = Of(
            ("a/Made.cs", "namespace N; class Made { public int Count; }"),
            ("b/Maker.cs", "namespace N; static class Maker { public static Made Make(this int n) => new(); }"),
            ("c/User.cs", "namespace N; class User { int One() => 1.Make().Count; }"));
        arrows["c"].Keys.Should().Equal("a", "b");
    }

    private static SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> Of(params (string Path, string Text)[] sources) =>
        House.Of("/", sources.Select(source => ("/" + source.Path, source.Text))).Arrows();

    private static string? Circle(SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> arrows)
    {
        HashSet<string> open = [.. arrows.Keys];
        while (open.FirstOrDefault(folder => !arrows[folder].Keys.Any(open.Contains)) is { } free)
        {
            open.Remove(free);
        }

        return open.Count == 0 ? null : string.Join("; ", open.Order().Select(folder => $"{folder} -> "
            + string.Join(
                ", ", arrows[folder].Where(to => open.Contains(to.Key)).Select(to => $"{to.Key} ({string.Join(' ', to.Value)})"))));
    }

    private static int Floors(SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> arrows)
    {
        var floors = new Dictionary<string, int>();
        return arrows.Keys.Max(FloorOf);

        int FloorOf(string room) => floors.TryGetValue(room, out int floor) ? floor
            : floors[room] = 1 + arrows[room].Keys.Select(FloorOf).DefaultIfEmpty().Max();
    }
}
