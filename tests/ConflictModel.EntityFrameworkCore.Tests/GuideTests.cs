using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ConflictModel.EntityFrameworkCore.Tests.Guides;

/// <summary>The guide docs/database.md: its samples run and do what it says.</summary>
public partial class GuideTests
{
    private static readonly string Guide =
        File.ReadAllText(Path.Combine(Repository.Root, "src", "ConflictModel", "docs", "database.md"));

    private static readonly string Source =
        File.ReadAllText(Path.Combine(Repository.Root, "tests", "ConflictModel.EntityFrameworkCore.Tests", "GuideTests.cs"));

    [Fact]
    public void The_samples_do_what_the_guide_says()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        Environment.CurrentDirectory = folder;
        try
        {
            Run();
        }
        finally
        {
            Environment.CurrentDirectory = AppContext.BaseDirectory;
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_sample_of_the_guide_stands_in_this_file()
    {
        string[] samples = [.. Samples().Matches(Guide).Select(match => match.Groups[1].Value)];
        samples.Should().HaveCount(6);
        samples[1..].SelectMany(Statements).Where(sample => !Flat(Source).Contains(sample, StringComparison.Ordinal))
            .Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_table_of_answers_is_right(string dates, string answer)
    {
        foreach (string text in dates.Split(", "))
        {
            ReportedDate? date = text == "null" ? null : new(UncertainDate.Parse(text));
            new[] { new { Date = date } }.AsQueryable()
                .WhereWithin(one => one.Date, new(2024, 6, 1), new(2024, 6, 30), Enum.Parse<Truth>(answer, ignoreCase: true))
                .Should().ContainSingle(text);
        }
    }

    public static TheoryData<string, string> Rows()
    {
        var rows = new TheoryData<string, string>();
        foreach (Match row in AnswerRows().Matches(Guide))
        {
            rows.Add(Remark().Replace(row.Groups[1].Value.Replace("`", "", StringComparison.Ordinal), ""), row.Groups[2].Value);
        }

        return rows;
    }

    private static void Run()
    {
        DbContextOptions<Attacks> options =
            new DbContextOptionsBuilder<Attacks>().UseSqlite("Data Source=attacks.db").UseConflictModel().Options;
        using var context = new Attacks(options);
        context.Database.EnsureCreated();

        context.Add(new Attack
        {
            Id = IncidentId.From("wednesday-ambush"),
            Date = new(UncertainDate.Parse("2024-06-XX"), "on Wednesday"),
            Killed = 8,
            Kind = IncidentKind.Ambush,
            Regions = [RegionId.From("badia")],
        });
        context.SaveChanges();

        context.Add(new Attack { Id = IncidentId.From("other"), Date = new(UncertainDate.Parse("2024")) });
        context.Invoking(one => one.SaveChanges()).Should().Throw<Exception>("the kind of an incident is never none");
        context.ChangeTracker.Clear();
        context.Add(new Attack { Id = IncidentId.From("other"), Date = new(UncertainDate.Parse("2024")), Kind = IncidentKind.Battle });
        context.SaveChanges();
        int without =
        context.All.Count(attack => attack.Killed.Best == null);
        long? sum =
        context.All.Sum(attack => attack.Killed.Best);
        (without, sum).Should().Be((1, 8));

        LocalDate from = new(2024, 6, 1), to = new(2024, 6, 30);
        IQueryable<Attack>[] asked =
        [
            context.All.WhereWithin(attack => attack.Date, from, to),
            context.All.WhereWithin(attack => attack.Date, from, to, Truth.Unknown),
            context.All.WhereWithin(attack => attack.Date, from, to, Truth.No),
        ];
        asked.Select(query => string.Join(' ', query.Select(attack => attack.Id))).Should().Equal("wednesday-ambush", "other", "");

        var july = UncertainDate.Parse("2024-07");
        context.All.ExecuteUpdate(set => set
            .SetProperty(attack => attack.Date.Date, july)
            .SetProperty(attack => EF.Property<DateOnly?>(attack, "Date_Earliest"), july.Earliest!.Value.ToDateOnly())
            .SetProperty(attack => EF.Property<DateOnly?>(attack, "Date_Latest"), july.Latest!.Value.ToDateOnly()));
        asked.Select(query => query.Count()).Should().Equal(0, 0, 2);
    }

    // A block, or each of its lines where they are questions side by side.
    private static IEnumerable<string> Statements(string sample) => sample.Contains("context.All.Count", StringComparison.Ordinal)
        || sample.Contains("// perhaps", StringComparison.Ordinal)
            ? sample.Split('\n').Select(line => Flat(line.Split("//")[0]).TrimEnd(';'))
            : [Flat(sample)];

    private static string Flat(string code) => Space().Replace(code, " ").Trim();

    [GeneratedRegex(@"^```csharp\n(.*?)\n```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Samples();

    [GeneratedRegex(@"^\| (.*`.*|null) \| (yes|no|unknown) \|$", RegexOptions.Multiline)]
    private static partial Regex AnswerRows();

    [GeneratedRegex(@" \(.*\)")]
    private static partial Regex Remark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}

public class Attack
{
    public required IncidentId Id { get; set; }
    public ReportedDate Date { get; set; }
    public Estimate Killed { get; set; }
    public IncidentKind Kind { get; set; }
    public ValueList<RegionId> Regions { get; set; }
    public ValueList<Report> Reports { get; set; }
}

public class Attacks(DbContextOptions<Attacks> options) : DbContext(options)
{
    public DbSet<Attack> All => Set<Attack>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseConflictModel();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.Entity<Attack>().HasIndex("Date_Earliest", "Date_Latest");
}
