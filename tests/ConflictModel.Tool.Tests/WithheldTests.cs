using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConflictModel.Arithmetic;
using ConflictModel.Interchange;
using ConflictModel.Matching;
using ConflictModel.Reconciliation;
using ConflictModel.Revisions;
using ConflictModel.Serialization;
using ConflictModel.Tests.Serialization;
using ConflictModel.Time;
using ConflictModel.Validation;

namespace ConflictModel.Tool.Tests;

/// <summary>Withheld means withheld: nothing that a withheld record says in words leaves by any output, message or file.</summary>
public sealed class WithheldTests : IDisposable
{
    // A made-up name in three scripts, which stands wherever the record of a person holds a text or an id.
    private static readonly string[] Marks = ["Zorkmadeup", "زوركمختلق", "Зоркмадеап"];

    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public static TheoryData<Publication> Levels => [Publication.NameWithheld, Publication.Withheld];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_marks_stand_in_every_text_and_id_of_the_record()
    {
        JsonObject person = Marked(Publication.Withheld);
        Texts(person).Where(text => !Marks.Any(mark => text.Contains(mark, StringComparison.Ordinal)))
            .Should().OnlyContain(text => IsName(text) || IsDate(text));
        Texts(person).Should().HaveCountGreaterThan(25);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void No_byte_of_a_withheld_name_leaves_by_any_command(Publication level)
    {
        string file = Write("people.json", File(level, others: true)), older = Write("older.json", File(Publication.Public));
        string mapping = Write("mapping.json", JsonNode.Parse(WholeMapping())!);
        string[] inputs = [file, older, mapping];
        string[] formats = [.. EventFormats.All.Where(format => format.IsWritten).Select(format => format.Name), "json"];
        string[][] commands =
        [
            ["report", file], ["report", file, "--names"], ["report", file, "--format", "json"],
            ["report", file, "--format", "json", "--names"], ["report", file, "--lang", "en"],
            ["report", file, "--format", "html", "--lang", "ar"],
            ["validate", file], ["validate", file, "--format", "json"],
            ["aggregate", file, "--by", "kind"], ["aggregate", file, "--by", "kind,source", "--names", "--format", "json"],
            .. formats.Select(format => (string[])["convert", file, Path.Combine(folder, $"to.{format}"), "--to", format,
                "--loss", Path.Combine(folder, $"loss.{format}.json")]),
            ["convert", file, "-", "--to", "json"],
            ["convert", file, Path.Combine(folder, "to.people"), "--to", "people", "--people", mapping,
                "--loss", Path.Combine(folder, "loss.people.json")],
            ["convert", file, "-", "--to", "people", "--people", mapping], ["convert", file, "-", "--to", "json", "--people", mapping],
            .. from format in (string[])["table", "csv", "json"]
               from pair in (string[][])[[file, older], [older, file], [file, file]]
               select (string[])["diff", .. pair, "--format", format],
        ];
        foreach (string[] command in commands)
        {
            ToolResult result = Tool.Run(command);
            string said = string.Join(' ', command);
            result.ExitCode.Should().BeOneOf([0, 1], said + result.Error);
            Silent(said, result.Output, result.Error);
        }

        string[] written = [.. Directory.EnumerateFiles(folder).Except(inputs)];
        Silent("files", [.. written.Select(System.IO.File.ReadAllText)]);
        written.Should().HaveCount(2 * (formats.Length + 1));
        Tool.Run("validate", file).Output.Should().Contain(FindingCodes.ListExceedsCount).And.Contain(FindingCodes.TiedToItself)
            .And.Contain(FindingCodes.HarmsExclude).And.Contain(FindingCodes.AlreadyDecided).And.Contain(FindingCodes.DanglingReference);
    }

    [Theory]
    [MemberData(nameof(Levels))]
    public void No_text_of_a_count_a_proposal_an_overlap_or_a_comparison_tells_it(Publication level)
    {
        ConflictDataset dataset = DatasetJson.Read(File(level, others: true).ToJsonString());
        PersonProposals found = dataset.People.ProposeSame(dataset);
        found.Same.Should().NotBeEmpty();
        var list = SourceId.From("s");
        ListedToll toll = dataset.People.ToToll(dataset, Harm.Killed, [.. PersonKey.Sdg1612, PersonKey.AgeAndSex,
            PersonKey.Period(BucketScheme.Month), PersonKey.Region(RegionKind.Governorate)]);
        ConflictDataset older = dataset with { People = [.. dataset.People.Skip(1)] };
        VintageComparison compared = Vintages.Compare(older, dataset, cancellationToken: TestContext.Current.CancellationToken);
        Silent("the library", [
            found.ToString(), .. found.Same.Select(pair => pair.ToString()), .. found.SharedIds.Select(id => id.ToString()),
            toll.ToString(), .. toll.Toll.Derive().Figures.Select(figure => figure.ToString()),
            new DistinctPeople(dataset.People).Overlap(dataset.People, list).ToString(),
            .. dataset.Validate().Select(finding => finding.ToString()), dataset.People[0].ToString(),
            $"{compared.Records}", .. compared.Added, .. compared.Removed, .. compared.Revised.Select(one => one.ToString()),
        ]);
    }

    [Fact]
    public void No_error_of_reading_tells_it()
    {
        string text = File(Publication.Withheld).ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        string[] broken =
        [
            text[..(text.IndexOf(Marks[1], StringComparison.Ordinal) + 3)],
            text[..(text.LastIndexOf(Marks[0], StringComparison.Ordinal) + Marks[0].Length)],
            text.Replace("\"harm\"", "\"Zorkmadeup\"", StringComparison.Ordinal),
            text.Replace("\"harm\":\"", "\"harm\":\"Zorkmadeup", StringComparison.Ordinal),
            text.Replace("\"born\":{\"date\":\"", "\"born\":{\"date\":\"Zorkmadeup O'زوركمختلق ", StringComparison.Ordinal),
            text.Replace("\"id\":\"Zork", "\"id\":\"Zorkmadeup Zork", StringComparison.Ordinal),
            text.Replace("\"note\":", "\"note\":Zorkmadeup", StringComparison.Ordinal),
            text.Replace("\"note\":", "\"note\":\"Zorkmadeup\",\"note\":", StringComparison.Ordinal),
        ];
        broken.Should().OnlyHaveUniqueItems().And.NotContain(text);
        foreach (string wrong in broken)
        {
            string file = Path.Combine(folder, "broken.json");
            System.IO.File.WriteAllText(file, wrong);
            ToolResult result = Tool.Run("validate", file);
            result.ExitCode.Should().Be(2);
            Silent(result.Error, result.Output, result.Error);
        }
    }

    [Fact]
    public void All_of_it_is_written_where_that_is_asked_for()
    {
        JsonNode whole = File(Publication.Withheld);
        string file = Write("people.json", whole);
        ToolResult result = Tool.Run("convert", file, "-", "--to", "json", "--with-withheld");
        result.Error.Should().BeEmpty();
        DatasetJson.Read(result.Output).Should().Be(DatasetJson.Read(System.IO.File.ReadAllText(file)));

        Tool.Run("convert", file, "-", "--to", "json").Error
            .Should().Be($"{file}: 1 record of a person is written without what is withheld; --with-withheld writes all of it.\n");
        ToolResult other = Tool.Run("convert", file, "-", "--to", "geojson", "--with-withheld");
        (other.ExitCode, other.Error).Should().Be(
            (2, "conflictmodel: --with-withheld: only a data set file (--to json, --to ndjson) and a list (--to people) hold people.\n"));
    }

    [Fact]
    public void Who_may_be_named_is_named_only_where_names_are_asked_for()
    {
        string file = Write("people.json", File(Publication.Public));
        Tool.Run("report", file).Output.Should().NotContain(Marks[0]).And.Contain("killed: 1 person in 1 record");
        Tool.Run("report", file, "--format", "json").Output.Should().NotContain(Marks[0]);
        Tool.Run("report", file, "--names").Output.Should().Contain(Marks[0]);
        Tool.Run("report", file, "--names", "--format", "json").Output.Should().Contain(Marks[0]);
        Tool.Run("convert", file, "-", "--to", "geojson", "--loss", Path.Combine(folder, "loss.json")).Error
            .Should().Be($"{file}: GeoJSON holds incidents only, without the 1 person of the data set.\n");
        System.IO.File.ReadAllText(Path.Combine(folder, "loss.json"))
            .Should().Contain("\"person\": \"Zork").And.Contain("\"field\": \"/people/*/names/*/text\"");
    }

    /// <summary>A file of one incident and one person; the incident is in order.</summary>
    /// <param name="level">How much of the person may be told.</param>
    /// <param name="others">
    /// Whether there are more records: another of the same person, one of whom nobody has decided, and a child, who may be named.
    /// </param>
    private static JsonObject File(Publication level, bool others = false)
    {
        ConflictDataset dataset = new()
        {
            Sources = [new() { Id = SourceId.From("s"), Name = "S" }],
            Incidents =
            [
                new()
                {
                    Id = IncidentId.From("i"),
                    Kind = IncidentKind.AirStrike,
                    Date = new(UncertainDate.Parse("2024-07-03")),
                    Reports = [new() { Citation = SourceId.From("s"), Casualties = new() { Killed = Toll.Of(0) } }],
                },
            ],
        };
        JsonObject file = JsonNode.Parse(DatasetJson.Write(dataset))!.AsObject();
        file["people"] = new JsonArray(Marked(level));
        if (others)
        {
            AddOthers(file["people"]!.AsArray());
        }

        return file;
    }

    // A public record that is, or may be, of a withheld person is withheld with it; a public child bears the father's name.
    private static void AddOthers(JsonArray people)
    {
        JsonNode first = people[0]!;
        string id = first["id"]!.GetValue<string>();
        JsonNode Like(string with)
        {
            JsonNode other = first.DeepClone();
            other["id"] = $"Zorkmadeup-{Marks[1]}-{with}";
            other["publication"] = "public";
            (other["sameAs"], other["mayBeSameAs"]) = (new JsonArray(), new JsonArray());
            other["citations"] = new JsonArray(new JsonObject { ["source"] = "s" });
            people.Add(other);
            return other;
        }

        JsonNode same = Like("same"), maybe = Like("maybe");
        (same["harm"], same["fate"], same["sameAs"], same["mayBeSameAs"]) =
            ("missing", "unclarified", new JsonArray(id), new JsonArray(id));
        same["ties"] = new JsonArray(new JsonObject { ["person"] = id, ["kind"] = "sibling" });
        maybe["mayBeSameAs"] = new JsonArray(id);
        people.Add(new JsonObject
        {
            ["id"] = "child",
            ["harm"] = "killed",
            ["incident"] = "i",
            ["names"] = new JsonArray(
                new JsonObject { ["text"] = "Blip" }, new JsonObject { ["text"] = Marks[0], ["kind"] = "father" },
                new JsonObject { ["text"] = Marks[1], ["kind"] = "mother" }),
            ["ties"] = new JsonArray(new JsonObject { ["person"] = id, ["kind"] = "parent" }),
            ["citations"] = new JsonArray(new JsonObject { ["source"] = "s" }),
        });
    }

    /// <summary>A mapping with a column for every field; that of external ids has the scheme of the record.</summary>
    private static string WholeMapping() => new JsonObject
    {
        ["source"] = new JsonObject { ["id"] = "s", ["name"] = "S", ["kind"] = "monitor" },
        ["columns"] = new JsonArray([.. Enum.GetValues<PersonField>().Select(field => new JsonObject
        {
            ["column"] = JsonName.Of(field),
            ["is"] = JsonName.Of(field),
            ["scheme"] = field == PersonField.ExternalId ? "theirs" : null,
        }).Select(column =>
        {
            if (column["scheme"] is null)
            {
                column.Remove("scheme");
            }

            return column;
        })]),
    }.ToJsonString();

    private static JsonObject Marked(Publication level)
    {
        JsonObject person = JsonNode.Parse(DatasetJson.Write(new() { People = Everything.Dataset().People }))!["people"]![0]!.AsObject();
        int n = 0;
        foreach (JsonValue leaf in Leaves(person).ToArray())
        {
            if (leaf.GetValueKind() == JsonValueKind.String && leaf.GetValue<string>() is var text && !IsName(text) && !IsDate(text))
            {
                string mark = Marks[n++ % Marks.Length];
                leaf.ReplaceWith(text.StartsWith("id-", StringComparison.Ordinal) ? $"Zorkmadeup-{mark}-{n}" : $"{mark} {mark} {n}");
            }
        }

        person["extensions"] = new JsonObject { ["Zorkmadeup"] = Marks[1] };
        person["incident"] = "i";
        person["harm"] = "killed";
        person["publication"] = JsonName.Of(level);
        return person.DeepClone().AsObject();
    }

    private static IEnumerable<JsonValue> Leaves(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value!)),
        JsonArray items => items.SelectMany(item => Leaves(item!)),
        _ => [(JsonValue)node],
    };

    private static IEnumerable<string> Texts(JsonNode node) =>
        Leaves(node).Where(leaf => leaf.GetValueKind() == JsonValueKind.String).Select(leaf => leaf.GetValue<string>());

    private static bool IsDate(string text) => UncertainDate.TryParse(text, out _);

    private static bool IsName(string text) => text == "i" || typeof(Person).Assembly.GetExportedTypes()
        .Where(type => type.IsEnum).SelectMany(Enum.GetNames).Select(JsonNamingPolicy.CamelCase.ConvertName).Contains(text);

    // As it stands, escaped as JSON does it, and as an address does it; half of a name is a name still.
    private static void Silent(string where, params string[] outputs)
    {
        foreach (string mark in Marks)
        {
            string piece = mark[..(mark.Length / 2)];
            foreach (string form in (string[])[piece, JsonEncodedText.Encode(piece).ToString(), Uri.EscapeDataString(piece)])
            {
                foreach (string output in outputs)
                {
                    output.Contains(form, StringComparison.OrdinalIgnoreCase).Should().BeFalse($"{form} stands in what came of {where}");
                }
            }
        }
    }

    private string Write(string name, JsonNode file)
    {
        string path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, file.ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        return path;
    }
}
