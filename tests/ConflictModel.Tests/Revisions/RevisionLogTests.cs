using System.Text;
using System.Text.Json;
using ConflictModel.Aggregation;
using ConflictModel.Revisions;
using ConflictModel.Serialization;
using ConflictModel.Tests.Serialization;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Revisions;

/// <summary>A revision log as a document that others can read.</summary>
public class RevisionLogTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(RevisionLogJson.Schema).RootElement;

    private static readonly SchemaCheck Check = new(Schema);

    /// <summary>A log that says something in each of its members.</summary>
    internal static readonly RevisionLog Log = new()
    {
        Older = new() { Name = "23.1", Day = new(2023, 6, 1) },
        Newer = "24.1",
        Format = "ucdp-ged",
        Measure = Measure.Killed.Civilians,
        Keys = [GroupKey.Year, GroupKey.Dyad],
        Until = 2022,
        Records = new(Old: 4, Added: 1, Removed: 1, Revised: 1),
        Account =
        [
            new()
            {
                Group = [new(GroupKey.Year, "2018"), new(GroupKey.Dyad, "689")],
                Figure = RangeFigure.Best,
                Old = 100,
                Added = 5,
                Removed = 7,
                Revised = -3,
                MovedIn = 2,
                MovedOut = 1,
                New = 96,
            },
            new()
            {
                Group = [new(GroupKey.Year, "2019"), new(GroupKey.Dyad, "unknown")],
                Figure = RangeFigure.High,
                Old = null,
                Added = 6,
                Removed = 0,
                Revised = 0,
                MovedIn = 0,
                MovedOut = 0,
                New = 6,
                WithoutOld = 2,
            },
        ],
        Moves =
        [
            new()
            {
                Id = "313638",
                Steps = [new(GroupKey.Year, "2018", "2019"), new(GroupKey.Dyad, "14634", "14876")],
                Was = 6,
                Is = new(null, 12, 13),
            },
        ],
        Reattributions =
        [
            new()
            {
                Key = GroupKey.Dyad,
                From = ("689", "A - B"),
                To = ("15998", ""),
                Years = [new(2017, new(96, 96, 90), new(96, 96, 96)), new(2018, new(275, 378, 400), new(303, 378, 400))],
            },
        ],
        Revisions =
        [
            new() { Id = "1", Changes = [new() { Field = "best", Was = "1", Is = "2", Class = FieldClass.Figure }] },
        ],
        Renamings =
        [
            new() { Id = "2", Changes = [new() { Field = "side_b", Was = "", Is = "ب", Class = FieldClass.Renaming }] },
        ],
        Added = ["a"],
        Removed = ["r"],
        Deleted = [new() { Id = "r", Deleted = Instant.FromUtc(2024, 7, 3, 9, 46, 40) }],
        FieldsOfOld = ["old_id"],
        FieldsOfNew = ["new_id"],
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, Type> Entities => new()
    {
        { "line", typeof(RevisionLog.Entry) }, { "revision", typeof(Revision) }, { "change", typeof(FieldChange) },
        { "records", typeof(VintageComparison.Counts) }, { "move", typeof(RecordMove) },
        { "reattribution", typeof(Reattribution) }, { "year", typeof(Reattribution.Year) },
        { "lostAndGained", typeof(Reattribution.Change) }, { "tombstone", typeof(Tombstone) },
    };

    [Fact]
    public void What_was_written_is_read_back_the_same_and_written_again_to_the_byte()
    {
        string file = RevisionLogJson.Write(Log);
        RevisionLogJson.Read(file).Should().Be(Log);
        RevisionLogJson.Write(RevisionLogJson.Read(Encoding.UTF8.GetBytes(file))).Should().Be(file);
        using MemoryStream stream = new();
        RevisionLogJson.Write(Log, stream);
        stream.Position = 0;
        RevisionLogJson.Read(stream).Should().Be(Log);
    }

    [Fact]
    public void Any_serializer_writes_the_file_and_reads_it_as_strictly()
    {
        string file = JsonSerializer.Serialize(Log);
        JsonElement.DeepEquals(JsonDocument.Parse(file).RootElement, JsonDocument.Parse(RevisionLogJson.Write(Log)).RootElement)
            .Should().BeTrue();
        JsonSerializer.Deserialize<RevisionLog>(RevisionLogJson.Write(Log), JsonSerializerOptions.Web).Should().Be(Log);
        RevisionLogJson.Read(file).Should().Be(Log);
        string Refused(string was, string became) =>
            ((Action)(() => JsonSerializer.Deserialize<RevisionLog>(file.Replace(was, became, StringComparison.Ordinal))))
                .Should().Throw<JsonException>().Which.Message;
        Refused("\"kind\":\"revisionLog\",", "").Should().Be("Members are missing: 'kind'.");
        Refused("revisionLog", "log").Should().Be("The kind of a revision log is \"revisionLog\".");
        Refused("\"schemaVersion\":\"1.0\"", "\"schemaVersion\":\"9.0\"").Should().StartWith("The file was written for schema 9.0");
        Refused("\"old\":100", "\"old\":101").Should().StartWith("This line does not close");
        Refused("\"unchanged\":2", "\"unchanged\":3").Should().StartWith("These records don't add up");
        Refused("\"added\":[\"a\"]", "\"added\":[]").Should().StartWith("There are not as many records");
        Refused("\"best\":474", "\"best\":475").Should().StartWith("The years come to another best figure");
    }

    [Fact]
    public void What_its_file_can_not_hold_is_refused_by_its_place_and_not_written_as_something_else()
    {
        void Refused(RevisionLog log, string reason)
        {
            using MemoryStream stream = new();
            ((Action)(() => RevisionLogJson.Write(log, stream))).Should().Throw<ArgumentException>().WithMessage(reason);
            stream.Length.Should().Be(0);
            ((Action)(() => JsonSerializer.Serialize(log))).Should().Throw<ArgumentException>();
        }

        Refused(Log with { Moves = [Log.Moves[0] with { Is = new(1, 2, 3, "a few") }] }, "*At /moves/0/is: *without words*");
        Refused(Log with { Deleted = [Log.Deleted[0] with { Deleted = Instant.FromUnixTimeMilliseconds(1) }] },
            "*At /deleted/0/deleted: *");
        Refused(Log with { Added = ["\ud800"] }, "*At /added/0: *surrogate*");
        Refused(Log with { Account = [Log.Account[0] with { Group = [new(GroupKey.Year, "1"), new(GroupKey.Year, "2")] }] },
            "*At /account/0/group: *'year' twice*");
        Refused(Log with { Account = [Log.Account[0] with { Group = [default] }] }, "*At /account/0/group: There is no key.*");
    }

    [Theory]
    [InlineData("{\"low\":1,\"best\":2}", "*null where there is no figure*")]
    [InlineData("{\"low\":1,\"low\":1,\"best\":2,\"high\":3}", "*not another 'low'*")]
    [InlineData("{\"low\":1,\"best\":2,\"high\":3,\"wording\":\"x\"}", "*not another 'wording'*")]
    [InlineData("6", "Expected figures*")]
    [InlineData("null", "Null is not allowed here.")]
    public void The_figures_of_a_move_are_all_three_and_nothing_else(string figures, string reason)
    {
        const string move =
            """{"id":"1","from":{"year":"1"},"to":{"year":"2"},"is":{"low":null,"best":1,"high":null},"was":""";
        ((Action)(() => JsonSerializer.Deserialize<RecordMove>(move + figures + "}")))
            .Should().Throw<JsonException>().WithMessage(reason);
    }

    [Fact]
    public void The_value_of_a_key_alone_is_an_object_of_one_member()
    {
        JsonSerializer.Serialize(new RevisionLog.Value(GroupKey.Dyad, "689")).Should().Be("{\"dyad\":\"689\"}");
        ((Action)(() => JsonSerializer.Deserialize<RevisionLog.Value>("{\"dyad\":\"689\",\"year\":\"1\"}")))
            .Should().Throw<JsonException>();
        ((Action)(() => JsonSerializer.Deserialize<RevisionLog.Value>("{}"))).Should().Throw<JsonException>();
    }

    [Fact]
    public void What_is_said_to_be_deleted_is_among_the_removed_and_was_at_a_time()
    {
        string file = RevisionLogJson.Write(Log);
        file.Should().Contain("\"deleted\": \"2024-07-03T09:46:40Z\"");
        RevisionLogJson.Write(Log with { Deleted = [] }).Should().NotContain("deleted");
        Action kept = () => RevisionLogJson.Read(RevisionLogJson.Write(Log with { Deleted = [Log.Deleted[0] with { Id = "x" }] }));
        kept.Should().Throw<DatasetFormatException>().Which.Message.Should().Contain("'x'");
        Action timeless = () => RevisionLogJson.Read(file.Replace("2024-07-03T09:46:40Z", "2024-07-03", StringComparison.Ordinal));
        timeless.Should().Throw<DatasetFormatException>().Which.Pointer.ToString().Should().Contain("/deleted/0");
    }

    [Fact]
    public void It_begins_with_what_it_is_and_says_of_what()
    {
        string[] lines = RevisionLogJson.Write(Log).Split('\n');
        lines[..3].Should().Equal("{", "  \"kind\": \"revisionLog\",", "  \"schemaVersion\": \"1.0\",");
        JsonElement file = JsonDocument.Parse(RevisionLogJson.Write(Log)).RootElement;
        file.GetProperty("older").GetProperty("day").GetString().Should().Be("2023-06-01");
        (file.GetProperty("newer").GetString(), file.GetProperty("measure").GetString()).Should().Be(("24.1", "killed.civilians"));
        file.GetProperty("account")[0].TryGetProperty("withoutOld", out _).Should().BeFalse();
        file.GetProperty("account")[1].GetProperty("withoutNew").GetInt64().Should().Be(0);
    }

    [Fact]
    public void The_schema_names_the_members_that_are_written_and_read()
    {
        RecordMember[] members = Shapes.MembersOf(typeof(RevisionLog));
        Members(Schema).Should().Equal(members.Select(member => member.Name));
        Required(Schema).Should().Equal(members.Where(member => member.IsRequired).Select(member => member.Name));
        Schema.GetProperty("$id").GetString().Should().Be($"urn:conflictmodel:schema:revision-log:{RevisionLogJson.SchemaVersion}");
    }

    [Theory]
    [MemberData(nameof(Entities))]
    public void And_so_it_does_within_it(string definition, Type type)
    {
        RecordMember[] members = Shapes.MembersOf(type);
        JsonElement rule = Schema.GetProperty("$defs").GetProperty(definition);
        Members(rule).Should().Equal(members.Select(member => member.Name));
        Required(rule).Should().Equal(members.Where(member => member.IsRequired).Select(member => member.Name));
    }

    [Fact]
    public void The_schema_names_the_values_that_are_read_and_every_definition_is_tested_or_plain()
    {
        Names("key").Should().BeEquivalentTo(GroupKey.All.Select(key => key.Name));
        Names("fieldClass").Should().Equal(Enum.GetValues<FieldClass>().Select(JsonName.Of));
        Names("figureName").Should().Equal(Enum.GetValues<RangeFigure>().Select(JsonName.Of));
        string[] plain = ["count", "figure", "figures", "group", "number", "sum", "vintage", "key", "fieldClass", "figureName"];
        Schema.GetProperty("$defs").EnumerateObject().Select(one => one.Name).Except(plain)
            .Should().BeEquivalentTo(Entities.Select(row => row.Data.Item1));

        // A vintage is one thing in both documents.
        JsonElement vintage = JsonDocument.Parse(DatasetJson.Schema).RootElement.GetProperty("$defs").GetProperty("vintage");
        JsonElement.DeepEquals(Schema.GetProperty("$defs").GetProperty("vintage").GetProperty("anyOf"), vintage.GetProperty("anyOf"))
            .Should().BeTrue();
    }

    [Fact]
    public void Whatever_changed_between_whatever_vintages_satisfies_the_schema_and_is_read_back() => FakeVintage.Series(2).Sample(
        vintages =>
        {
            VintageComparison comparison = FakeVintage.Compare(vintages[0], vintages[1]);
            VintageAccount account = comparison.Account(Measure.Killed, Stop).By(GroupKey.Year, GroupKey.Dyad);
            var log = RevisionLog.Of(comparison, account, "1", "2", Stop);
            string file = RevisionLogJson.Write(log);
            Check.FirstError(JsonDocument.Parse(file).RootElement).Should().BeNull();
            RevisionLogJson.Read(file).Should().Be(log);
            log.Account.Should().HaveCount(account.Lines.Count * 3);
            log.Account.Where(entry => entry.Figure == RangeFigure.Best)
                .Select(entry => (string.Join(' ', entry.Group.Select(value => value.Text)), entry.New - entry.Old))
                .Should().Equal(account.Lines.Select(line =>
                    (string.Join(' ', line.Group), Sum(line.New) - Sum(line.Old))));
        },
        iter: 60);

    [Theory]
    [InlineData("\"kind\": \"revisionLog\",", "", 1, 1, "", "This is a data set, not a revision log: it has no member 'kind'.")]
    [InlineData("\"revisionLog\"", "\"log\"", 2, 11, "/kind", "The kind of a revision log is \"revisionLog\".")]
    [InlineData("\"schemaVersion\": \"1.0\"", "\"schemaVersion\": \"1.1\", \"new\": 1", 3, 20, "/schemaVersion",
        "The file was written for schema 1.1; this library reads up to 1.0.")]
    [InlineData("\"schemaVersion\": \"1.0\"", "\"schemaVersion\": \"2.0\"", 3, 20, "/schemaVersion",
        "The file was written for schema 2.0; this library reads up to 1.0.")]
    [InlineData("\"schemaVersion\": \"1.0\"", "\"schemaVersion\": 1.0", 3, 20, "/schemaVersion",
        "The schema version is a text like \"1.0\": a major and a minor number.")]
    [InlineData("\"format\": \"ucdp-ged\"", "\"format\": \"ucdp-ged\", \"more\": 1", 9, 25, "/more", "There is no member 'more' here.")]
    [InlineData("\"24.1\"", "24.1", 8, 12, "/newer", "Expected a vintage: a name, or an object with name and day.")]
    [InlineData("\"killed.civilians\"", "\"dead\"", 10, 14, "/measure", "Expected a measure such as killed or killed.civilians.")]
    [InlineData("\"until\": 2022", "\"until\": 2022.5", 15, 12, "/until", "Expected a whole number from -2147483648 to 2147483647.")]
    [InlineData("\"until\": 2022", "\"until\": \"2022\"", 15, 12, "/until", "Expected a whole number from -2147483648 to 2147483647.")]
    [InlineData("\"unchanged\": 2", "\"unchanged\": 3", 23, 3, "/records",
        "These records don't add up: old - removed - revised = unchanged, old - removed + added = new.")]
    [InlineData("\"old\": 100", "\"old\": 101", 38, 5, "/account/0",
        "This line does not close: old + added - removed + revised + movedIn - movedOut = new.")]
    [InlineData("\"old\": 100", "\"old\": 9223372036854775807", 38, 5, "/account/0",
        "This line does not close: old + added - removed + revised + movedIn - movedOut = new.")]
    [InlineData("\"old\": 100", "\"old\": 9223372036854775808", 31, 14, "/account/0/old",
        "Expected a whole number from -9223372036854775808 to 9223372036854775807.")]
    [InlineData("\"figure\": \"best\"", "\"figure\": \"mean\"", 30, 17, "/account/0/figure", "Expected one of these: best, low, high.")]
    [InlineData("\"dyad\": \"689\"", "\"enemy\": \"689\"", 28, 9, "/account/0/group/enemy", "Expected one of these keys: year,")]
    [InlineData("\"dyad\": \"689\"", "\"year\": \"689\"", 28, 9, "/account/0/group/year", "The key 'year' is given twice.")]
    [InlineData("\"dyad\": \"689\"", "\"dyad\": 689", 28, 17, "/account/0/group/dyad", "Expected a value: a string.")]
    [InlineData("\"id\": \"313638\"", "\"id\": null", 58, 13, "/moves/0/id", "Null is not allowed here.")]
    [InlineData("\"dyad\": \"14876\"", "\"actor\": \"14876\"", 77, 5, "/moves/0", "A move is from and to values of the same keys.")]
    [InlineData("\"low\": 6,", "\"low\": -6,", 68, 16, "/moves/0/was/low", "Expected figures from 0 to 1000000000000.")]
    [InlineData("\"best\": 474,", "\"best\": 475,", 121, 5, "/reattributions/0",
        "The years come to another best figure, or conserve others.")]
    [InlineData("\"gained\": 303", "\"gained\": 275", 121, 5, "/reattributions/0",
        "The years come to another best figure, or conserve others.")]
    [InlineData("\"class\": \"figure\"", "\"class\": \"figures\"", 131, 20, "/revisions/0/changes/0/class",
        "Expected one of these: other,")]
    [InlineData("\"id\": \"1\"", "\"id\": \"1\", \"isRenaming\": false", 125, 18, "/revisions/0/isRenaming",
        "There is no member 'isRenaming' here.")]
    [InlineData("\"a\"\n", "\"a\", \"b\"\n", 167, 1, "", "There are not as many records added, removed and revised as the log counts.")]
    [InlineData("\"a\"\n", "null\n", 150, 5, "/added/0", "A list must not contain null.")]
    [InlineData("    \"dyad\"\n", "    \"actor\"\n", 167, 1, "", "The groups of the account have other keys than these: year, actor.")]
    public void What_is_no_revision_log_or_none_that_can_be_true_is_refused_with_a_place(
        string was, string became, int line, int column, string pointer, string reason)
    {
        string file = RevisionLogJson.Write(Log);
        int at = file.IndexOf(was, StringComparison.Ordinal);
        at.Should().BeGreaterThan(0);
        Action read = () => RevisionLogJson.Read(file[..at] + became + file[(at + was.Length)..]);
        DatasetFormatException error = read.Should().Throw<DatasetFormatException>().Which;
        error.Reason.Should().StartWith(reason);
        (error.Pointer, error.Line, error.Column).Should().Be((pointer, line, column));
    }

    [Fact]
    public void A_log_is_no_data_set_and_a_data_set_is_no_log_whatever_their_versions()
    {
        DatasetFormatException Refused(Action read) => read.Should().Throw<DatasetFormatException>().Which;
        DatasetFormatException log = Refused(() => DatasetJson.Read(RevisionLogJson.Write(Log)));
        (log.Reason, log.Pointer, log.Line).Should().Be(("This is a revision log, not a data set.", "/kind", 2));
        Refused(() => DatasetJson.Read("""{"schemaVersion":"7.0","kind":"revisionLog"}""")).Reason
            .Should().Be("This is a revision log, not a data set.");
        Refused(() => RevisionLogJson.Read(Sample.Bytes)).Reason
            .Should().Be("This is a data set, not a revision log: it has no member 'kind'.");
        Refused(() => DatasetJson.Read("""{"schemaVersion":"1.0","kind":"other"}""")).Reason.Should().Be("There is no member 'kind' here.");
        Refused(() => RevisionLogJson.Read("{}")).Reason.Should().StartWith("Members are missing: 'kind', 'schemaVersion'");
        Refused(() => RevisionLogJson.Read("[]")).Reason.Should().Be("A revision log file holds one JSON object.");
    }

    [Fact]
    public void A_whole_number_may_be_written_with_a_fraction_of_zero() =>
        RevisionLogJson.Read(RevisionLogJson.Write(Log).Replace("\"old\": 100", "\"old\": 1.0e2", StringComparison.Ordinal)
            .Replace("\"until\": 2022", "\"until\": 2022.0", StringComparison.Ordinal)).Should().Be(Log);

    [Fact]
    public void Whatever_is_cut_off_or_changed_is_read_or_refused_and_never_throws_anything_else()
    {
        byte[] file = Encoding.UTF8.GetBytes(RevisionLogJson.Write(Log));
        Gen.Select(Gen.Int[0, file.Length - 1], Gen.Byte, Gen.Bool).Sample(
            (at, value, isCut) =>
            {
                byte[] bytes = isCut ? file[..at] : [.. file];
                if (!isCut)
                {
                    bytes[at] = value;
                }

                try
                {
                    RevisionLog read = RevisionLogJson.Read(bytes);
                    RevisionLogJson.Read(RevisionLogJson.Write(read)).Should().Be(read);
                    Check.FirstError(JsonDocument.Parse(bytes).RootElement).Should().BeNull();
                }
                catch (DatasetFormatException error)
                {
                    error.Line.Should().BeGreaterThan(0);
                }
            },
            iter: 3_000);
    }

    private static long? Sum(Sums sums) => sums.Incidents + sums.Continuing == 0 ? 0 : sums.Best;

    private static IEnumerable<string> Members(JsonElement definition) =>
        definition.GetProperty("properties").EnumerateObject().Select(member => member.Name);

    private static IEnumerable<string?> Required(JsonElement definition) =>
        definition.GetProperty("required").EnumerateArray().Select(member => member.GetString());

    private static IEnumerable<string?> Names(string definition) =>
        Schema.GetProperty("$defs").GetProperty(definition).GetProperty("oneOf").EnumerateArray()
            .Select(name => name.GetProperty("const").GetString());
}
