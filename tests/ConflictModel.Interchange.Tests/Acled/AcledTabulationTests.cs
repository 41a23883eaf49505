using System.Text;
using ConflictModel.Aggregation;
using static ConflictModel.Interchange.Tests.AcledSamples;

namespace ConflictModel.Interchange.Tests.Acled;

public class AcledTabulationTests
{
    private static readonly string[] Rows =
    [
        Row(),
        Row(("event_id_cnty", "SYR2"), ("fatalities", "300"), ("time_precision", "2"), ("event_date", "2024-07-01")),
        Row(("event_id_cnty", "SYR3"), ("fatalities", ""), ("admin3", ""), ("actor2", ""), ("assoc_actor_2", ""), ("inter2", "")),
        Row(("event_id_cnty", "SYR4"), ("fatalities", "0"),
            ("event_type", "Riots"), ("sub_event_type", "Mob violence"), ("event_date", "03 July 2023")),
    ];

    private static ReadCounts Append(IncidentTableBuilder builder, Stream file, ReadOptions? options = null)
    {
        using var reader = IncidentReader.Open(file, options);
        return reader.AppendTo(builder);
    }

    [Fact]
    public void A_table_of_rows_and_one_of_incidents_give_the_same_answers()
    {
        IncidentTableBuilder builder = new();
        Append(builder, Stream(Rows)).Should().Be(new ReadCounts(4, 0));
        IncidentTable direct = builder.ToTable();
        using var reader = IncidentReader.Open(Stream(Rows));
        ConflictDataset dataset = reader.ReadDataset();
        IncidentTable made = dataset.ToTable();

        foreach (GroupKey key in (GroupKey[])[GroupKey.Month, GroupKey.Region,
            GroupKey.RegionAt(RegionKind.District), GroupKey.Kind, GroupKey.Source, GroupKey.FirstSide, GroupKey.SecondSide])
        {
            Aggregate answer = direct.Query().GroupBy(key).Sum(Measure.Killed).Run();
            answer.ToJson().Should().Be(made.Query().GroupBy(key).Sum(Measure.Killed).Run().ToJson());
            answer.Total.Of(Measure.Killed).Should().Be(new Sums(4, 0, 303, 0, 4, 1, 4));
        }
    }

    [Fact]
    public void A_row_with_an_unknown_code_is_malformed_and_one_without_a_date_is_of_unknown_time()
    {
        IncidentTableBuilder builder = new();
        ReadCounts counts = Append(
            builder,
            Stream(
                Row(("event_id_cnty", "SYR2"), ("event_date", "")),
                Row(("event_type", "Feasts")),
                Row(("geo_precision", "9")),
                Row(("fatalities", "x")),
                Row()),
            new() { SetAsideMalformed = true });
        (counts, builder.Rows).Should().Be((new ReadCounts(2, 3), 2));
    }

    [Theory]
    [InlineData(true, "The id is missing: 'event_id_cnty' is empty.")]
    [InlineData(false, "The id is missing: there is no column 'event_id_cnty'.")]
    public void Rows_without_ids_are_summed_and_only_an_incident_needs_one(bool hasColumn, string reason)
    {
        string rows = File(Row(("event_id_cnty", "")), Row(("event_id_cnty", ""), ("fatalities", "5")));
        byte[] file = Encoding.UTF8.GetBytes(
            hasColumn ? rows : rows.Replace("event_id_cnty,", "", StringComparison.Ordinal).Replace("\n,", "\n", StringComparison.Ordinal));
        IncidentTableBuilder builder = new();
        Append(builder, new MemoryStream(file)).Should().Be(new ReadCounts(2, 0));
        builder.ToTable().Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Best.Should().Be(8);

        using var reader = IncidentReader.Open(new MemoryStream(file));
        Action read = () => _ = reader.Read().Count();
        read.Should().Throw<MalformedInputException>().Which.Malformation.Should().Match<Malformation>(
            fault => fault.Code == MalformationCode.Id && fault.Reason == reason && fault.Line == 2);
        Action check = () => PublishedValidator.Validate(new MemoryStream(file));
        check.Should().Throw<MalformedInputException>().Which.Malformation.Reason.Should().Be(reason);
    }

    [Theory]
    [InlineData("", "The id is missing: 'event_id_cnty' is empty.")]
    [InlineData("S Y", "'S Y' is not an id.")]
    public void A_table_that_keeps_ids_needs_them_as_an_incident_does(string id, string reason)
    {
        byte[] file = Encoding.UTF8.GetBytes(File(Row(("event_id_cnty", id))));
        IncidentTableBuilder builder = new() { KeepsIds = true };
        Action append = () => Append(builder, new MemoryStream(file));
        append.Should().Throw<MalformedInputException>().Which.Malformation.Reason.Should().Be(reason);
        Append(builder, new MemoryStream(file), new() { SetAsideMalformed = true }).Should().Be(new ReadCounts(0, 1));
    }

    [Fact]
    public void A_file_of_another_format_is_refused()
    {
        Action append = () => Append(new(), new MemoryStream(Encoding.UTF8.GetBytes("a,b\n1,2\n")));
        append.Should().Throw<MalformedInputException>().Which.Malformation.Code.Should().Be(MalformationCode.Header);
    }
}
