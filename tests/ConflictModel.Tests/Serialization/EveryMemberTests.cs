using System.Text.Json;
using ConflictModel.Serialization;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Serialization;

/// <summary>Each member of each record is known to whoever has to know it: a new one fails here until all do.</summary>
public class EveryMemberTests
{
    private static readonly ConflictDataset Dataset = Everything.Dataset();

    private static readonly JsonElement File = JsonDocument.Parse(DatasetJson.Write(Dataset)).RootElement;

    [Fact]
    public void The_file_format_keeps_it() => DatasetJson.Read(DatasetJson.Write(Dataset)).Should().Be(Dataset);

    [Fact]
    public void The_schema_knows_it() =>
        new SchemaCheck(JsonDocument.Parse(DatasetJson.Schema).RootElement).FirstError(File).Should().BeNull();

    [Fact]
    public void The_loss_report_knows_it()
    {
        Incident incident = Dataset.Incidents[0];
        var all = RecordFields.Lost(incident, null).Select(lost => lost.Field.ToString()).ToHashSet();
        foreach ((string pointer, ConflictDataset altered) in Alteration.Of(new() { Incidents = [incident] }))
        {
            IReadOnlyList<(JsonPointer Field, string Was, string? Became)> lost = RecordFields.Lost(incident, altered.Incidents[0]);
            lost.Should().ContainSingle($"{pointer} was changed");
            all.Should().Contain(lost[0].Field.ToString());
            pointer["/incidents/0".Length..].Should().StartWith(lost[0].Field.ToString());
        }
    }

    [Fact]
    public void The_reference_check_knows_it_where_it_is_the_id_of_another_record()
    {
        IEnumerable<string> dangling = Dataset.Validate()
            .Where(finding => finding.Code is FindingCodes.DanglingReference or FindingCodes.DanglingFigure)
            .Select(finding => finding.Pointer.ToString());

        // A reference to a figure dangles as a whole.
        dangling.Should().BeEquivalentTo(
            Ids(File, "").Select(id => id.Contains("/figures/", StringComparison.Ordinal) ? id[..id.LastIndexOf('/')] : id));
    }

    // An id of another record stands where the schema says "id" under any other name than id.
    private static IEnumerable<string> Ids(JsonElement value, string at) => value.ValueKind switch
    {
        JsonValueKind.Object =>
            value.EnumerateObject().Where(member => member.Name is not "id").SelectMany(member => Ids(member.Value, $"{at}/{member.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Ids(item, $"{at}/{i}")),
        JsonValueKind.String when value.GetString()!.StartsWith("id-", StringComparison.Ordinal) => [at],
        _ => [],
    };
}
