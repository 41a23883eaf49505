using System.Text;
using ConflictModel.Aggregation;

namespace ConflictModel.Interchange.Tests.UcdpGed;

/// <summary>
/// UCDP joins the names of a coalition's members in one cell under an id of its own; who they are, the rest of the file may tell.
/// </summary>
public class GedCoalitionTests
{
    private static string Side(int id, string name, string actor) => GedSamples.Row(
        ("id", $"{id}"), ("side_b", name), ("side_b_new_id", actor), ("side_b_dset_id", actor), ("dyad_name", $"Government of X - {name}"));

    private static (ConflictDataset Dataset, Glossary Glossary) Read(NameResolver? names, params string[] rows)
    {
        using var reader = IncidentReader.Open(GedSamples.Stream(rows), new() { Names = names ?? NameResolver.None });
        return (reader.ReadDataset(), reader.Glossary);
    }

    private static string[] SideB(Incident incident) =>
        [.. incident.Involvements.Where(involvement =>
            involvement.Role == InvolvementRole.SideB).Select(involvement => involvement.Actor.Value)];

    [Fact]
    public void A_member_is_the_actor_whom_the_file_calls_so_before_or_later()
    {
        (ConflictDataset dataset, _) = Read(null, Side(1, "A", "11"), Side(2, "A, B", "90"), Side(3, "B", "12"), Side(4, "B, C", "91"));
        dataset.Incidents.Select(SideB).Should().BeEquivalentTo(
            new[] { ["ucdp-actor:11"], ["ucdp-actor:11", "ucdp-actor:12"], ["ucdp-actor:12"], new[] { "ucdp-actor:12", "ucdp-name:C" } },
            order => order.WithStrictOrdering());
    }

    [Fact]
    public void The_dead_of_a_coalition_are_its_members_as_the_whole_file_knows_them()
    {
        (ConflictDataset dataset, _) = Read(null, Side(1, "A, B", "90"), Side(2, "B", "12"));
        dataset.Incidents[0].Reports[0].Casualties!.Killed!.Breakdowns[0].Parts[1].Victims.Should().Be(
            Victims.MembersOf(ActorId.From("ucdp-name:A"), ActorId.From("ucdp-actor:12")));
    }

    [Fact]
    public void Whoever_was_known_by_name_alone_and_turned_out_to_be_another_leaves_the_data_set()
    {
        (ConflictDataset dataset, Glossary glossary) = Read(null, Side(1, "A, B", "90"), Side(2, "B", "12"));
        dataset.Actors.Select(actor => actor.Id.Value).Should().Equal("ucdp-actor:118", "ucdp-name:A", "ucdp-actor:12");
        glossary.Find(ActorId.From("ucdp-name:B")).Should().BeNull();
        glossary.ToResolver().Actor("ucdp", null, "B")!.Id.Value.Should().Be("ucdp-actor:12");
    }

    [Fact]
    public void A_name_that_two_actors_bear_is_its_own_key()
    {
        (ConflictDataset dataset, _) = Read(null, Side(1, "DPR", "5840"), Side(2, "DPR", "6711"), Side(3, "DPR, LPR", "90"));
        SideB(dataset.Incidents[2]).Should().Equal("ucdp-name:DPR", "ucdp-name:LPR");
    }

    [Fact]
    public void The_file_is_asked_before_the_catalog()
    {
        var names = new NameResolver
        {
            Actor = (_, id, name) => id is null && name is "A" or "B"
                ? new() { Id = ActorId.From("known-" + name), Name = name, Kind = ActorKind.RebelGroup }
                : null,
        };
        (ConflictDataset dataset, _) = Read(names, Side(1, "A, B", "90"), Side(2, "B", "12"));
        SideB(dataset.Incidents[0])[0].Should().Be("known-A");
        SideB(dataset.Incidents[0])[1].Should().Be(SideB(dataset.Incidents[1])[0]);
    }

    [Fact]
    public void A_name_with_a_comma_stays_whole_where_its_id_tells_who_it_is_though_only_later()
    {
        var names = new NameResolver
        {
            Actor = (_, id, _) =>
                id == "77" ? new() { Id = ActorId.From("brigade"), Name = "The Brigade", Kind = ActorKind.RebelGroup } : null,
        };
        (ConflictDataset dataset, _) = Read(names, Side(1, "Brigade of Homs, Hama, C", "90"), Side(2, "Brigade of Homs, Hama", "77"));
        SideB(dataset.Incidents[0]).Should().Equal("brigade", "ucdp-name:C");
        SideB(dataset.Incidents[1]).Should().Equal("brigade");
    }

    /// <summary>A coalition stands as a side of its own under an id and within a larger one: it is no member, its members are.</summary>
    [Fact]
    public void A_coalition_within_a_coalition_is_its_members()
    {
        (ConflictDataset dataset, _) = Read(null, Side(1, "A, B", "90"), Side(2, "A, B, C", "91"));
        SideB(dataset.Incidents[1]).Should().Equal("ucdp-name:A", "ucdp-name:B", "ucdp-name:C");
    }

    [Fact]
    public void A_side_without_an_id_is_the_actor_of_its_name()
    {
        (ConflictDataset dataset, _) = Read(null, Side(1, "B", ""), Side(2, "B", "12"));
        dataset.Incidents.Select(incident => SideB(incident)[0]).Should().Equal("ucdp-actor:12", "ucdp-actor:12");
    }

    [Fact]
    public void Every_cell_comes_back_when_members_were_settled_at_the_end()
    {
        var names = new NameResolver
        {
            Actor = (_, id, _) =>
                id == "12" ? new() { Id = ActorId.From("known"), Name = "Another name", Kind = ActorKind.RebelGroup } : null,
        };
        string file = GedSamples.File(Side(1, "A, B", "90"), Side(2, "B", "12"), Side(3, "B", ""), Side(4, "B, A", ""));
        using var reader = IncidentReader.Open(new MemoryStream(Encoding.UTF8.GetBytes(file)), new() { Names = names });
        ConflictDataset dataset = reader.ReadDataset();
        using var stream = new MemoryStream();
        using (var writer = IncidentWriter.Create(stream, EventFormats.UcdpGed, Glossary.Of(dataset)))
        {
            writer.Write(dataset.Incidents);
        }

        Encoding.UTF8.GetString(stream.ToArray()).Should().Be(file);
    }

    [Fact]
    public void A_stream_knows_the_rows_before()
    {
        using var reader = IncidentReader.Open(GedSamples.Stream(Side(1, "A, B", "90"), Side(2, "B", "12"), Side(3, "B, C", "91")));
        reader.Read().Select(incident => string.Join(' ', SideB(incident))).Should().Equal(
            "ucdp-name:A ucdp-name:B", "ucdp-actor:12", "ucdp-actor:12 ucdp-name:C");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_sums_of_Syria_by_actor_and_side_are_the_same_by_either_road(bool resolved)
    {
        string path = PublishedFiles.PathOf(PublishedFiles.Syria);
        var options = new ReadOptions { Names = resolved ? NameResolver.BuiltIn : NameResolver.None };
        using var first = IncidentReader.Open(path, options);
        ConflictDataset dataset = first.ReadDataset();
        IncidentTableBuilder incidents = new();
        incidents.DefineRegions(dataset.Regions);
        incidents.AppendIncidents(dataset.Incidents);
        using var second = IncidentReader.Open(path, options);
        IncidentTableBuilder rows = new();
        second.AppendTo(rows);
        Sums(rows).Should().Equal(Sums(incidents));
        second.Glossary.Actors.Select(actor => actor.Id).Should().BeEquivalentTo(dataset.Actors.Select(actor => actor.Id));

        static List<string> Sums(IncidentTableBuilder builder) =>
        [
            .. builder.ToTable().Query().GroupBy(GroupKey.Actor).Sum(Measure.Killed).Run()
                .Select(row => $"{row.Of(GroupKey.Actor)} {row.Incidents} {row.Of(Measure.Killed)}").Order(StringComparer.Ordinal),
        ];
    }
}
