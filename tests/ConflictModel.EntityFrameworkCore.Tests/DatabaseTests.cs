using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace ConflictModel.EntityFrameworkCore.Tests;

/// <summary>What holds in every database.</summary>
public abstract class DatabaseTests
{
    private static readonly LocalDate June = new(2024, 6, 1), EndOfJune = new(2024, 6, 30);

    /// <summary>A context on an empty database that is there as long as the test.</summary>
    protected abstract Attacks Open();

    [Fact]
    public void Everything_comes_back_as_it_was()
    {
        ConflictDataset everything = ConflictModel.Tests.Serialization.Everything.Dataset();
        Attack attack = new()
        {
            Incident = IncidentId.From("ucdp:234"),
            By = ActorId.From("داعش"),
            Kind = IncidentKind.AirStrike,
            Sex = Sex.Female,
            Day = UncertainDate.Parse("2024-06~-11"),
            Claimed = UncertainDate.Parse("2024-40"),
            Date = new(UncertainDate.Parse("2024-06-XX"), "on Wednesday"),
            AsOf = new(UncertainDate.Parse("2024/..")),
            Killed = Estimate.Hedged(4100, "nearly 4,100"),
            Age = new(17, null, "about 17"),
            At = new(34.5, 38.25),
            Regions = [RegionId.From("homs"), RegionId.From("badia")],
            Reports = everything.Incidents[0].Reports,
            Casualties = everything.Tallies[0].Report.Casualties,
            Extensions = new("""{"b": 1.0,  "a":"ü"}"""),
            Verified = new() { On = UncertainDate.Parse("2024-07"), Again = new(UncertainDate.Parse("2025"), "later"), By = "a reader" },
            Published = new() { Printed = new(UncertainDate.Parse("2024-07-01"), "on Monday"), Title = "Report" },
            Corrections = { new() { On = UncertainDate.Parse("2024-08") }, new() { On = UncertainDate.Parse("/2024-09") } },
        };
        Attack read = Saved(attack);
        read.Should().NotBeSameAs(attack);
        read.Should().BeEquivalentTo(attack, options => options.ComparingByMembers<Attack>().ComparingByMembers<Correction>()
            .ComparingByMembers<Verified>().ComparingByMembers<Publication>().WithStrictOrdering());
        read.Day.ToString().Should().Be("2024-06~-11");
        read.Reports.Should().Equal(everything.Incidents[0].Reports);
        read.Extensions.Json.Should().Be("""{"b": 1.0,  "a":"ü"}""");
    }

    [Fact]
    public void What_was_not_said_stays_unsaid()
    {
        Attack read = Saved(new() { Killed = default });
        (read.Incident, read.Sex, read.Claimed, read.AsOf, read.At, read.Casualties, read.Published)
            .Should().Be((null, null, null, null, null, null, null));
        (read.Killed.Low, read.Killed.Best, read.Killed.High, read.Killed.Wording).Should().Be((null, null, null, null));
        read.Day.Should().Be(UncertainDate.Unknown);
        read.Regions.IsEmpty.Should().BeTrue();
    }

    [Fact]
    public void Unknown_is_not_zero_in_sums_and_conditions()
    {
        using Attacks context = Open();
        context.AddRange(
            new Attack { Killed = 5 }, new Attack { Killed = 0 }, new Attack(), new Attack { Killed = Estimate.AtLeast(3) },
            new Attack { Killed = Estimate.InWords("dozens") });
        context.SaveChanges();
        context.All.Count(attack => attack.Killed.Best == 0).Should().Be(1);
        context.All.Count(attack => attack.Killed.Best == null).Should().Be(3);
        context.All.Sum(attack => attack.Killed.Low).Should().Be(8);
        context.All.Single(attack => attack.Killed.Wording == "dozens").Killed.Should().Be(Estimate.InWords("dozens"));
    }

    [Fact]
    public void Ids_and_enumerations_are_asked_for_as_they_are()
    {
        using Attacks context = Open();
        context.AddRange(
            new Attack { By = ActorId.From("isis"), Kind = IncidentKind.Ambush },
            new Attack { By = ActorId.From("ISIS"), Kind = IncidentKind.AirStrike });
        context.SaveChanges();
        var isis = ActorId.From("isis");
        context.All.Single(attack => attack.By == isis).Kind.Should().Be(IncidentKind.Ambush);
        context.All.Single(attack => attack.Kind == IncidentKind.AirStrike).By.Value.Should().Be("ISIS");
        context.Database.SqlQuery<string>($"""SELECT "Kind" AS "Value" FROM "All" WHERE "By" = 'ISIS'""").Single().Should().Be("airStrike");
    }

    [Fact]
    public void No_id_is_none()
    {
        using Attacks context = Open();
        context.Add(new Attack { By = default });
        context.Invoking(one => one.SaveChanges()).Should().Throw<Exception>()
            .Which.GetBaseException().Message.Should().StartWith("An id that is none (ActorId) can't be saved");
        context.All.Count().Should().Be(0);
    }

    [Fact]
    public void A_date_is_within_a_period_or_not_or_it_is_not_known()
    {
        string?[] yes = ["2024-06-03", "2024-06", "2024-06-XX", "2024-06-01/2024-06-30", "[2024-06-03,2024-06-05]"];
        string?[] unknown =
        [
            "2024", "2024-06-30/2024-07-01", "2024-0X-XX", "2024-06/..", "2024-06/", "../2024-06", "/2024-06", "/", "-0044-03-15",
            "Y17E7", null,
        ];
        string?[] no = ["2024-05", "2024-07-01", "2025/..", "/2023", "{2023,2022}"];
        using Attacks context = Open();
        foreach (string? text in (string?[])[.. yes, .. unknown, .. no])
        {
            UncertainDate? date = text is null ? null : UncertainDate.Parse(text);
            context.Add(new Attack
            {
                By = ActorId.From(text ?? "null"),
                Day = date ?? default,
                Claimed = date,
                Date = date ?? default(UncertainDate),
                AsOf = date,
                Verified = new() { On = date ?? default, Again = date },
                Published = new() { Printed = date ?? default(UncertainDate) },
            });
            context.Add(new Bombing { By = ActorId.From(text ?? "null"), Defused = date ?? default });
        }

        context.SaveChanges();
        IQueryable<Attack> all = context.All.Where(attack => !(attack is Bombing));
        foreach ((Truth answer, string?[] texts) in
            (IEnumerable<(Truth, string?[])>)[(Truth.Yes, yes), (Truth.Unknown, unknown), (Truth.No, no)])
        {
            Dates(all.WhereWithin(attack => attack.Day, June, EndOfJune, answer)).Should().BeEquivalentTo(texts);
            Dates(all.WhereWithin(attack => attack.Claimed, June, EndOfJune, answer)).Should().BeEquivalentTo(texts);
            Dates(all.WhereWithin(attack => attack.Date, June, EndOfJune, answer)).Should().BeEquivalentTo(texts);
            Dates(all.WhereWithin(attack => attack.Date.Date, June, EndOfJune, answer)).Should().BeEquivalentTo(texts);
            Dates(all.WhereWithin(attack => attack.AsOf, June, EndOfJune, answer)).Should().BeEquivalentTo(texts);
            Dates(all.WhereWithin(attack => attack.AsOf!.Value.Date, June, EndOfJune, answer)).Should().BeEquivalentTo(texts);
            Dates(all.WhereWithin(attack => attack.Verified.On, June, EndOfJune, answer)).Should().BeEquivalentTo(texts);
            Dates(all.WhereWithin(attack => attack.Verified.Again, June, EndOfJune, answer)).Should().BeEquivalentTo(texts);
            Dates(all.WhereWithin(attack => attack.Published!.Printed, June, EndOfJune, answer)).Should().BeEquivalentTo(texts);
            Dates(context.Set<Bombing>().WhereWithin(bombing => bombing.Defused, June, EndOfJune, answer)).Should().BeEquivalentTo(texts);
            Dates(all.Select(attack => new { Inner = attack, attack.Id }).WhereWithin(one => one.Inner.Date, June, EndOfJune, answer)
                .Select(one => one.Inner)).Should().BeEquivalentTo(texts);
        }

        static IEnumerable<string?> Dates(IQueryable<Attack> attacks) =>
            attacks.Select(attack => attack.By).AsEnumerable().Select(by => by.Value == "null" ? null : by.Value);
    }

    [Fact]
    public async Task Days_follow_the_date_on_every_save()
    {
        await using Attacks context = Open();
        var june = UncertainDate.Parse("2024-06");
        Attack attack = new() { Date = new(june), Corrections = { new() { On = june } } };
        context.Add(attack);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        DaysOf(context).Should().Be((new(2024, 6, 1), new(2024, 6, 30)));
        attack.Date = attack.Date with { Date = UncertainDate.Parse("2024-07-XX") };
        attack.Verified = new() { On = UncertainDate.Parse("2023") };
        attack.Corrections[0].On = UncertainDate.Parse("2022");
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        DaysOf(context).Should().Be((new(2024, 7, 1), new(2024, 7, 31)));
        context.All.WhereWithin(one => one.Verified.On, new(2023, 1, 1), new(2023, 12, 31)).Count().Should().Be(1);
        context.All.SelectMany(one => one.Corrections).WhereWithin(one => one.On, new(2022, 1, 1), new(2022, 12, 31)).Count()
            .Should().Be(1);
        attack.Date = new(UncertainDate.Parse("2024-07/.."));
        context.SaveChanges();
        DaysOf(context).Should().Be((new(2024, 7, 1), null));
    }

    [Fact]
    public void A_date_that_may_be_absent_takes_its_days_with_it()
    {
        using Attacks context = Open();
        Attack attack = new() { AsOf = new(UncertainDate.Parse("2024-06"), "in June"), Claimed = UncertainDate.Parse("2024-06") };
        context.Add(attack);
        context.SaveChanges();
        (attack.AsOf, attack.Claimed) = (null, null);
        context.SaveChanges();
        context.All.WhereWithin(one => one.AsOf, June, EndOfJune, Truth.Unknown).Count().Should().Be(1);
        context.All.WhereWithin(one => one.Claimed, June, EndOfJune, Truth.Unknown).Count().Should().Be(1);
        attack.AsOf = new(UncertainDate.Parse("2024-06-11"));
        context.SaveChanges();
        context.All.WhereWithin(one => one.AsOf, June, EndOfJune).Count().Should().Be(1);
    }

    [Fact]
    public void A_part_of_an_entity_that_is_saved_without_its_date_leaves_the_days_alone()
    {
        using Attacks context = Open();
        context.Add(new Attack { Date = new(UncertainDate.Parse("2024-06")), Kind = IncidentKind.Ambush });
        context.SaveChanges();
        int id = context.All.Single().Id;
        context.ChangeTracker.Clear();
        Attack stub = new() { Id = id, Kind = IncidentKind.AirStrike };
        context.Attach(stub).Property(one => one.Kind).IsModified = true;
        context.SaveChanges();
        context.ChangeTracker.Clear();
        DaysOf(context).Should().Be((new(2024, 6, 1), new(2024, 6, 30)));
        context.All.Single().Date.Date.ToString().Should().Be("2024-06");
    }

    [Fact]
    public void An_entity_from_elsewhere_is_saved_whole()
    {
        using Attacks context = Open();
        context.Add(new Attack { Date = new(UncertainDate.Parse("2024-06")) });
        context.SaveChanges();
        int id = context.All.Single().Id;
        context.ChangeTracker.Clear();
        context.Update(new Attack { Id = id, Date = new(UncertainDate.Parse("2025")) });
        context.SaveChanges();
        DaysOf(context).Should().Be((new(2025, 1, 1), new(2025, 12, 31)));
    }

    [Fact]
    public void A_changed_list_is_seen_and_an_unchanged_entity_is_not_saved()
    {
        using Attacks context = Open();
        Attack attack = new() { Regions = [RegionId.From("homs")], Date = new(UncertainDate.Parse("2024")), Killed = 5 };
        context.Add(attack);
        context.SaveChanges();
        context.ChangeTracker.HasChanges().Should().BeFalse();
        attack.Regions = [RegionId.From("homs")];
        attack.Killed = 5;
        context.ChangeTracker.HasChanges().Should().BeFalse("nothing differs");
        attack.Regions = attack.Regions.Add(RegionId.From("raqqa"));
        context.ChangeTracker.HasChanges().Should().BeTrue();
        context.SaveChanges().Should().BePositive();
        context.ChangeTracker.Clear();
        context.All.Single().Regions.Should().Equal(RegionId.From("homs"), RegionId.From("raqqa"));
    }

    [Fact]
    public void A_date_that_is_written_otherwise_is_saved_as_it_is_written()
    {
        using Attacks context = Open();
        Attack attack = new() { Day = UncertainDate.Parse("2004-06~-11") };
        context.Add(attack);
        context.SaveChanges();
        attack.Day = UncertainDate.Parse("~2004-~06-11");
        context.SaveChanges();
        context.ChangeTracker.Clear();
        context.All.Single().Day.ToString().Should().Be("~2004-~06-11");
    }

    [Fact]
    public void An_update_in_bulk_passes_no_save_and_sets_the_days_itself()
    {
        using Attacks context = Open();
        context.Add(new Attack { Day = UncertainDate.Parse("2024-06") });
        context.SaveChanges();
        var july = UncertainDate.Parse("2024-07");
        context.All.ExecuteUpdate(set => set.SetProperty(attack => attack.Day, july));
        context.All.WhereWithin(attack => attack.Day, June, EndOfJune).Count().Should().Be(1, "the days are those of before");
        context.All.ExecuteUpdate(set => set
            .SetProperty(attack => EF.Property<DateOnly?>(attack, "Day_Earliest"), july.Earliest!.Value.ToDateOnly())
            .SetProperty(attack => EF.Property<DateOnly?>(attack, "Day_Latest"), july.Latest!.Value.ToDateOnly()));
        context.All.WhereWithin(attack => attack.Day, June, EndOfJune, Truth.No).Count().Should().Be(1);
        context.All.WhereWithin(attack => attack.Day, June, EndOfJune, Truth.No).ExecuteDelete().Should().Be(1);
    }

    [Fact]
    public void A_period_is_a_parameter_of_the_statement()
    {
        using Attacks context = Open();
        string sql = context.All.WhereWithin(attack => attack.Date, June, EndOfJune).ToQueryString();
        sql.Should().Contain("\"Date_Earliest\" >= @").And.Contain("\"Date_Latest\" <= @").And.NotContain("CASE");
    }

    private static (DateOnly? Earliest, DateOnly? Latest) DaysOf(Attacks context) => context.All
        .Select(one => new { From = EF.Property<DateOnly?>(one, "Date_Earliest"), To = EF.Property<DateOnly?>(one, "Date_Latest") })
        .AsEnumerable().Select(days => (days.From, days.To)).Single();

    private Attack Saved(Attack attack)
    {
        using Attacks context = Open();
        context.Add(attack);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        return context.All.Single();
    }
}
