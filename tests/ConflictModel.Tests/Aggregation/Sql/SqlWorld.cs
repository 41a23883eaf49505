using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Time;

namespace ConflictModel.Tests.Aggregation.Sql;

/// <summary>Random incidents with all that queries can ask about, as a table that is cut at the edges of months.</summary>
internal static class SqlWorld
{
    private static readonly string[] Links =
        ["", "2012-01~/2012-06", "/2012-02", "2012-03/", "2012?/..", "../2013-01?", "2012-01-10/2012-02-20", "2012", "../.."];

    /// <summary>The table of a world, with affiliations that perhaps hold and with names that the source writes.</summary>
    public static IncidentTable Table(OracleWorld world, int seed, bool sortByDate = true)
    {
        Random random = new(seed);
        IncidentTableBuilder builder = world.CutAt(BucketScheme.Month).ToBuilder();
        if (world.Actors.Count > 1)
        {
            builder.DeclareAffiliations([.. Enumerable.Range(0, random.Next(6)).Select(_ => Link(random, world.Actors))]);
        }

        for (int i = 0; i < world.Actors.Count; i += 3)
        {
            builder.Call(builder.CodeOf(ActorId.From(world.Actors[i])), (i % 5).ToString(CultureInfo.InvariantCulture), "Group");
        }

        builder.Call(builder.CodeOf(DyadId.From("d1")), "d2", "'; DROP TABLE pieces; --");
        builder.Call(builder.CodeOf(RegionId.From("r0")), "42", "Somewhere");
        return builder.ToTable(sortByDate);
    }

    /// <summary>
    /// A world of some incidents or of few. In some many go on for months and lack a figure; now and then its source prints no range.
    /// </summary>
    public static OracleWorld Random(Random random, int rows)
    {
        var world = OracleWorld.Random(random, random.Next(10) == 0 ? random.Next(3) : rows);
        return random.Next(4) switch
        {
            0 => world.With(world.Incidents.Select(incident => incident with
            {
                Figures = incident.Figures.ToDictionary(pair => pair.Key, pair => ((long?)null, pair.Value.Best, (long?)null)),
            })),
            1 or 2 => world.With(world.Incidents.Select(incident => incident with
            {
                Latest = random.Next(2) == 0 ? incident.Latest : incident.Earliest?.PlusDays(random.Next(100)),
                Figures = incident.Figures.ToDictionary(pair => pair.Key, _ => (Count(random), Count(random), Count(random))),
            })),
            _ => world,
        };
    }

    private static long? Count(Random random) => random.Next(4) == 0 ? null : random.Next(20);

    /// <summary>The parts of a world by its incidents, in each the columns of the whole; null where there are too few.</summary>
    public static PlainTable[]? Parts(OracleWorld world, int seed, int parts, IReadOnlyCollection<Measure> measures)
    {
        OracleIncident[] all =
        [
            .. world.Incidents.Select((incident, i) => incident with
            {
                Id = FormattableString.Invariant($"e{i}"),
                Figures = measures.ToDictionary(measure => measure, measure => incident.Figures.GetValueOrDefault(measure)),
            }),
        ];
        return all.Length < parts ? null :
        [
            .. Enumerable.Range(0, parts).Select(part =>
                Table(world.With(all.Where((_, i) => i % parts == part)), seed).ToPieces().Pieces),
        ];
    }

    // Never a circle: whoever is listed first is part of whoever is listed later.
    private static Affiliation Link(Random random, List<string> actors)
    {
        int member = random.Next(Math.Min(actors.Count, 30) - 1);
        string period = Links[random.Next(Links.Length)];
        return new()
        {
            Actor = ActorId.From(actors[member]),
            Kind = random.Next(2) == 0 ? AffiliationKind.MemberOf : AffiliationKind.PartOf,
            To = ActorId.From(actors[random.Next(member + 1, actors.Count)]),
            Period = period.Length == 0 ? null : UncertainDate.Parse(period),
        };
    }
}
