using System.IO.Compression;
using System.Text;
using ConflictModel.Aggregation;
using CsCheck;

namespace ConflictModel.Interchange.Tests.Rows;

/// <summary>gzip that breaks off shows nothing in the rows before the break: only its checksum and length tell.</summary>
public class GzipTests
{
    private const int Rows = 3_000;

    private static readonly byte[] Plain = Encoding.UTF8.GetBytes(
        GedSamples.File([.. Enumerable.Range(1, Rows).Select(id =>
            GedSamples.Row(("id", $"{id}"), ("where_description", $"near place {id * 7919 % 10_007}")))]));

    private static readonly byte[] Whole = Packed(Plain);

    private static readonly ReadOptions SetAside = new() { SetAsideMalformed = true };

    public static TheoryData<string, byte[]> Broken => new()
    {
        { "without its last byte", Whole[..^1] },
        { "without its length", Whole[..^4] },
        { "without its tail", Whole[..^8] },
        { "cut in the middle", Whole[..(Whole.Length / 2)] },
        { "cut where a row ends", CutAfter(Plain.AsSpan(0, Plain.AsSpan(0, Plain.Length / 2).LastIndexOf((byte)'\n') + 1)) },
        { "with a wrong checksum", Changed(Whole, Whole.Length - 8) },
        { "with a wrong length", Changed(Whole, Whole.Length - 1) },
        { "with rubbish behind it", [.. Whole, .. "rubbish"u8] },
        { "with one byte behind it", [.. Whole, 0] },
        { "with the start of another member behind it", [.. Whole, 0x1F, 0x8B] },
        { "with a broken member behind it", [.. Whole, .. Packed("x\n"u8)[..^3]] },
        { "of its head alone", Whole[..10] },
    };

    /// <summary>Bytes in one member. .NET makes no member at all of nothing; other packers make an empty one.</summary>
    private static byte[] Packed(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>What has been packed when the packer is stopped behind some rows.</summary>
    private static byte[] CutAfter(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);
        gzip.Write(bytes);
        gzip.Flush();
        return packed.ToArray();
    }

    private static byte[] Changed(byte[] bytes, int at)
    {
        byte[] changed = [.. bytes];
        changed[at] ^= 0x55;
        return changed;
    }

    private static List<Incident> Read(byte[] file) => [.. IncidentReader.Open(new MemoryStream(file), SetAside).Read()];

    private static void IsRefused(Action read) =>
        read.Should().Throw<MalformedInputException>().Which.Malformation.Code.Should().Be(MalformationCode.Compression);

    [Theory]
    [MemberData(nameof(Broken))]
    public void Broken_gzip_is_refused_by_every_reader_though_malformed_rows_are_set_aside(string how, byte[] file)
    {
        how.Should().NotBeEmpty();
        IsRefused(() => Read(file));
        IsRefused(() => IncidentReader.Open(new MemoryStream(file), SetAside).ReadDataset());
        IsRefused(() => IncidentReader.Open(new MemoryStream(file), SetAside).AppendTo(new IncidentTableBuilder()));
        IsRefused(() => PublishedValidator.Validate(new MemoryStream(file), SetAside));
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Broken_gzip_is_refused_asynchronously_as_well(string how, byte[] file)
    {
        how.Should().NotBeEmpty();
        Func<Task> read = async () =>
        {
            using var reader = IncidentReader.Open(new MemoryStream(file), SetAside);
            await foreach (Incident _ in reader.ReadAsync(TestContext.Current.CancellationToken))
            {
            }
        };
        (await read.Should().ThrowAsync<MalformedInputException>()).Which.Malformation.Code.Should().Be(MalformationCode.Compression);
    }

    [Theory]
    [InlineData(true, new byte[] { 0x1F, 0x8B, 8 })]
    [InlineData(true, new byte[] { 0x1F, 0x8B, 8, 0 })]
    [InlineData(false, new byte[] { 0x1F, 0x8B })]
    [InlineData(false, new byte[] { 0x1F, 0x8B, 7 })]
    [InlineData(false, new byte[] { 0x1F, 0x1F, 0x8B })]
    [InlineData(false, new byte[] { (byte)'a', 0x1F, 0x8B })]
    public void Gzip_within_gzip_is_refused_however_few_bytes_are_read_at_once(bool isRefused, byte[] held)
    {
        for (int room = 1; room <= 3; room++)
        {
            byte[] buffer = new byte[room];
            var unpacked = new List<byte>();
            using GzipMembers members = new(new MemoryStream(Packed(held)));
            Action read = () =>
            {
                for (int count; (count = members.Read(buffer)) > 0;)
                {
                    unpacked.AddRange(buffer.AsSpan(0, count));
                }
            };
            if (isRefused)
            {
                read.Should().Throw<InvalidDataException>().WithMessage("*packed twice*");
            }
            else
            {
                read();
                unpacked.Should().Equal(held);
            }
        }
    }

    [Fact]
    public void The_rows_before_the_break_are_given_and_the_place_of_the_break_is_told()
    {
        using var reader = IncidentReader.Open(new MemoryStream(CutAfter(Plain)));
        int rows = 0;
        Action read = () =>
        {
            foreach (Incident _ in reader.Read())
            {
                rows++;
            }
        };
        read.Should().Throw<MalformedInputException>().Which.Line.Should().BeGreaterThan(rows);
        rows.Should().BePositive();
    }

    [Fact]
    public void Broken_JSON_in_gzip_is_refused_for_the_gzip()
    {
        byte[] json = Packed("""{"Result": [{"id": 7, "type_of_violence": 1, "best": 4, "date_start": "2016-01-03"}]}"""u8);
        IncidentReader.Open(new MemoryStream(json)).Read().Should().ContainSingle();
        IsRefused(() => Read(json[..^8]));
    }

    [Fact]
    public void Whether_gzip_is_whole_is_asked_before_its_format()
    {
        byte[] small = Packed(Encoding.UTF8.GetBytes(GedSamples.File(GedSamples.Row())));
        EventFormats.Detect(new MemoryStream(small)).Should().Be(EventFormats.UcdpGed);
        IsRefused(() => EventFormats.Detect(new MemoryStream(small[..^8])));
    }

    /// <summary>gzip is legal in several members (RFC 1952, 2.2), as parallel packers write it; empty ones too.</summary>
    [Fact]
    public void All_members_are_read()
    {
        int half = Plain.AsSpan(0, Plain.Length / 2).LastIndexOf((byte)'\n') + 1;
        byte[] members = [.. Packed([]), .. Packed(Plain.AsSpan(0, half)), .. Packed([]), .. Packed(Plain.AsSpan(half)), .. Packed([])];
        IncidentReader.Open(new MemoryStream(members)).Read().Count().Should().Be(Rows);
    }

    /// <summary>
    /// Whatever the bytes, their packing, and how a stream hands them out, what was packed comes out, and nothing does of what is cut.
    /// </summary>
    [Fact]
    public void What_was_packed_comes_out_and_a_cut_never_passes() =>
        Gen.Select(Gen.Byte.Array[0, 40_000], Gen.Int[1, 20_000], Gen.Int[1, 3], Gen.Int[1, 12]).Sample(
            (bytes, step, members, cut) =>
            {
                byte[] packed = [.. Enumerable.Range(0, members).SelectMany(_ => Packed(bytes))];
                using var whole = new GzipMembers(new SteppedStream(packed, step));
                using var unpacked = new MemoryStream();
                whole.CopyTo(unpacked);
                unpacked.ToArray().Should().Equal(Enumerable.Range(0, members).SelectMany(_ => bytes));
                using var broken = new GzipMembers(new SteppedStream(packed[..^cut], step));
                Action read = () => broken.CopyTo(Stream.Null);
                read.Should().Throw<InvalidDataException>();
            },
            iter: 60,
            threads: 1);

    /// <summary>The heads that packers write hold a name, a comment, more fields or a checksum of the head.</summary>
    [Fact]
    public void Whatever_a_head_holds_is_passed_over()
    {
        byte[] bare = Packed(Plain);
        byte[] head = [0x1F, 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3, .. "name\0"u8, .. "comment\0"u8, 9, 9];
        IncidentReader.Open(new MemoryStream([.. head, .. bare[10..]])).Read().Count().Should().Be(Rows);
    }

    /// <summary>Hands out at most so many bytes at a time.</summary>
    private sealed class SteppedStream(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, step)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, step));
    }
}
