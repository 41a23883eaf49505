using ConflictModel.Aggregation;
using CsCheck;
using DuckDB.NET.Data;

namespace ConflictModel.Parquet.Tests;

/// <summary>Files that are asked together count no event twice, or say which.</summary>
public sealed class EventsOnceTests : IDisposable
{
    private static readonly IncidentQuery Question = IncidentQuery.OverPieces().Sum(Measure.Killed);

    private readonly string folder = Some.Scratch("data");

    public EventsOnceTests() => Directory.CreateDirectory(folder);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);

    [Fact]
    public void A_file_that_stands_there_twice_is_refused()
    {
        Some.Table(new(3), 50).WriteParquet(At("a"));
        File.Copy(At("a"), At("b"));
        Refuse($"*b.parquet: it holds the same events as {At("a")}, and none is counted twice: take one of the files away.");
    }

    [Fact]
    public void An_event_in_two_files_is_refused_and_named()
    {
        Some.Table(new(3), 50).WriteParquet(At("a"));
        Some.Builder(new(4), 20, firstId: 49).ToTable().WriteParquet(At("b"));
        Refuse($"*b.parquet, column event: the event 'e49' stands here and in {At("a")}, and none is counted twice*");
    }

    [Fact]
    public void A_part_of_a_divided_folder_that_stands_there_twice_is_refused_and_so_is_a_newer_table_beside_it()
    {
        Directory.Delete(folder);
        Some.Table(new(3), 50).WriteParquetFolder(folder, null, ParquetPartition.Year);
        Question.RunParquet(folder).Total.Incidents.Should().Be(50);
        string part = Path.Combine(folder, "year=2012", "pieces.parquet");
        string again = Path.Combine(folder, "year=2012", "x.parquet");
        File.Copy(part, again);
        Refuse($"*x.parquet: it holds the same events as {part}*");
        Some.Table(new(3), 48).WriteParquet(again);
        Refuse("*the event * stands here and in *");
        Some.Builder(new(3), 48, firstId: 50).ToTable().WriteParquet(again);
        Question.RunParquet(folder).Total.Incidents.Should().Be(98);
    }

    [Fact]
    public void Files_are_refused_where_they_share_an_event_and_only_there() => Gen.Int.Sample(
        seed =>
        {
            Random random = new(seed);
            string here = Some.Scratch("data");
            Directory.CreateDirectory(here);
            HashSet<int> all = [];
            bool shares = false;
            long events = 0;
            for (int file = random.Next(1, 5); file > 0; file--)
            {
                (int first, int rows) = (random.Next(60), random.Next(12));
                events += rows;
                shares |= Enumerable.Range(first, rows).Any(id => !all.Add(id));
                Some.Builder(random, rows, firstId: first).ToTable().WriteParquet(Path.Combine(here, $"{file}.parquet"));
            }

            Action ask = () => Question.RunParquet(here).Total.Incidents.Should().Be(events);
            Action read = () => IncidentTable.ReadParquet(here).Incidents.Should().Be((int)events);
            if (shares)
            {
                ask.Should().Throw<ParquetFormatException>();
                read.Should().Throw<ParquetFormatException>();
            }
            else
            {
                ask();
                read();
            }

            Directory.Delete(Path.GetDirectoryName(here)!, recursive: true);
        },
        iter: 60, threads: 1);

    [Theory]
    [InlineData(1000)]
    [InlineData(7)]
    [InlineData(1)]
    public void However_few_ids_are_held_at_a_time_one_that_recurs_is_found(int held)
    {
        Some.Table(new(3), 50).WriteParquet(At("a"));
        Some.Builder(new(4), 20, firstId: 49).ToTable().WriteParquet(At("b"));
        Some.Builder(new(4), 20, firstId: 50).ToTable().WriteParquet(At("c"));
        using IdleReaders idle = new();
        using PiecesFile a = new(At("a"), idle);
        using PiecesFile b = new(At("b"), idle);
        using PiecesFile c = new(At("c"), idle);
        EventsOnce.CheckIds([a, c], held);
        FluentActions.Invoking(() => EventsOnce.CheckIds([a, b], held)).Should().Throw<ParquetFormatException>()
            .WithMessage("*'e49'*");
    }

    [Fact]
    public void Ids_are_not_read_where_those_of_each_file_stand_apart()
    {
        IncidentTable[] tables = [.. Enumerable.Range(1, 2).Select(i => Some.Builder(new(i), 9, true, i * 10).ToTable())];
        tables[0].WriteParquet(At("a"));
        tables[1].WriteParquet(At("b"));
        using IdleReaders idle = new();
        using PiecesFile a = new(At("a"), idle);
        using PiecesFile b = new(At("b"), idle);
        (a.Ids.EndsBefore(b.Ids), b.Ids.EndsBefore(a.Ids)).Should().Be((true, false));
        (a.Ids.With(b.Ids).EndsBefore(b.Ids), IdRange.Any.EndsBefore(a.Ids), a.Ids.With(IdRange.Any).EndsBefore(b.Ids))
            .Should().Be((false, false, false));
    }

    [Fact]
    public void What_another_program_wrote_is_not_believed_to_count_each_event_once()
    {
        Some.Table(new(3), 9, isDated: true).WriteParquet(Path.Combine(folder, "..", "a.parquet"));
        string path = Path.Combine(folder, "..", "a.parquet");
        WriteAgain(path, At("a"), "from pieces");
        Question.RunParquet(folder).Total.Incidents.Should().Be(9);
        WriteAgain(path, At("a"), "from pieces union all from (from pieces where pieces = 1 limit 1)");
        Refuse("*a.parquet, column event: the event * stands here twice, and none is counted twice*");
        WriteAgain(path, At("a"), "from pieces where first and pieces = 1");
        WriteAgain(path, At("b"), "from pieces where first and pieces = 1");
        Refuse($"*b.parquet, column event: the event * stands here and in {At("a")}, and none is counted twice*");
        File.Delete(At("b"));
        WriteAgain(path, At("a"), "select * replace (7::bigint as event) from pieces");
        FluentActions.Invoking(() => Question.RunParquet(folder)).Should().Throw<ParquetFormatException>()
            .WithMessage("*a.parquet, column event: the column *text*");
    }

    [Theory]
    [InlineData("from pieces where piece <> 1 or pieces = 1")]
    [InlineData("from pieces where piece <> 2")]
    [InlineData("from pieces where piece < pieces or pieces = 1")]
    [InlineData("from pieces union all from (from pieces where piece = 1 and pieces > 1)")]
    [InlineData("from pieces union all from pieces")]
    [InlineData("select * replace (true as first) from pieces")]
    public void An_event_of_which_a_piece_is_missing_or_stands_twice_is_told_whatever_is_asked(string select)
    {
        IncidentTableBuilder builder = new();
        TableCode<ActorId> a = builder.CodeOf(ActorId.From("a"));
        builder.Append(
            new() { Id = IncidentId.From("cut"), Earliest = new(2012, 1, 20), Latest = new(2012, 3, 10), FirstSide = a },
            Measure.Killed.Is(9));
        builder.Append(new() { Id = IncidentId.From("whole"), Earliest = new(2012, 5, 1), FirstSide = a }, Measure.Killed.Is(4));
        string path = Path.Combine(folder, "..", "a.parquet");
        builder.ToTable().WriteParquet(path);
        WriteAgain(path, At("a"), "from pieces");
        foreach (IncidentQuery query in OfMonths)
        {
            query.RunParquet(folder).ToJson().Should().Be(query.On(builder.ToTable().ToPieces().ToTable()).Run().ToJson());
        }

        WriteAgain(path, At("a"), select);
        FluentActions.Invoking(() => IncidentTable.ReadParquet(folder)).Should().Throw<ParquetFormatException>();
        foreach (IncidentQuery query in OfMonths)
        {
            FluentActions.Invoking(() => query.RunParquet(folder)).Should().Throw<ParquetFormatException>(
                "{0} was asked", query.ToSql(SqlDialect.DuckDb));
        }
    }

    /// <summary>Sums and mere counts, of which one passes over the event that was cut.</summary>
    private static IncidentQuery[] OfMonths =>
    [
        IncidentQuery.OverPieces(), Question, IncidentQuery.OverPieces().GroupBy(GroupKey.Month),
        IncidentQuery.OverPieces().WithFirstSide(ActorId.From("a")), IncidentQuery.OverPieces().During(new(2012, 5, 1), new(2012, 5, 31)),
    ];

    private string At(string name) => Path.Combine(folder, name + ".parquet");

    private void Refuse(string message)
    {
        FluentActions.Invoking(() => Question.RunParquet(folder)).Should().Throw<ParquetFormatException>().WithMessage(message);
        FluentActions.Invoking(() => IncidentTable.ReadParquet(folder)).Should().Throw<ParquetFormatException>().WithMessage(message);
    }

    /// <summary>Writes a file again by DuckDB, with all that the file says beside its columns.</summary>
    private static void WriteAgain(string path, string target, string select)
    {
        using IdleReaders idle = new();
        using PiecesFile file = new(path, idle);
        string says = string.Join(
            ", ", file.Metadata.Select(one => $"'{one.Key}': '{one.Value.Replace("'", "''", StringComparison.Ordinal)}'"));
        using DuckDBConnection connection = new("Data Source=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = $"create table pieces as from '{path}'; copy ({select}) to '{target}' "
            + $"(format parquet, kv_metadata {{{says}}})";
        command.ExecuteNonQuery();
    }
}
