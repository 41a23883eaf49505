using System.Globalization;
using System.Text;
using ConflictModel.Tests.Conventions;

namespace ConflictModel.Reporting.Tests.Conventions;

/// <summary>A page of twice as many records takes about twice the work.</summary>
/// <remarks>See <see cref="Scaling"/>.</remarks>
public sealed class ScalingTests
{
    private static readonly Source Source = new() { Id = SourceId.From("s"), Name = "S", Kind = SourceKind.Monitor };

    /// <summary>Each makes its input of a size, and gives what is to be counted.</summary>
    private static readonly Dictionary<string, (int Size, Func<int, Action> Make)> Ways = new()
    {
        ["a page of incidents"] = (300, n => Writing(new() { Sources = [Source], Regions = [Region(0)], Incidents = Incidents(n) })),
        ["a page of totals"] = (100, n => Writing(new() { Sources = [Source], Regions = [Region(0)], Tallies = Tallies(n) })),
        ["a page of regions"] = (300, n => Writing(new() { Regions = Enumerable.Range(0, n).Select(Region).ToValueList() })),
        ["a page of people"] = (300, n => Writing(new() { Sources = [Source], People = People(n) })),
        ["outlines of regions"] = (200, n =>
        {
            ConflictDataset dataset = new() { Regions = [Region(0)] };
            byte[] outlines = Encoding.UTF8.GetBytes("{\"features\":["
                + string.Join(',', Enumerable.Repeat(
                    "{\"id\":\"r0\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[1,3],[2,3],[1,2]]]}}", n)) + "]}");
            return () => HtmlReport.Write(dataset, Stream.Null, new() { Boundaries = new MemoryStream(outlines) });
        }),
    };

    public static TheoryData<string> Names => [.. Ways.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Twice_as_much_takes_about_twice_the_work(string way) => Scaling.Check(Ways[way].Size, Ways[way].Make);

    [Fact]
    public void Whatever_takes_much_is_measured_or_need_not_be() =>
        Scaling.CheckComplete(typeof(HtmlReport).Assembly, Ways.Keys, [("a page of incidents", "HtmlReport.Write")], []);

    private static Action Writing(ConflictDataset dataset) => () => HtmlReport.Write(dataset, Stream.Null);

    private static string Day(int number) =>
        new NodaTime.LocalDate(2020, 1, 1).PlusDays(number).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    private static Region Region(int number) =>
        new() { Id = RegionId.From($"r{number}"), Name = $"region {number}", Kind = RegionKind.Governorate };

    private static Report Counting(int killed) => new() { Citation = Source.Id, Casualties = new() { Killed = Toll.Of(killed) } };

    private static ValueList<Incident> Incidents(int count) => Enumerable.Range(0, count).Select(i => new Incident
    {
        Id = IncidentId.From($"i{i}"), Kind = IncidentKind.Battle, Date = new(UncertainDate.Parse(Day(i))),
        Place = new() { Regions = [RegionId.From("r0")] }, Reports = [Counting(i % 7)],
    }).ToValueList();

    private static ValueList<Tally> Tallies(int count) => Enumerable.Range(0, count).Select(i => new Tally
    {
        Id = TallyId.From($"t{i}"), Scope = new() { Period = new(UncertainDate.Parse(Day(i))), Regions = [RegionId.From("r0")] },
        Report = Counting(i % 7),
    }).ToValueList();

    private static ValueList<Person> People(int count) => Enumerable.Range(0, count).Select(i => new Person
    {
        Id = PersonId.From($"p{i}"), Harm = Harm.Killed, Sex = Sex.Female, Date = new ReportedDate(UncertainDate.Parse(Day(i))),
        Citations = [Source.Id],
    }).ToValueList();
}
