using ConflictModel.Revisions;
using CsCheck;

namespace ConflictModel.Tests.Revisions;

public class RecordKeyTests
{
    [Fact]
    public void Contents_that_differ_in_a_byte_their_length_or_the_order_of_words_are_told_apart() =>
        Gen.Select(Gen.Byte.Array[0, 40], Gen.Int[0, 39], Gen.Byte[1, 255]).Sample((content, at, change) =>
        {
            ulong hash = RecordKey.HashOf(content);
            hash.Should().NotBe(0).And.Be(RecordKey.HashOf([.. content]));
            RecordKey.HashOf([.. content, 0]).Should().NotBe(hash, "it is longer by a zero");
            if (at < content.Length)
            {
                byte[] changed = [.. content];
                changed[at] ^= change;
                RecordKey.HashOf(changed).Should().NotBe(hash);
                byte[] turned = [.. content[at..], .. content[..at]];
                (RecordKey.HashOf(turned) == hash).Should().Be(turned.SequenceEqual(content));
            }
        });

    [Fact]
    public void A_million_contents_have_a_million_hashes()
    {
        HashSet<ulong> hashes = [];
        byte[] content = new byte[20];
        for (int number = 0; number < 1_000_000; number++)
        {
            BitConverter.TryWriteBytes(content.AsSpan(9), number);
            hashes.Add(RecordKey.HashOf(content));
        }

        hashes.Should().HaveCount(1_000_000);
    }
}
