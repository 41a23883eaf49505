using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Serialization;
using ConflictModel.Tests.Serialization.Anywhere;
using CsCheck;

namespace ConflictModel.Tests.Serialization;

/// <summary>On how many threads lines are read makes no difference but in time.</summary>
public class LinesOnThreadsTests
{
    private const string Header = """{"schemaVersion":"1.0","kind":"records"}""";
    private const string Line = "{\"source\":{\"id\":\"s\",\"name\":\"s\"}}\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Lines in any order, as people leave them, in pieces of any size, on one to five threads.</summary>
    private static readonly Gen<(List<string> Lines, string End, bool HasLastEnd, bool HasMark, int Pieces, int Threads)> Reading =
        Gen.Select(
            Generate.Dataset.Array[1, 12].Select(LinesOf), OneOf("\n", "\r\n", "\n\n", "\r\n \t\r\n"), Gen.Bool, Gen.Bool,
            OneOf(1, 7, 300, 1 << 20), Gen.Int[1, 5]);

    [Fact]
    public void Records_come_the_same_and_in_the_same_order() => Reading.Sample(
        reading =>
        {
            byte[] bytes = TextOf(reading.Lines, reading);
            IEnumerable<object> records = DatasetNdjson.Read(new Pieces(bytes, reading.Pieces), reading.Threads, Stop);
            records.Should().Equal(DatasetNdjson.Read(new MemoryStream(bytes)).ToList());
            records.Should().HaveCount(reading.Lines.Count, "they may be gone through again");
        },
        iter: 60);

    [Fact]
    public void Long_lines_among_short_ones_come_whole_and_in_order() => Gen.OneOf(Gen.Int[1, 20], Gen.Int[1, 300_000]).Array[60].Sample(
        lengths =>
        {
            string text = string.Join('\n', lengths.Select((length, i) => FormattableString.Invariant(
                $$$"""{"source":{"id":"s{{{i}}}","name":"{{{new string('x', length)}}}"}}""")).Prepend(Header));
            DatasetNdjson.Read(new Pieces(Encoding.UTF8.GetBytes(text), 5_000), threads: 5, Stop).Skip(1).Cast<Source>()
                .Select((source, i) => (source.Id.Value, source.Name.ToString().Length))
                .Should().Equal(lengths.Select((length, i) => (FormattableString.Invariant($"s{i}"), length)));
        },
        iter: 20);

    [Fact]
    public void A_table_is_the_same_cell_by_cell() => Reading.Sample(
        reading =>
        {
            byte[] bytes = TextOf(reading.Lines, reading);
            CellsOf(DatasetNdjson.Read(new Pieces(bytes, reading.Pieces), reading.Threads, Stop))
                .Should().Equal(CellsOf(DatasetNdjson.Read(new MemoryStream(bytes))));
        },
        iter: 60);

    [Fact]
    public void A_table_of_many_blocks_is_the_same_cell_by_cell() => Generate.Dataset.Array[800].Select(LinesOf).Sample(
        lines =>
        {
            byte[] bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
            CellsOf(DatasetNdjson.Read(new MemoryStream(bytes), threads: 2, Stop))
                .Should().Equal(CellsOf(DatasetNdjson.Read(new MemoryStream(bytes))));
        },
        iter: 2);

    [Fact]
    public void The_first_error_in_the_file_comes_in_its_place_and_names_its_line() => Gen.Select(
        Reading, Gen.Select(Gen.Int[0, 1000], OneOf("{", "{}", "{\"incident\":{\"id\":\"a b\"}}", "\uD800", "1 2")).Array[1, 3]).Sample(
        (reading, mistakes) =>
        {
            var lines = reading.Lines.ToList();
            foreach ((int place, string mistake) in mistakes)
            {
                lines.Insert(place % (lines.Count + 1), mistake);
            }

            byte[] bytes = TextOf(lines, reading);
            (List<object> records, Exception? error) = UpToError(DatasetNdjson.Read(new MemoryStream(bytes)));
            (List<object> same, Exception? told) = UpToError(DatasetNdjson.Read(new Pieces(bytes, reading.Pieces), reading.Threads, Stop));
            same.Should().Equal(records);
            PlaceOf(told).Should().Be(PlaceOf(error));
        },
        iter: 60);

    [Fact]
    public void A_stream_that_breaks_is_told_after_the_records_before() => Gen.Select(Reading, Gen.Int[0, 20_000]).Sample(
        (reading, at) =>
        {
            byte[] bytes = TextOf(reading.Lines, reading);
            at = Math.Min(at, bytes.Length);
            (List<object> records, _) = UpToError(DatasetNdjson.Read(new Pieces(bytes, reading.Pieces, breaksAt: at)));
            (List<object> same, Exception? told) =
                UpToError(DatasetNdjson.Read(new Pieces(bytes, reading.Pieces, breaksAt: at), reading.Threads, Stop));
            same.Should().Equal(records);
            told.Should().BeOfType<IOException>().Which.Message.Should().Be("The disk is gone.");
        },
        iter: 60);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("{")]
    [InlineData("{\"source\":{\"id\":\"s\",\"name\":\"s\"}}")]
    public void Lines_without_a_header_are_refused_as_on_one_thread(string text)
    {
        Func<int> Read(int threads) => () => DatasetNdjson.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), threads, Stop).Count();
        string message = ((Action)(() => DatasetNdjson.ReadDataset(new MemoryStream(Encoding.UTF8.GetBytes(text)))))
            .Should().Throw<DatasetFormatException>().Which.Message;
        Read(1).Should().Throw<DatasetFormatException>().Which.Message.Should().Be(message);
        Read(3).Should().Throw<DatasetFormatException>().Which.Message.Should().Be(message);
    }

    [Fact]
    public void Only_so_much_is_read_ahead_and_only_by_the_thread_that_asks()
    {
        Endless stream = ManyLines();
        DatasetNdjson.Read(stream, threads: 3, Stop).Take(20_000).Should().HaveCount(20_000);
        stream.Given.Should().BeLessThan(20_000L * Line.Length + 1_000_000);
    }

    [Fact]
    public void A_line_longer_than_it_may_be_is_refused_after_the_lines_before_it_and_not_held()
    {
        var stream = new Endless(Encoding.UTF8.GetBytes($"{Header}\n{Line}{Line}{Line}"));
        (List<object> records, Exception? error) = UpToError(DatasetNdjson.Read(stream, threads: 2, Stop));
        records.Should().HaveCount(4);
        error.Should().BeOfType<DatasetFormatException>().Which.Line.Should().Be(5);
        stream.Given.Should().BeLessThan(3L * DatasetNdjson.MaxLineBytes);
    }

    [Fact]
    public void Reading_stops_where_it_is_told_to()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        int count = 0;
        Action read = () =>
        {
            foreach (object record in DatasetNdjson.Read(ManyLines(), threads: 2, stop.Token))
            {
                count++;
                if (count == 1_000)
                {
                    stop.Cancel();
                }
            }
        };
        read.Should().Throw<OperationCanceledException>().Which.CancellationToken.Should().Be(stop.Token);
        count.Should().Be(1_000);
    }

    [Fact]
    public void Reading_stops_where_nothing_but_blank_lines_are_left()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        byte[] bytes = Encoding.UTF8.GetBytes(Header + new string('\n', 1_000));
        using IEnumerator<object> records = DatasetNdjson.Read(new MemoryStream(bytes), threads: int.MaxValue, stop.Token).GetEnumerator();
        records.MoveNext().Should().BeTrue();
        stop.Cancel();
        ((Action)(() => records.MoveNext())).Should().Throw<OperationCanceledException>();
    }

    [Fact]
    public void There_is_at_least_one_thread_and_a_stream_that_cannot_seek_is_gone_through_once()
    {
        Action none = () => DatasetNdjson.Read(Stream.Null, threads: 0, Stop);
        none.Should().Throw<ArgumentOutOfRangeException>();
        IEnumerable<object> records = DatasetNdjson.Read(ManyLines(), threads: 2, Stop);
        records.Take(5).Should().HaveCount(5);
        ((Func<int>)(() => records.Take(5).Count())).Should().Throw<InvalidOperationException>().WithMessage("*can't seek*");
    }

    private static Endless ManyLines() =>
        new(Encoding.UTF8.GetBytes($"{Header}\n{string.Concat(Enumerable.Repeat(Line, 200_000))}"), isEndless: false);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>The lines of one data set with the incidents of several, some of them linked.</summary>
    private static List<string> LinesOf(ConflictDataset[] datasets)
    {
        IEnumerable<Incident> incidents = datasets.Select((dataset, i) => dataset.Incidents[0] with
        {
            Id = IncidentId.From(FormattableString.Invariant($"i{i}")),
            SameAs = i % 5 == 3 ? [IncidentId.From(FormattableString.Invariant($"i{i - 2}"))] : [],
        });
        using var stream = new MemoryStream();
        ConflictDataset all = datasets[0] with
        {
            Actors = datasets[0].Actors.Take(4).ToValueList(),
            Regions = default,
            Incidents = incidents.ToValueList(),
        };
        DatasetNdjson.Write(all, stream);
        return [.. Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static byte[] TextOf(
        List<string> lines, (List<string> Lines, string End, bool HasLastEnd, bool HasMark, int Pieces, int Threads) reading)
    {
        string text = (reading.HasMark ? "\uFEFF" : "") + string.Join(reading.End, lines) + (reading.HasLastEnd ? reading.End : "");

        // A lone surrogate stands for a byte that is not UTF-8.
        return [.. Encoding.UTF8.GetBytes(text.Replace('\uD800', '\u0001')).Select(b => b == 1 ? (byte)0xFF : b)];
    }

    private static (List<object> Records, Exception? Error) UpToError(IEnumerable<object> records)
    {
        List<object> read = [];
        try
        {
            foreach (object record in records)
            {
                read.Add(record);
            }
        }
        catch (Exception error) when (error is DatasetFormatException or IOException)
        {
            return (read, error);
        }

        return (read, null);
    }

    private static (string, long, long, string) PlaceOf(Exception? error) =>
        error is DatasetFormatException told ? (told.Message, told.Line, told.Column, told.Pointer.ToString()) : throw error!;

    private static List<string> CellsOf(IEnumerable<object> records)
    {
        var builder = new IncidentTableBuilder();
        builder.AppendRecords(records);
        TableColumns columns = builder.ToTable(sortByDate: false).Columns;
        return
        [
            .. columns.CodeColumns.Select(column => string.Join(' ', Enumerable.Range(0, columns.Rows).Select(row => column[row]))),
            .. columns.Columns.Select(column => $"{column.Measure}: {string.Join(' ', column.Packed ?? [])} / "
                + $"{string.Join(' ', column.Single ?? [])} / "
                + string.Join(' ', Enumerable.Range(0, column.Patches.Count).Select(i => column.Patches[i]))),
            string.Join(' ', columns.Actors.Stated.ToArray()),
            string.Join(' ', columns.Regions.Stated.ToArray()),
            string.Join(' ', columns.Of<SourceId>().Book.Stated.ToArray()),
        ];
    }

    /// <summary>Bytes that come in pieces, and perhaps not all.</summary>
    private sealed class Pieces(byte[] bytes, int most, int? breaksAt = null) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer)
        {
            int left = Math.Min(Math.Min(most, buffer.Length), (breaksAt ?? int.MaxValue) - (int)Position);
            return left == 0 ? throw new IOException("The disk is gone.") : base.Read(buffer[..left]);
        }
    }
}
