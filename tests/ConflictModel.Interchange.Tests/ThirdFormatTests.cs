using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Validation;
using NodaTime;

namespace ConflictModel.Interchange.Tests;

/// <summary>What a format takes to be one: here all that a small one needs, and its place in the list.</summary>
public class ThirdFormatTests
{
    private const string File = "case,day,place,dead\n1,2024-07-03,Sokhneh,8\n2,2024-07-04,Palmyra,x\n3,,Homs,\n4,2024-08-01,Homs,-0\n";

    private static readonly EventFormat Monitor = new MonitorFormat();

    private static readonly ReadOptions Options = new() { Formats = [.. EventFormats.All, Monitor], SetAsideMalformed = true };

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void It_is_told_from_its_header_and_unknown_where_it_is_not_in_the_list()
    {
        EventFormats.Detect(Utf8(File), Options).Should().BeSameAs(Monitor);
        EventFormats.Detect(Utf8(File)).Should().BeNull();
        Action read = () => IncidentReader.Open(Utf8(File));
        read.Should().Throw<MalformedInputException>().Which.Malformation.Reason.Should().Be(
            "There are neither columns of UCDP GED, ACLED, UCDP battle-related deaths, UCDP non-state conflict, UCDP one-sided violence or "
            + "UCDP Country-Year data here, nor JSON; found: case, day, place, dead.");
    }

    [Fact]
    public void It_is_read_checked_tabulated_and_written_by_what_reads_checks_tabulates_and_writes_all()
    {
        using var reader = IncidentReader.Open(Utf8(File), Options);
        Incident[] incidents = [.. reader.Read()];
        reader.Format.Should().BeSameAs(Monitor);
        incidents.Select(incident => (incident.Id.Value, incident.Reports[0].Casualties!.Killed?.Count.Best))
            .Should().Equal(("monitor:1", 8L), ("monitor:3", null));
        reader.Counts.Should().Be(new ReadCounts(2, 2));

        PublishedSummary summary = PublishedValidator.Validate(Utf8(File), Options);
        (summary.Format, summary.Counts).Should().Be(("monitor", new ReadCounts(2, 2)));
        summary.Of("monitor-day")!.Found.Should().Be(1);

        using var again = IncidentReader.Open(Utf8(File), Options);
        IncidentTableBuilder builder = new();
        again.AppendTo(builder).Should().Be(new ReadCounts(2, 2));
        builder.ToTable().Query().Sum(Measure.Killed).Run().Total.Of(Measure.Killed).Best.Should().Be(8);

        using var stream = new MemoryStream();
        var losses = new List<Loss>();
        using (var writer = IncidentWriter.Create(stream, Monitor, reader.Glossary, new() { OnLoss = losses.Add }))
        {
            writer.Write(incidents.Select(incident => incident with { Description = "not held" }));
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be("case,day,place,dead\n1,2024-07-03,Sokhneh,8\n3,,Homs,\n");
        losses.Select(loss => loss.Field.ToString()).Should().Equal("/description", "/description");
    }

    private sealed class MonitorFormat() : EventFormat("monitor", "a monitor's list")
    {
        public override ValueList<string> Columns { get; } = ["case", "day", "place", "dead"];

        public override Source Source { get; } = new() { Id = SourceId.From("monitor"), Name = "A monitor", Kind = SourceKind.Monitor };

        public override bool IsRead => true;

        public override bool IsWritten => true;

        public override bool IsChecked => true;

        internal override bool Matches(ColumnSet columns) => columns.HasAll("case", "day", "dead");

        internal override RowReader Reader(RowReading reading) => new MonitorReader(Source);

        internal override RowTabulator Tabulator(RowReading reading, IncidentTableBuilder builder) => new MonitorTabulator(builder);

        internal override RuleBook Rules() => new MonitorRules();

        internal override IncidentOutput Output(Stream stream, Glossary glossary, TableShape shape) =>
            new CsvOutput(stream, new MonitorWriter(ColumnSet.Of(Columns, out _)!, glossary), shape);
    }

    /// <summary>The cells, read once for everybody.</summary>
    private sealed class MonitorRow
    {
        public ColumnSet Columns { get; set; } = ColumnSet.Empty;

        public LocalDate? Day { get; private set; }

        public long? Dead { get; private set; }

        public bool Read(Row row)
        {
            row.CheckId(Columns.IndexOf("case"), "case");
            Day = row.Day(Columns.IndexOf("day"));
            Dead = row.Count(Columns.IndexOf("dead"));
            return row.Fault is null;
        }
    }

    private sealed class MonitorReader(Source source) : RowReader
    {
        private readonly MonitorRow cells = new();

        protected override IEnumerable<int> BindColumns(ColumnSet columns)
        {
            cells.Columns = columns;
            return Enumerable.Range(0, columns.Count);
        }

        protected override Incident? Map(Row row) => !cells.Read(row) ? null : new()
        {
            Id = IncidentId.From("monitor:" + row.Text(cells.Columns.IndexOf("case"))),
            Kind = IncidentKind.Unknown,
            Date = cells.Day is { } day ? UncertainDate.From(day) : default,
            Place = new() { Wording = Said(row, cells.Columns.IndexOf("place")) },
            Reports = [new() { Citation = source,
                Casualties = new() { Killed = cells.Dead is { } dead ? Toll.Of(new Estimate(null, dead, null)) : null } }],
        };
    }

    private sealed class MonitorTabulator(IncidentTableBuilder builder) : RowTabulator(builder)
    {
        private readonly MonitorRow cells = new();

        public override LocalDate? Begins => cells.Day;

        protected override void Bind(ColumnSet columns) => cells.Columns = columns;

        protected override bool Reads(Row row) => cells.Read(row);

        protected override void Append(Row row) =>
            Builder.Append(new() { Earliest = cells.Day }, Measure.Killed.Is(null, cells.Dead, null));
    }

    private sealed class MonitorRules : RuleBook
    {
        private readonly MonitorRow cells = new();
        private readonly PublishedRule day;

        public MonitorRules() => day = Rule("monitor-day", Severity.Warning, "A case has a day.");

        public override ValueList<KeyValuePair<string, long>> Totals => [];

        protected override void Bind(ColumnSet columns) => cells.Columns = columns;

        protected override void Handle(Row row)
        {
            if (cells.Read(row) && Breaks(day, cells.Day is not null))
            {
                Report(day, row, row.Text(cells.Columns.IndexOf("case")), "There is no day.");
            }
        }
    }

    private sealed class MonitorWriter(ColumnSet columns, Glossary glossary) : RowWriter(columns, glossary, "monitor")
    {
        protected override void Map(Incident incident, Report? report)
        {
            Put(0, incident.Id.Value["monitor:".Length..]);
            Put(1, CellText.Of(incident.Date.Date.Earliest));
            Put(2, incident.Place?.Wording ?? "");
            PutCount(3, report?.Casualties?.Killed?.Count.Best);
        }
    }
}
