using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ConflictModel.EntityFrameworkCore.Tests;

/// <summary>What the model makes of entities, and what is refused.</summary>
public class ModelTests
{
    private static readonly LocalDate From = new(2024, 6, 1), To = new(2024, 6, 30);

    public static TheoryData<string> Databases() => ["sqlite", "postgresql"];

    [Theory]
    [MemberData(nameof(Databases))]
    public void The_tables_are_those_of_the_golden_file(string database)
    {
        DbContextOptionsBuilder<Attacks> options = new();
        _ = database == "sqlite" ? options.UseSqlite("Data Source=:memory:") : options.UseNpgsql("Host=localhost", o => o.UseNodaTime());
        using Attacks context = new(options.UseConflictModel().Options);
        string script = context.Database.GenerateCreateScript().ReplaceLineEndings("\n");
        string golden = Path.Combine(Repository.Root, "tests", "ConflictModel.EntityFrameworkCore.Tests", "Golden", $"{database}.sql");
        if (Environment.GetEnvironmentVariable("CONFLICTMODEL_ACCEPT") == "1")
        {
            File.WriteAllText(golden, script);
        }

        script.Should().Be(File.ReadAllText(golden));
    }

    [Fact]
    public void A_date_that_the_model_ignores_has_no_columns()
    {
        DbContextOptionsBuilder<Ignoring> options = new();
        using var context = new Ignoring(options.UseSqlite("Data Source=:memory:").UseConflictModel().Options);
        context.Model.FindEntityType(typeof(Kept))!.GetProperties().Select(property => property.Name)
            .Should().BeEquivalentTo("Id", "Date", "Date_Earliest", "Date_Latest");
    }

    [Fact]
    public void A_model_may_do_without_the_columns()
    {
        DbContextOptionsBuilder<WithoutDays> options = new();
        using var context = new WithoutDays(options.UseSqlite("Data Source=:memory:").UseConflictModel().Options);
        context.Database.OpenConnection();
        context.Database.EnsureCreated();
        context.Add(new Kept { Date = UncertainDate.Parse("2024") });
        context.SaveChanges();
        context.Model.FindEntityType(typeof(Kept))!.GetProperties().Select(property => property.Name)
            .Should().BeEquivalentTo("Id", "Date", "Left", "Left_Earliest", "Left_Latest");
        context.Invoking(one => one.All.WhereWithin(kept => kept.Date, From, To).ToQueryString())
            .Should().Throw<InvalidOperationException>().WithMessage("*no date of an entity that has columns of days*");
    }

    [Fact]
    public void What_is_no_date_of_an_entity_is_told()
    {
        using Attacks context = new(new DbContextOptionsBuilder<Attacks>().UseSqlite("Data Source=:memory:").UseConflictModel().Options);
        context.Invoking(one => one.All.WhereWithin(attack => new ReportedDate(attack.Day, "so they say"), From, To).ToQueryString())
            .Should().Throw<InvalidOperationException>().WithMessage("*is no date of an entity that has columns of days*");
    }

    [Fact]
    public void A_model_whose_options_would_not_keep_its_days_is_refused()
    {
        using var context = new Forgetful(new DbContextOptionsBuilder<Forgetful>().UseSqlite("Data Source=:memory:").Options);
        context.Invoking(one => one.Model).Should().Throw<InvalidOperationException>().WithMessage("*call UseConflictModel() on both.");
    }

    [Fact]
    public void Options_may_be_given_within_the_context()
    {
        using var context = new Careful();
        context.Model.FindEntityType(typeof(Kept))!.FindProperty("Date_Earliest").Should().NotBeNull();
    }

    [Fact]
    public void A_period_that_is_none_is_misuse()
    {
        IQueryable<Attack> none = Array.Empty<Attack>().AsQueryable();
        none.Invoking(all => all.WhereWithin(attack => attack.Day, To, From))
            .Should().Throw<ArgumentException>().WithMessage("*ends before*");
        none.Invoking(all => all.WhereWithin(attack => attack.Day, new(-44, 3, 15), To)).Should().Throw<ArgumentOutOfRangeException>();
        none.Invoking(all => all.WhereWithin(attack => attack.Day, From, To, (Truth)7)).Should().Throw<ArgumentOutOfRangeException>();
        none.WhereWithin(attack => attack.Day, From, From).Should().BeEmpty();
        none.WhereWithin(attack => attack.Day, From.WithCalendar(CalendarSystem.Coptic), To).Should().BeEmpty("a day is a day");
    }

    [Fact]
    public void Values_in_lists_of_complex_values_are_kept_and_have_no_columns_of_days()
    {
        DbContextOptionsBuilder<Listing> options = new();
        using var context = new Listing(options.UseSqlite("Data Source=:memory:").UseConflictModel().Options);
        context.Database.OpenConnection();
        context.Database.EnsureCreated();
        ReportedDate june = new(UncertainDate.Parse("2024-06"), "in June");
        context.Add(new WithList { Stages = [new() { Date = june, Killed = Estimate.AtLeast(5) }] });
        context.SaveChanges();
        context.ChangeTracker.Clear();
        Stage read = context.All.Single().Stages.Should().ContainSingle().Subject;
        (read.Date, read.Killed).Should().Be((june, Estimate.AtLeast(5)));
        context.Model.FindEntityType(typeof(WithList))!.GetProperties().Should().ContainSingle("there is only the key");
    }

    private sealed class Stage
    {
        public ReportedDate Date { get; set; }

        public Estimate Killed { get; set; }
    }

    private sealed class WithList
    {
        public int Id { get; set; }

        public List<Stage> Stages { get; set; } = [];
    }

    private sealed class Listing(DbContextOptions<Listing> options) : DbContext(options)
    {
        public DbSet<WithList> All => Set<WithList>();

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.UseConflictModel();

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<WithList>().ComplexCollection(one => one.Stages, stages => stages.ToJson());
    }

    private sealed class Kept
    {
        public int Id { get; set; }

        public UncertainDate Date { get; set; }

        public UncertainDate Left { get; set; }
    }

    private sealed class Forgetful(DbContextOptions<Forgetful> options) : DbContext(options)
    {
        public DbSet<Kept> All => Set<Kept>();

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.UseConflictModel();
    }

    private sealed class Careful : DbContext
    {
        public DbSet<Kept> All => Set<Kept>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            optionsBuilder.UseSqlite("Data Source=:memory:").UseConflictModel();

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.UseConflictModel();
    }

    private sealed class WithoutDays(DbContextOptions<WithoutDays> options) : DbContext(options)
    {
        public DbSet<Kept> All => Set<Kept>();

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.UseConflictModel();

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Kept>().Ignore("Date_Earliest").Ignore("Date_Latest");
    }

    private sealed class Ignoring(DbContextOptions<Ignoring> options) : DbContext(options)
    {
        public DbSet<Kept> All => Set<Kept>();

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.UseConflictModel();

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Kept>().Ignore(kept => kept.Left);
    }
}
