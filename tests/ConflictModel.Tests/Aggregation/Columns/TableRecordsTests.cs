using ConflictModel.Aggregation;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Tests.Aggregation.Columns;

/// <summary>Some of a table's incidents by themselves, each of them a group of its own.</summary>
public class TableRecordsTests
{
    private static readonly LocalDate From = new(2016, 1, 1);
    private static readonly LocalDate To = new(2016, 12, 31);

    [Fact]
    public void Of_some_incidents_each_is_counted_once_however_many_pieces_it_has()
    {
        IncidentTable some = new(Split().OfIncidents([0, 2]));
        (some.Rows, some.Incidents).Should().Be((4, 2L));
        Aggregate records = some.Query().During(From, To).GroupBy(GroupKey.Record).Run();
        records.Select(row => row.Incidents).Should().Equal(1L, 1L);
        records.Filters.Should().Equal(new FilterCount("period", 0));
    }

    [Fact]
    public void The_first_day_of_an_incident_is_that_of_its_first_piece_and_of_one_without_a_day_there_is_none() =>
        Split().FirstDays().Should().Equal(new LocalDate(2016, 1, 31), null, new LocalDate(2016, 5, 1));

    [Fact]
    public void More_incidents_than_a_byte_counts_are_groups_of_their_own()
    {
        IncidentTableBuilder builder = new();
        for (int i = 0; i < 300; i++)
        {
            builder.Append(new() { Earliest = From }, Measure.Killed.Is(i));
        }

        IncidentTable records = new(builder.ToTable(sortByDate: false).Columns.OfIncidents([.. Enumerable.Range(0, 300)]));
        records.Query().GroupBy(GroupKey.Record).Sum(Measure.Killed).Run().Select(row => row.Of(Measure.Killed).Best)
            .Should().Equal(Enumerable.Range(0, 300).Select(i => (long?)i));
    }

    /// <summary>An incident in three pieces, one without a day and one in one piece.</summary>
    private static TableColumns Split()
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        builder.Append(new() { Earliest = new(2016, 1, 31), Latest = new(2016, 3, 2) });
        builder.Append(default);
        builder.Append(new() { Earliest = new(2016, 5, 1) });
        return builder.ToTable(sortByDate: false).Columns;
    }
}
