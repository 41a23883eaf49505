using ConflictModel.Revisions;
using CsCheck;

namespace ConflictModel.Tests.Revisions;

public class ContentHashTests
{
    [Fact]
    public void Contents_that_differ_in_a_byte_their_length_or_the_order_of_words_are_told_apart() =>
        Gen.Select(Gen.Byte.Array[0, 40], Gen.Int[0, 39], Gen.Byte[1, 255]).Sample((content, at, change) =>
        {
            ulong hash = ContentHash.Of(content);
            hash.Should().NotBe(0).And.Be(ContentHash.Of([.. content]));
            ContentHash.Of([.. content, 0]).Should().NotBe(hash, "it is longer by a zero");
            if (at < content.Length)
            {
                byte[] changed = [.. content];
                changed[at] ^= change;
                ContentHash.Of(changed).Should().NotBe(hash);
                byte[] turned = [.. content[at..], .. content[..at]];
                (ContentHash.Of(turned) == hash).Should().Be(turned.SequenceEqual(content));
            }
        });

    [Theory]
    [InlineData(0)]
    [InlineData(1_023)]
    [InlineData(1_024)]
    [InlineData(1_025)]
    [InlineData(3_100)]
    public void Every_bit_of_a_long_content_counts_and_so_do_its_zeros(int length)
    {
        byte[] content = new byte[length];
        HashSet<ulong> hashes = [ContentHash.Of(content), ContentHash.Of(new byte[length + 1]), ContentHash.Of(new byte[length + 16])];
        for (int bit = 0; bit < length * 8; bit++)
        {
            content[bit / 8] ^= (byte)(1 << (bit % 8));
            hashes.Add(ContentHash.Of(content));
            content[bit / 8] = 0;
        }

        hashes.Should().HaveCount(3 + (length * 8));
    }

    [Fact]
    public void A_million_contents_have_a_million_hashes()
    {
        HashSet<ulong> hashes = [];
        byte[] content = new byte[20];
        for (int number = 0; number < 1_000_000; number++)
        {
            BitConverter.TryWriteBytes(content.AsSpan(9), number);
            hashes.Add(ContentHash.Of(content));
        }

        hashes.Should().HaveCount(1_000_000);
    }
}
