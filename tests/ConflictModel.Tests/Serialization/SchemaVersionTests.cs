using System.Text.RegularExpressions;
using ConflictModel.Serialization;

namespace ConflictModel.Tests.Serialization;

public partial class SchemaVersionTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "ConflictModel.Tests", "Serialization", "Versions");

    /// <summary>The versions that the library reads, from the first to its own.</summary>
    public static IEnumerable<string> Read { get; } =
        Enumerable.Range(0, int.Parse(DatasetJson.SchemaVersion.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture) + 1)
            .Select(minor => FormattableString.Invariant($"{DatasetJson.SchemaVersion.Split('.')[0]}.{minor}"));

    public static TheoryData<string> Versions => new(Read);

    [Theory]
    [MemberData(nameof(Versions))]
    public void A_file_of_every_version_is_read_and_written_back_whole(string version)
    {
        // The committed file has every member that its version knew. It is never changed: a version that grows gets a file of its own.
        string path = Path.Combine(Folder, version + ".json");
        if (version == DatasetJson.SchemaVersion && Environment.GetEnvironmentVariable("CONFLICTMODEL_ACCEPT") == "1" && !File.Exists(path))
        {
            File.WriteAllText(path, DatasetJson.Write(Everything.Dataset()));
        }

        string file = File.ReadAllText(path);
        file.Should().Contain($"\"schemaVersion\": \"{version}\"");
        DatasetJson.Write(DatasetJson.Read(file))
            .Should().Be(Version().Replace(InNewWords(file), $"\"schemaVersion\": \"{DatasetJson.SchemaVersion}\"", 1));
    }

    [Theory]
    [InlineData("women", AgeGroup.Adult, Sex.Female)]
    [InlineData("men", AgeGroup.Adult, Sex.Male)]
    [InlineData("children", AgeGroup.Child, Sex.Any)]
    [InlineData("elderly", AgeGroup.Elderly, Sex.Any)]
    [InlineData("any", AgeGroup.Any, Sex.Any)]
    public void The_word_that_1_0_had_for_age_and_sex_is_read_as_both(string word, AgeGroup age, Sex sex) =>
        Of($$"""{"status":"civilian","demographic":"{{word}}","role":"nurses"}""")
            .Should().Be(new Victims { Status = CivilianStatus.Civilian, Age = age, Sex = sex, Role = "nurses" });

    [Theory]
    [InlineData("""{"demographic":"girls"}""", "Expected one of these: any, women, men, children, elderly.")]
    [InlineData("""{"demographic":null}""", "Expected one of these: any, women, men, children, elderly.")]
    [InlineData("""{"demographic":"women","sex":"female"}""",
        "Victims with an 'age' or a 'sex' have no 'demographic', which is the former word for both.")]
    [InlineData("""{"age":"adult","demographic":"women"}""",
        "Victims with an 'age' or a 'sex' have no 'demographic', which is the former word for both.")]
    public void It_has_no_new_members_and_stands_beside_neither_of_them(string victims, string reason)
    {
        Action read = () => Of(victims);
        DatasetFormatException error = read.Should().Throw<DatasetFormatException>().Which;
        error.Reason.Should().Be(reason);
        error.Pointer.Should().StartWith("/tallies/0/scope/victims");
    }

    [Fact]
    public void The_file_of_the_newest_version_has_every_member() =>
        DatasetJson.Read(File.ReadAllText(Path.Combine(Folder, DatasetJson.SchemaVersion + ".json"))).Should().Be(Everything.Dataset());

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("true")]
    [InlineData("[\"1.0\"]")]
    [InlineData("{\"1.0\":1}")]
    [InlineData("\"\"")]
    [InlineData("\"1\"")]
    [InlineData("\"1.\"")]
    [InlineData("\"1.0.0\"")]
    [InlineData("\" 1.0\"")]
    [InlineData("\"01.0\"")]
    [InlineData("\"1.00\"")]
    [InlineData("\"1.-0\"")]
    [InlineData("\"1.99999999999\"")]
    [InlineData("\"1.0\\n\"")]
    [InlineData("\"1.\\ud800\"")]
    [InlineData("\"١.٠\"")]
    public void What_is_not_a_version_is_refused(string version)
    {
        DatasetFormatException error = Refused($$"""{"schemaVersion":{{version}},"new":1}""");
        error.Reason.Should().Be("The schema version is a text like \"1.4\": a major and a minor number.");
        error.Line.Should().Be(1);
    }

    [Theory]
    [InlineData("1.5", "The file was written for schema 1.5; this library reads up to 1.4.")]
    [InlineData("1.10", "The file was written for schema 1.10; this library reads up to 1.4.")]
    [InlineData("2.0", "The file was written for schema 2.0; this library reads up to 1.4.")]
    [InlineData("0.9", "The file was written for schema 0.9; this library reads from 1.0.")]
    public void A_version_that_is_not_read_is_refused_by_name_wherever_it_stands(string version, string reason) =>
        Refused($$"""{"new":{"schemaVersion":null},"schemaVersion":"{{version}}"}""").Reason.Should().Be(reason);

    [Fact]
    public void Members_of_a_newer_minor_version_are_read_whatever_minor_version_the_file_says()
    {
        ConflictDataset dataset = DatasetJson.Read("""{"schemaVersion":"1.0","sources":[{"id":"s","name":"S","note":"in Britain"}]}""");
        dataset.Sources[0].Note.Should().Be("in Britain");
    }

    private static Victims Of(string victims) => DatasetJson.Read($$$$"""
        {"schemaVersion":"1.0","tallies":[{"id":"t","scope":{"victims":{{{{victims}}}}},"report":{"citation":{"source":"s"}}}]}
        """).Tallies[0].Scope.Victims!;

    // What an older version said in a way that the newest has another for.
    private static string InNewWords(string file) => Demographic().Replace(file, word => word.Groups[2].Value switch
    {
        "women" => $"{word.Groups[1]}\"age\": \"adult\",{word.Groups[1]}\"sex\": \"female\"",
        "men" => $"{word.Groups[1]}\"age\": \"adult\",{word.Groups[1]}\"sex\": \"male\"",
        "children" => $"{word.Groups[1]}\"age\": \"child\"",
        _ => $"{word.Groups[1]}\"age\": \"{word.Groups[2]}\"",
    });

    private static DatasetFormatException Refused(string json)
    {
        Action read = () => DatasetJson.Read(json);
        return read.Should().Throw<DatasetFormatException>().Which;
    }

    [GeneratedRegex("\"schemaVersion\": \"[^\"]*\"")]
    private static partial Regex Version();

    [GeneratedRegex("(\n *)\"demographic\": \"([a-z]+)\"")]
    private static partial Regex Demographic();
}
