using System.Text.Json;
using ConflictModel.Serialization;
using ConflictModel.Validation;

namespace ConflictModel.Tool.Tests;

/// <summary>Lists of people in and out by the command; everybody is made up. Who is withheld leaves by nothing.</summary>
public sealed class PeopleListTests : IDisposable
{
    private const string Mapping = """
        {
          "source": { "id": "list-a", "name": "A monitor's list", "kind": "monitor" },
          "harm": "killed",
          "columns": [
            { "column": "no", "is": "id" },
            { "column": "name", "is": "name" },
            { "column": "sex", "is": "sex" },
            { "column": "age", "is": "age" },
            { "column": "date", "is": "date" },
            { "column": "where", "is": "governorate" },
            { "column": "unit", "is": "memberOf" },
            { "column": "by", "is": "source" },
            { "column": "publish", "is": "publication" }
          ]
        }
        """;

    private const string List = "no,name,sex,age,date,where,unit,by,publish,remarks\n"
        + "1,Blip Bloop,F,about 30,2024-07-03,North,The Blue,A paper,,seen by two\n"
        + "2,Zorkmadeup Zork,M,1994,2024-07-03,Zorkplace,Zorkunit,Zork's brother,withheld,Zorkremark\n"
        + "3,Zorkmadeup Zork,H,7,2024-07-04,North,The Blue,A paper,nameWithheld,Zorkremark\n";

    private readonly string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_list_becomes_a_data_set_file_without_who_is_withheld()
    {
        (string list, string mapping) = (Write("people.csv", List), Write("mapping.json", Mapping));
        string json = Path.Combine(folder, "out.json");
        ToolResult result = Tool.Run("convert", list, json, "--to", "json", "--people", mapping);
        (result.ExitCode, result.Output, result.Error).Should().Be((0, "",
            $"{list}: 3 read, 3 kept, 0 set aside\n"
            + $"{list}: In the column 'sex' a word is not understood on 1 row, first on line 4.\n"
            + $"{list}: 2 records of people are written without what is withheld; --with-withheld writes all of it.\n"));
        string written = File.ReadAllText(json);
        written.Should().Contain("Blip Bloop").And.Contain("seen by two").And.NotContain("Zork");
        ConflictDataset dataset = DatasetJson.Read(written);
        dataset.People.Select(person => (person.Id.Value, person.Sex, person.Place?.Regions[0].Value, person.MemberOf?.Value)).Should()
            .Equal(
                ("list-a:1", Sex.Female, "list-a-adm1:North", "list-a-actor:The_Blue"),
                ("withheld-1", Sex.Male, null, null),
                ("withheld-2", Sex.Any, "list-a-adm1:North", "list-a-actor:The_Blue"));
        dataset.Validate().Select(finding => finding.Code).Should().NotContain(FindingCodes.DanglingReference);
    }

    [Fact]
    public void A_word_that_is_not_understood_is_among_what_validation_finds_and_quoted_nowhere()
    {
        (string list, string mapping) = (Write("people.csv", List), Write("mapping.json", Mapping));
        ToolResult json = Tool.Run("validate", list, "--people", mapping, "--format", "json");
        json.Error.Should().Be($"{list}: 3 read, 3 kept, 0 set aside\n");
        JsonElement found = JsonDocument.Parse(json.Output).RootElement.GetProperty("findings")[0];
        (found.GetProperty("code").GetString(), found.GetProperty("severity").GetString(), found.GetProperty("pointer").GetString())
            .Should().Be(("unread-word", "warning", "/people"));
        found.GetProperty("message").GetString().Should().Be("In the column 'sex' a word is not understood on 1 row, first on line 4.");
        found.GetProperty("numbers").EnumerateArray().Select(number => number.GetInt64()).Should().Equal(1, 4);
        Tool.Run("validate", list, "--people", mapping).Output.Should().StartWith("warning unread-word at /people: In the column 'sex'");
    }

    [Fact]
    public void With_withheld_it_goes_to_json_and_back_cell_by_cell()
    {
        (string list, string mapping) = (Write("people.csv", List), Write("mapping.json", Mapping));
        string json = Path.Combine(folder, "out.json");
        Tool.Run("convert", list, json, "--to", "json", "--people", mapping, "--with-withheld").ExitCode.Should().Be(0);
        ToolResult back = Tool.Run("convert", json, "-", "--to", "people", "--people", mapping, "--with-withheld");
        (back.ExitCode, back.Output, back.Error).Should().Be((0, List, ""));
    }

    [Fact]
    public void A_row_of_tags_stays_under_the_columns_by_way_of_a_data_set_file_too()
    {
        string text = List.Replace("remarks\n", "remarks\n#id,#name,#sex,#age,#date,#adm1,,#meta,,\n", StringComparison.Ordinal);
        (string list, string mapping) = (Write("people.csv", text), Write("mapping.json", Mapping));
        string json = Path.Combine(folder, "out.json");
        Tool.Run("convert", list, json, "--to", "json", "--people", mapping, "--with-withheld").ExitCode.Should().Be(0);
        Tool.Run("convert", json, "-", "--to", "people", "--people", mapping, "--with-withheld").Output.Should().Be(text);
        Tool.Run("convert", list, "-", "--to", "people", "--people", mapping, "--with-withheld").Output.Should().Be(text);
    }

    [Fact]
    public void Names_that_only_withheld_rows_gave_leave_by_no_road_from_a_data_set_file_either()
    {
        (string list, string mapping) = (Write("people.csv", List), Write("mapping.json", Mapping));
        string json = Path.Combine(folder, "whole.json");
        Tool.Run("convert", list, json, "--to", "json", "--people", mapping, "--with-withheld").ExitCode.Should().Be(0);
        ConflictDataset whole = DatasetJson.Read(File.ReadAllText(json));
        string empty = Write("empty.json", DatasetJson.Write(new()));
        foreach (string[] command in (string[][])[
            ["convert", json, "-", "--to", "json"], ["convert", json, "-", "--to", "json", "--people", mapping],
            ["convert", json, "-", "--to", "people", "--people", mapping], ["report", json], ["report", json, "--format", "json"],
            ["report", json, "--names"], ["validate", json], ["diff", json, list],
            ["diff", json, empty], ["diff", empty, json, "--format", "json"], ["diff", json, json]])
        {
            ToolResult result = Tool.Run(command);
            Silent(result.Output + result.Error, string.Join(' ', command));
        }

        // What other records name is told by them.
        RegionId place = whole.Regions.Single(region => region.Id.Value.Contains("Zork", StringComparison.Ordinal)).Id;
        ConflictDataset other = whole with
        {
            Tallies =
            [
                new()
                {
                    Id = TallyId.From("t"), Scope = new() { Regions = [place] }, Report = new() { Citation = SourceId.From("list-a") },
                },
            ],
        };
        string file = Write("other.json", DatasetJson.Write(other));
        ConflictDataset published = DatasetJson.Read(Tool.Run("convert", file, "-", "--to", "json").Output);
        published.Regions.Should().Contain(region => region.Id == place);
        published.Validate().Select(finding => finding.Code).Should().NotContain(FindingCodes.DanglingReference);
    }

    [Fact]
    public void A_comparison_of_two_data_sets_tells_their_people_as_far_as_they_may_be_told()
    {
        string older = Write("older.json", DatasetJson.Write(new()));
        Person zork = new() { Id = PersonId.From("zork"), Harm = Harm.Killed };
        string newer = Write("newer.json", DatasetJson.Write(new() { People = [zork] }));
        ToolResult result = Tool.Run("diff", older, newer);
        (result.ExitCode, result.Error).Should().Be((1, ""));
        result.Output.Should().Contain("Added:\n  people/zork\n");
        string secret = Write("secret.json", DatasetJson.Write(new() { People = [zork with { Publication = Publication.NameWithheld }] }));
        foreach (string[] pair in (string[][])[[older, secret], [secret, older], [newer, secret]])
        {
            result = Tool.Run(["diff", .. pair]);
            (result.ExitCode, result.Error).Should().Be((1, ""));
            result.Output.Should().Contain("people/withheld").And.NotContain("zork");
        }

        Tool.Run("diff", secret, secret).ExitCode.Should().Be(0);
    }

    [Fact]
    public void What_a_list_cannot_hold_is_told()
    {
        string mapping = Write("mapping.json", Mapping);
        string data = Write("data.json", DatasetJson.Write(new()
        {
            Tallies = [new() { Id = TallyId.From("t"), Scope = new(), Report = new() { Citation = SourceId.From("s") } }],
            People = [new() { Id = PersonId.From("list-a:1"), Harm = Harm.Killed, Fate = Fate.Dead }],
        }));
        string losses = Path.Combine(folder, "losses.json");
        ToolResult result = Tool.Run("convert", data, "-", "--to", "people", "--people", mapping, "--loss", losses);
        (result.ExitCode, result.Output, result.Error).Should().Be((0, "no,name,sex,age,date,where,unit,by,publish\n1,,,,,,,,\n",
            $"{data}: the list can't hold 1 value of 1 field as they are:\n  /people/*/fate: 1 dropped\n"
            + $"{data}: a list holds people only, without the 1 tally of the data set.\n"));
        File.ReadAllText(losses).Should().Contain("\"person\": \"list-a:1\"").And.Contain("\"was\": \"dead\"");
    }

    [Fact]
    public void No_byte_of_a_withheld_name_leaves_by_list_rejects_messages_or_losses()
    {
        string mapping = Write("mapping.json", Mapping);
        string[] lists =
        [
            List,
            List + "Zorkid\n",
            List + "4,Zork,Zork,Zork,Zork,Zork,Zork,Zork,Zork,Zork\n",
            List + "2,Zork,M,,,,,,withheld,\n",
            List + "Zork Zork,Zork,M,,03/07/2024,,,,withheld,\n",
            List + "5,\"Zork\"Zork,M,,,,,,withheld,\n",
            "Zork,Zork,M,30,2024-07-03,,,,withheld,x\n",
            "no,name,sex,age,date,where,unit,by,publish,Zork,Zork\n",
            List.Replace(',', ';').Replace("2;Zork", "\"Zork\n\";Zork", StringComparison.Ordinal),
        ];
        foreach (string text in lists)
        {
            string list = Write("people.csv", text);
            string[][] commands =
            [
                ["convert", list, Path.Combine(folder, "a.out"), "--to", "json"],
                ["convert", list, Path.Combine(folder, "c.out"), "--to", "people", "--loss", Path.Combine(folder, "c.loss"),
                    "--rejects", Path.Combine(folder, "c.rejects")],
                ["convert", list, "-", "--to", "json", "--rejects", Path.Combine(folder, "d.rejects"), "--repeated", "newest"],
                ["validate", list], ["validate", list, "--format", "json", "--rejects", Path.Combine(folder, "e.rejects")],
            ];
            foreach (string[] command in commands)
            {
                ToolResult result = Tool.Run([.. command, "--people", mapping]);
                result.ExitCode.Should().BeOneOf(0, 1, 2);
                Silent(result.Output, string.Join(' ', command));
                Silent(result.Error, string.Join(' ', command));
            }

            foreach (string path in Directory.EnumerateFiles(folder).Where(path => path != list))
            {
                Silent(File.ReadAllText(path), path);
            }
        }

        Directory.EnumerateFiles(folder, "*.rejects").Should().HaveCount(3);
    }

    [Fact]
    public void Rows_that_are_set_aside_stand_in_the_file_only_where_all_is_written()
    {
        (string list, string mapping) = (Write("people.csv", List + "Zorkid\n"), Write("mapping.json", Mapping));
        string rejects = Path.Combine(folder, "rejects.csv");
        string[] command = ["convert", list, Path.Combine(folder, "out"), "--to", "json", "--people", mapping, "--rejects", rejects];
        Tool.Run(command).ExitCode.Should().Be(0);
        File.ReadAllText(rejects).Should().Contain("5,1,columnCount,name,The row has 1 cell and the header 10.,,").And.NotContain("Zork");
        Tool.Run([.. command, "--with-withheld"]).ExitCode.Should().Be(0);
        File.ReadAllText(rejects).Should().Contain("Zorkid");
    }

    [Fact]
    public void Validate_looks_at_a_list_and_quotes_nobody()
    {
        (string list, string mapping) = (Write("people.csv", List), Write("mapping.json", Mapping));
        ToolResult result = Tool.Run("validate", list, "--people", mapping);
        result.Output.Should().Contain("impossible-age at /people/1/age").And.NotContain("Zork").And.NotContain("Blip");
    }

    [Theory]
    [InlineData("--to people: --people MAPPING says what the columns of the list are.", "convert", "people.csv", "-", "--to", "people")]
    [InlineData("--people: GeoJSON holds no people; a list becomes a data set file (--to json) or a list.",
        "convert", "people.csv", "-", "--to", "geojson", "--people", "mapping.json")]
    [InlineData("--from names a format, and --people says what the columns of a list are: one of them.",
        "convert", "people.csv", "-", "--to", "json", "--from", "acled", "--people", "mapping.json")]
    [InlineData("nowhere.json: there is no such file.", "validate", "people.csv", "--people", "nowhere.json")]
    [InlineData("--separator: people.json is a data set file, to which this does not apply.",
        "convert", "people.json", "-", "--to", "people", "--people", "mapping.json", "--separator", ";")]
    [InlineData("people.csv: line 1, column 2: This is not JSON.", "validate", "people.csv", "--people", "people.csv")]
    public void What_cannot_be_asked_for_is_refused_in_one_line(string message, params string[] command)
    {
        Write("people.csv", List);
        Write("people.json", """{"schemaVersion":"1.4"}""");
        Write("mapping.json", Mapping);
        string In(string name) => name.Contains('.', StringComparison.Ordinal) ? Path.Combine(folder, name) : name;
        ToolResult result = Tool.Run([.. command.Select(In)]);
        (result.ExitCode, result.Error.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))
            .Should().Be((2, $"conflictmodel: {message}\n"));
    }

    private static void Silent(string said, string what) =>
        said.Contains("Zork", StringComparison.OrdinalIgnoreCase).Should().BeFalse($"of {what} came: {said}");

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
