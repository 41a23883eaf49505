using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;
using static ConflictModel.Interchange.Tests.AcledSamples;

namespace ConflictModel.Interchange.Tests.Acled;

public class AcledRoundTripTests
{
    private static Incident Read(params (string Column, string Text)[] changes)
    {
        using var reader = IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(File(Row(changes)))));
        reader.Format.Should().Be(EventFormats.Acled);
        return reader.Read().Single();
    }

    private static void ComesBack(string file) => Same(RoundTrip.Cells(file), SimpleCsv.Read(file)).Should().BeTrue();

    private static bool Same(List<string[]> left, List<string[]> right) =>
        left.Count == right.Count && left.Zip(right).All(pair => pair.First.SequenceEqual(pair.Second));

    [Theory]
    [InlineData("Battles", "Armed clash", IncidentKind.Battle)]
    [InlineData("Battles", "Government regains territory", IncidentKind.Battle)]
    [InlineData("Battles", "Non-state actor overtakes territory", IncidentKind.Battle)]
    [InlineData("Explosions/Remote violence", "Chemical weapon", IncidentKind.Explosion)]
    [InlineData("Explosions/Remote violence", "Air/drone strike", IncidentKind.AirStrike)]
    [InlineData("Explosions/Remote violence", "Suicide bomb", IncidentKind.Explosion)]
    [InlineData("Explosions/Remote violence", "Shelling/artillery/missile attack", IncidentKind.Shelling)]
    [InlineData("Explosions/Remote violence", "Remote explosive/landmine/IED", IncidentKind.Explosion)]
    [InlineData("Explosions/Remote violence", "Grenade", IncidentKind.Explosion)]
    [InlineData("Violence against civilians", "Sexual violence", IncidentKind.ViolenceAgainstCivilians)]
    [InlineData("Violence against civilians", "Attack", IncidentKind.ViolenceAgainstCivilians)]
    [InlineData("Violence against civilians", "Abduction/forced disappearance", IncidentKind.Abduction)]
    [InlineData("Protests", "Peaceful protest", IncidentKind.Protest)]
    [InlineData("Protests", "Protest with intervention", IncidentKind.Protest)]
    [InlineData("Protests", "Excessive force against protesters", IncidentKind.Protest)]
    [InlineData("Riots", "Violent demonstration", IncidentKind.Riot)]
    [InlineData("Riots", "Mob violence", IncidentKind.Riot)]
    [InlineData("Strategic developments", "Agreement", IncidentKind.StrategicDevelopment)]
    [InlineData("Strategic developments", "Arrests", IncidentKind.StrategicDevelopment)]
    [InlineData("Strategic developments", "Change to group/activity", IncidentKind.StrategicDevelopment)]
    [InlineData("Strategic developments", "Disrupted weapons use", IncidentKind.StrategicDevelopment)]
    [InlineData("Strategic developments", "Headquarters or base established", IncidentKind.StrategicDevelopment)]
    [InlineData("Strategic developments", "Looting/property destruction", IncidentKind.StrategicDevelopment)]
    [InlineData("Strategic developments", "Non-violent transfer of territory", IncidentKind.StrategicDevelopment)]
    [InlineData("Strategic developments", "Other", IncidentKind.StrategicDevelopment)]
    public void Every_event_type_is_read_and_comes_back(string type, string sub, IncidentKind kind)
    {
        Read(("event_type", type), ("sub_event_type", sub)).Kind.Should().Be(kind);
        ComesBack(File(Row(("event_type", type), ("sub_event_type", sub)), Row(("event_id_cnty", "SYR2"))));
    }

    [Fact]
    public void Actors_take_part_without_direction_and_associates_stand_behind_theirs()
    {
        Incident incident = Read(("assoc_actor_1", "X"));
        incident.Involvements.Select(i => (i.Actor.Value, i.Role)).Should().Equal(
            ("acled-name:Islamic_State_(Syria)", InvolvementRole.Participant), ("acled-name:X", InvolvementRole.Associate),
            ("acled-name:QSD:_Syrian_Democratic_Forces", InvolvementRole.Participant),
            ("acled-name:Militia_(Pro-Iran)", InvolvementRole.Associate),
            ("acled-name:Hezbollah", InvolvementRole.Associate));
        incident.Attributions.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Attack", "Rebel group", "7", "Civilians (Syria)")]
    [InlineData("Sexual violence", "", "Civilians", "Civilians (Syria)")]
    [InlineData("Abduction/forced disappearance", "Rebel group", "", "Civilians (Syria)")]
    public void In_violence_against_civilians_the_first_attacks_and_the_dead_are_civilians(
        string sub, string inter1, string inter2, string target)
    {
        (string, string)[] cells =
            [("event_type", "Violence against civilians"), ("sub_event_type", sub), ("inter1", inter1), ("inter2", inter2),
            ("actor2", target), ("interaction", ""), ("assoc_actor_2", "Women (Syria)")];
        Incident incident = Read(cells);
        incident.Involvements.Select(i => (i.Actor.Value, i.Role)).Should().Equal(
            ("acled-name:Islamic_State_(Syria)", InvolvementRole.Perpetrator), ("acled-name:Civilians_(Syria)", InvolvementRole.Target),
            ("acled-name:Women_(Syria)", InvolvementRole.Associate));
        Toll killed = incident.Reports[0].Casualties!.Killed!;
        killed.Count.Should().Be(new Estimate(null, 3, null));
        killed.Breakdowns.Should().Equal(new Breakdown
        {
            By = Axis.Victim,
            Kind = BreakdownKind.Partition,
            Reading = Reading.Inferred,
            Parts = [new() { Victims = Victims.Civilians, Count = new(null, 3, null) }],
        });
        ComesBack(File(Row(cells), Row([.. cells, ("event_id_cnty", "SYR2"), ("actor1", ""), ("inter1", ""), ("fatalities", "")])));
    }

    /// <summary>Elsewhere the order of actors has no meaning, and civilians may be killed beside others.</summary>
    [Theory]
    [InlineData("Explosions/Remote violence", "Air/drone strike", "Rebel group", "Civilians", "Civilians (Syria)")]
    [InlineData("Battles", "Armed clash", "Rebel group", "Civilians", "Civilians (Syria)")]
    [InlineData("Riots", "Mob violence", "Rioters", "Civilians", "Civilians (Syria)")]
    [InlineData("Protests", "Excessive force against protesters", "State forces", "Protesters", "Protesters (Syria)")]
    [InlineData("Strategic developments", "Arrests", "State forces", "Civilians", "Civilians (Syria)")]
    [InlineData("Violence against civilians", "Attack", "Civilians", "Rebel group", "Military Forces of Syria (2000-2024)")]
    [InlineData("Violence against civilians", "Attack", "Civilians", "Civilians", "Civilians (Syria)")]
    public void Elsewhere_nobody_is_said_to_attack_and_the_dead_are_of_no_group(
        string type, string sub, string inter1, string inter2, string actor2)
    {
        Incident incident = Read(
            ("event_type", type), ("sub_event_type", sub), ("inter1", inter1), ("inter2", inter2), ("actor2", actor2), ("interaction", ""));
        incident.Involvements.Select(i => i.Role).Distinct().Should().Equal(InvolvementRole.Participant, InvolvementRole.Associate);
        incident.Reports[0].Casualties!.Killed!.Breakdowns.Should().BeEmpty();
    }

    [Fact]
    public void A_target_that_is_armed_is_no_civilian()
    {
        Incident incident = Read(("event_type", "Violence against civilians"), ("sub_event_type", "Attack"));
        incident.Involvements.Where(i => i.Role != InvolvementRole.Associate)
            .Select(i => i.Role).Should().Equal(InvolvementRole.Perpetrator, InvolvementRole.Target);
        incident.Reports[0].Casualties!.Killed!.Breakdowns.Should().BeEmpty();
    }

    [Fact]
    public void A_target_is_written_as_the_second_actor_wherever_it_stands()
    {
        Incident read = Read(("event_type", "Violence against civilians"),
            ("sub_event_type", "Attack"), ("actor2", "Civilians (Syria)"), ("inter2", "Civilians"));
        Incident turned = read with
        {
            Involvements = [read.Involvements[1], read.Involvements[0]],
            Reports = [read.Reports[0] with { Original = null }],
        };
        using MemoryStream stream = new();
        using (var writer = IncidentWriter.Create(stream, EventFormats.Acled, new Glossary()))
        {
            writer.Write(turned);
        }

        string[] cells = SimpleCsv.Read(Encoding.UTF8.GetString(stream.ToArray()))[1];
        (cells[Array.IndexOf(Columns, "actor1")], cells[Array.IndexOf(Columns, "actor2")]).Should()
            .Be(("acled-name:Islamic_State_(Syria)", "acled-name:Civilians_(Syria)"));
    }

    [Fact]
    public void The_one_conservative_figure_is_a_best_figure_and_no_bound()
    {
        Toll killed = Read(("fatalities", "12")).Reports[0].Casualties!.Killed!;
        killed.Count.Should().Be(new Estimate(null, 12, null));
        killed.Breakdowns.Should().BeEmpty();
    }

    [Theory]
    [InlineData("1", "2024-07-03", "2024-07-03", "2024-07-03")]
    [InlineData("2", "2024-07-03", "2024-06-30", "2024-07-06")]
    [InlineData("3", "2024-07-03", "2024-07-01", "2024-07-31")]
    [InlineData("1", "03 July 2024", "2024-07-03", "2024-07-03")]
    public void A_date_is_as_vague_as_its_precision_and_comes_back(string precision, string day, string first, string last)
    {
        UncertainDate date = Read(("event_date", day), ("time_precision", precision)).Date.Date;
        (date.Earliest.ToString(), date.Latest.ToString()).Should().Be(
            (NodaTime.Text.LocalDatePattern.Iso.Parse(first).Value.ToString(),
                NodaTime.Text.LocalDatePattern.Iso.Parse(last).Value.ToString()));
        ComesBack(File(Row(("event_date", day), ("time_precision", precision))));
    }

    /// <summary>Every code, by number and by text, and what is seen in the wild, in any mixture.</summary>
    [Fact]
    public void Any_mixture_of_codes_and_oddities_comes_back() =>
        OddFile.Sample(file => Same(SimpleCsv.Read(file), RoundTrip.Cells(file)), iter: 3_000, threads: 1);

    [Fact]
    public void Older_columns_and_added_ones_are_read_and_come_back()
    {
        string header = string.Join(',', Columns).Replace("assoc_actor", "ally_actor", StringComparison.Ordinal)
            + ",data_id,iso3,event_id_no_cnty,population_best";
        string file = header + "\n" + Row() + ",9,SYR,1,1200\n";
        ComesBack(file);
        using var reader = IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(file)));
        reader.Read().Single().Involvements.Count.Should().Be(4);
    }

    [Fact]
    public void An_answer_of_the_API_is_read_with_numbers_as_strings()
    {
        string json = """
            {"success": true, "count": 1, "data": [
              {"event_id_cnty": "SYR1", "event_date": "2024-07-03", "year": "2024", "time_precision": "1", "event_type": "Battles",
               "sub_event_type": "Armed clash", "actor1": "X", "iso": 760, "fatalities": "3"}]}
            """;
        using var reader = IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(json)));
        Incident incident = reader.Read().Single();
        reader.Format.Should().Be(EventFormats.Acled);
        incident.Reports[0].Casualties!.Killed!.Count.Best.Should().Be(3);
    }

    [Theory]
    [InlineData("event_type", "Battle")]
    [InlineData("sub_event_type", "Attack")]
    [InlineData("inter1", "9")]
    [InlineData("interaction", "19")]
    [InlineData("geo_precision", "4")]
    [InlineData("time_precision", "0")]
    public void A_code_that_the_codebook_has_not_is_malformed(string column, string text)
    {
        Action read = () => Read((column, text));
        read.Should().Throw<MalformedInputException>().Which.Malformation.Should().Match<Malformation>(
            f => f.Code == MalformationCode.UnknownCode && f.Field == column);
    }

    [Fact]
    public void A_changed_actor_changes_its_code()
    {
        Incident Change(Incident incident) => incident with { Involvements = [incident.Involvements[0]] };
        string[] cells = RoundTrip.Cells(File(Row(("assoc_actor_2", "A;B"), ("interaction", "22"))), null, Change)[1];
        string Cell(string column) => cells[Array.IndexOf(Columns, column)];
        (Cell("actor1"), Cell("actor2"), Cell("assoc_actor_2"), Cell("inter2"), Cell("interaction")).Should().Be(
            ("Islamic State (Syria)", "", "", "", "Rebel group only"));
    }

    [Fact]
    public void The_rules_find_what_is_seen_in_the_wild()
    {
        string file = File(Row(("event_date", "0025-03-01"), ("year", "2025"), ("interaction", "Civilians only")),
            Row(("event_id_cnty", "SYR2"), ("actor2", "")), Row());
        PublishedSummary summary = PublishedValidator.Validate(new MemoryStream(Encoding.UTF8.GetBytes(file)));
        summary.Rules.Select(check => (check.Rule.Code, check.Found)).Should().Equal(
            ("acled-duplicate-id", 1), ("acled-year", 1), ("acled-early", 1),
            ("acled-interaction", 1), ("acled-lone-associate", 1), ("acled-round-figure", 0), ("acled-trim", 0));
        summary.Totals.Should().Equal([new("fatalities", 9)]);
    }

    [Fact]
    public void Rows_add_up_by_month_and_kind()
    {
        string file =
            File(Row(), Row(("event_id_cnty", "SYR2"), ("fatalities", "4"), ("time_precision", "2"), ("event_date", "2024-07-01")));
        using var reader = IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(file)));
        Aggregate sums =
            reader.ReadDataset().ToTable(BucketScheme.Month).Query().GroupBy(GroupKey.Month, GroupKey.Kind).Sum(Measure.Killed).Run();
        sums.Select(row => (row.TextOf(GroupKey.Month), row.Of(GroupKey.Kind), row.Of(Measure.Killed).Best, row.Of(Measure.Killed).Low))
            .Should().Equal(
            ("2024-06", IncidentKind.Battle, 2L, null), ("2024-07", IncidentKind.Battle, 5L, null));
    }
}
