using ConflictModel.Aggregation;
using ConflictModel.Time;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Aggregation.Columns;

public class RemovalTests
{
    private static readonly Measure[] Measures = [Measure.Killed, Measure.Killed.Civilians, Measure.Of(Harm.Wounded)];

    private static void Append(IncidentTableBuilder builder, int seed)
    {
        Random random = new(seed);
        LocalDate start = new LocalDate(2020, 1, 1).PlusDays(random.Next(400));
        bool dated = random.Next(4) > 0;
        long? Figure() => random.Next(4) switch { 0 => null, 1 => random.Next(1000), 2 => random.Next(100_000_000), _ => random.Next(9) };
        builder.Append(
            new()
            {
                Earliest = dated ? start : null,
                Latest = dated ? start.PlusDays(random.Next(3) == 0 ? random.Next(90) : 0) : null,
                FirstSide = builder.CodeOf(ActorId.From($"a{random.Next(300)}")),
                Kind = (IncidentKind)random.Next(1, 5),
                Source = builder.CodeOf(SourceId.From($"s{random.Next(3)}")),
            },
            [
                (Measure.Killed, Figure(), Figure(), Figure()),
                .. random.Next(2) == 0 ? ((Measure, long?, long?, long?)[])[] : [(Measure.Killed.Civilians, null, Figure(), null)],
                .. random.Next(3) == 0 ? ((Measure, long?, long?, long?)[])[] : [(Measures[2], Figure() ?? 1, Figure(), Figure() ?? 3)],
            ]);
    }

    private static readonly GroupKey[] Keys = [GroupKey.Month, GroupKey.Year, GroupKey.FirstSide, GroupKey.Kind, GroupKey.Source];

    private static string Answers(IncidentTableBuilder builder) => string.Join('\n', ((bool[])[false, true])
        .SelectMany(sorted => Keys.Select(key => builder.ToTable(sorted).Query().GroupBy(key).Sum(Measures).KeepingUnknown().Run()))
        .Select(answer => string.Join('\n', answer.ToCsv().Split('\n').Order())));

    [Fact]
    public void What_is_left_is_what_would_be_if_the_incidents_had_never_been_appended() => Gen.Int.Sample(IsAsIfNeverAppended, iter: 60);

    [Theory]
    [MemberData(nameof(OracleWorld.Seeds), MemberType = typeof(OracleWorld))]
    public void In_a_world_that_stays_the_same_what_is_left_is_as_if_never_appended(int seed) => IsAsIfNeverAppended(seed);

    private static void IsAsIfNeverAppended(int seed)
    {
        Random random = new(seed);
        BucketScheme[] splitAt = random.Next(2) == 0 ? [] : [BucketScheme.Month];
        (IncidentTableBuilder all, IncidentTableBuilder left) = (new(splitAt), new(splitAt));
        List<int> gone = [];
        for (int incident = 0; incident < random.Next(1, 40); incident++)
        {
            int made = random.Next();
            Append(all, made);
            if (random.Next(3) == 0)
            {
                gone.Add(incident);
            }
            else
            {
                Append(left, made);
            }
        }

        all.Remove([.. gone]);
        (all.Rows, all.IncidentCount).Should().Be((left.Rows, left.IncidentCount));
        Answers(all).Should().Be(Answers(left));
        Append(all, seed);
        Append(left, seed);
        Answers(all).Should().Be(Answers(left));
    }
}
