using ConflictModel.Aggregation;
using CsCheck;
using DuckDB.NET.Data;

namespace ConflictModel.Parquet.Tests;

/// <summary>A file that is damaged or says what can't be is refused by name, and nothing else happens.</summary>
public class MalformedTests
{
    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_refused()
    {
        byte[] whole = Bytes();
        foreach (int length in (int[])[0, 1, 4, 100, whole.Length / 2, whole.Length - 1])
        {
            Action read = () => IncidentTable.ReadParquet(new MemoryStream(whole[..length]));
            read.Should().Throw<ParquetFormatException>().Which.File.Should().Be("the stream");
        }
    }

    [Fact]
    public void A_file_with_damage_gives_a_table_or_is_refused_or_its_figures_are_too_large_to_add_up()
    {
        byte[] whole = Bytes();
        Gen.Int.Sample(
            seed =>
            {
                Random random = new(seed);
                byte[] damaged = [.. whole];
                for (int i = random.Next(1, 4); i > 0; i--)
                {
                    damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                }

                try
                {
                    _ = IncidentTable.ReadParquet(new MemoryStream(damaged)).Incidents;
                    _ = IncidentQuery.OverPieces().Sum(Measure.Killed).GroupBy(GroupKey.Month).RunParquet(new MemoryStream(damaged)).Count;
                }
                catch (ParquetFormatException error)
                {
                    return error.File == "the stream";
                }
                catch (OverflowException error)
                {
                    // The damage made figures of a length that 63 bits don't hold when they are added up.
                    return error.Message == "A sum exceeds 63 bits.";
                }

                return true;
            },
            iter: 400,
            threads: 1);
    }

    [Fact]
    public void A_stream_that_cannot_be_read_is_not_told_as_a_damaged_file()
    {
        byte[] whole = Bytes();
        using FailingStream counting = new(whole, int.MaxValue);
        _ = IncidentTable.ReadParquet(counting).Incidents;
        counting.Reads.Should().BeGreaterThan(10);
        for (int reads = 0; reads < counting.Reads; reads++)
        {
            using FailingStream failing = new(whole, reads);
            Action read = () => IncidentTable.ReadParquet(failing);
            read.Should().ThrowExactly<IOException>().WithMessage("The cable is out.");
        }
    }

    [Fact]
    public void A_stream_that_was_closed_is_not_told_as_a_damaged_file()
    {
        byte[] whole = Bytes();
        using FailingStream failing = new(whole, 3) { With = new ObjectDisposedException("cable") };
        Action read = () => IncidentTable.ReadParquet(failing);
        read.Should().ThrowExactly<IOException>().WithInnerExceptionExactly<ObjectDisposedException>();
    }

    [Fact]
    public void A_file_that_is_gone_while_it_is_read_is_not_told_as_a_damaged_one()
    {
        string path = Some.Scratch("table.parquet");
        Some.Table(new(5), 20).WriteParquet(path);
        using IdleReaders idle = new();
        using PiecesFile file = new(path, idle);
        using PiecesFile.OpenColumn first = file.Open(0, 0);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        Action second = () => file.Open(0, 1);
        second.Should().ThrowExactly<IOException>().WithMessage($"{path}: *No such file or directory*");
    }

    [Fact]
    public void A_file_of_something_else_is_refused()
    {
        string path = Some.Scratch("other.parquet");
        Run($"copy (select 1 as a, 'x' as b) to '{path}' (format parquet)");
        Refused(path).Message.Should().Contain("says nothing of its ids and hierarchies");
        File.WriteAllText(path, "id,year\n1,2024\n");
        Refused(path).Message.Should().Contain("can't be read");
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        Action missing = () => IncidentTable.ReadParquet(path);
        missing.Should().Throw<DirectoryNotFoundException>();
    }

    [Theory]
    [InlineData("* exclude (killed_best)", "killed_best", "the column is missing")]
    [InlineData("* exclude (first)", "first", "the column is missing")]
    [InlineData("* replace (killed_low::double as killed_low)", "killed_low", "the column holds Double (None), which is not read")]
    [InlineData("* replace (killed_low::varchar as killed_low)", "killed_low", "the column holds text and not integer")]
    [InlineData("* replace (-1::bigint as killed_low)", "killed_low", "-1 is no count of people")]
    [InlineData("* replace (null::boolean as first)", "first", "there must be a number")]
    [InlineData("* replace (false as first)", "first", "first")]
    [InlineData("* replace ('nobody' as side_a)", "side_a", "'nobody' is not known")]
    [InlineData("* replace (2::bigint as pieces, 1::bigint as piece, true as first)", "piece", "do not stand together")]
    public void A_column_that_is_not_what_it_should_be_is_told_with_its_file_and_row_group(string select, string column, string reason)
    {
        string path = Some.Scratch("table.parquet");
        string changed = Path.Combine(Path.GetDirectoryName(path)!, "changed.parquet");
        Some.Table(new(5), 20).WriteParquet(path);
        string says = "";
        using (IdleReaders idle = new())
        using (PiecesFile file = new(path, idle))
        {
            says = file.Metadata["conflictmodel"].Replace("'", "''", StringComparison.Ordinal);
        }

        Run($"copy (select {select} from '{path}') to '{changed}' (format parquet, kv_metadata {{conflictmodel: '{says}'}})");
        ParquetFormatException error = Refused(changed);
        error.Message.Should().Contain(reason);
        (error.File, error.Column).Should().Be((changed, column));
        Run($"copy (select * from '{path}') to '{changed}' (format parquet, kv_metadata {{conflictmodel: '{says}'}})");
        IncidentTable.ReadParquet(changed).Incidents.Should().Be(20, "nothing is wrong with what another engine wrote again");
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    /// <summary>A file on a disk that fails after some reads.</summary>
    private sealed class FailingStream(byte[] content, int reads) : MemoryStream(content)
    {
        private int done;

        public Exception With { get; init; } = new IOException("The cable is out.");

        public int Reads => done;

        public override int Read(byte[] buffer, int offset, int count) =>
            done++ < reads ? base.Read(buffer, offset, count) : throw With;

        public override int Read(Span<byte> buffer) =>
            done++ < reads ? base.Read(buffer) : throw With;
    }

    private static byte[] Bytes()
    {
        using MemoryStream stream = new();
        Some.Table(new(11), 60).WriteParquet(stream);
        return stream.ToArray();
    }

    private static ParquetFormatException Refused(string path)
    {
        Action read = () => IncidentTable.ReadParquet(path);
        return read.Should().Throw<ParquetFormatException>().Which;
    }

    private static void Run(string sql)
    {
        using DuckDBConnection connection = new("Data Source=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
