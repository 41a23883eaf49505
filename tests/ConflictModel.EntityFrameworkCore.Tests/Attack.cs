using Microsoft.EntityFrameworkCore;

namespace ConflictModel.EntityFrameworkCore.Tests;

/// <summary>An entity of somebody else's, with a property of every kind that the library has.</summary>
public class Attack
{
    public int Id { get; set; }

    public IncidentId? Incident { get; set; }

    public ActorId By { get; set; } = ActorId.From("unknown");

    public IncidentKind Kind { get; set; } = IncidentKind.Battle;

    public Sex? Sex { get; set; }

    public UncertainDate Day { get; set; }

    public UncertainDate? Claimed { get; set; }

    public ReportedDate Date { get; set; }

    public ReportedDate? AsOf { get; set; }

    public Estimate Killed { get; set; }

    public Age Age { get; set; }

    public Coordinates? At { get; set; }

    public ValueList<RegionId> Regions { get; set; }

    public ValueList<Report> Reports { get; set; }

    public Casualties? Casualties { get; set; }

    public ExtensionData Extensions { get; set; }

    /// <summary>A complex value of the user's.</summary>
    public Verified Verified { get; set; } = new();

    /// <summary>An owned entity in the same table.</summary>
    public Publication? Published { get; set; }

    /// <summary>Owned entities in a table of their own.</summary>
    public List<Correction> Corrections { get; } = [];
}

public class Verified
{
    public UncertainDate On { get; set; }

    public ReportedDate? Again { get; set; }

    public string? By { get; set; }
}

public class Publication
{
    public ReportedDate Printed { get; set; }

    public string? Title { get; set; }
}

public class Correction
{
    public int Id { get; set; }

    public UncertainDate On { get; set; }
}

/// <summary>A kind of attack with a date of its own.</summary>
public class Bombing : Attack
{
    public UncertainDate Defused { get; set; }
}

public class Attacks(DbContextOptions<Attacks> options) : DbContext(options)
{
    public DbSet<Attack> All => Set<Attack>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UseConflictModel();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Attack>(attack =>
        {
            attack.ComplexProperty(one => one.Verified);
            attack.OwnsOne(one => one.Published);
            attack.OwnsMany(one => one.Corrections).HasKey(one => one.Id);
            attack.HasIndex("Date_Earliest", "Date_Latest");
        });
        modelBuilder.Entity<Bombing>();
    }
}
