using System.Text;
using CsCheck;

namespace ConflictModel.Interchange.Tests.Rows;

public class CellIndexTests
{
    private const int Columns = 3;

    private static readonly string[] Texts =
    [
        "", "a", "plain text of some length, with a comma", "\"", "a \"b\" c", "two\nlines", "\r\n", "é, ö",
        "0123456789012345678901234567890123456789012345678901234567890123456789",
    ];

    [Fact]
    public void Cells_are_those_that_a_plain_reader_finds() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            string[][] rows = [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => random.GetItems(Texts, Columns))];
            string newLine = random.GetItems(["\n", "\r\n"], 1)[0];
            string text = string.Concat(rows.Select(row => string.Join(',', row.Select(cell => Written(cell, random))) + newLine));
            PlainPart part = PartOf(Encoding.UTF8.GetBytes(text));
            part.TryFindRows().Should().BeTrue();
            part.Count.Should().Be(rows.Length);
            long line = 1;
            for (int i = 0; i < rows.Length; i++)
            {
                part.Go(i);
                part.Row.Line.Should().Be(line);
                string[] found = [.. Enumerable.Range(0, Columns).Select(cell => Encoding.UTF8.GetString(part.Cell(cell)))];
                found.Should().Equal(rows[i]);
                line += 1 + rows[i].Sum(cell => cell.Count(letter => letter == '\n'));
            }
        },
        iter: 200);

    [Theory]
    [InlineData("a,b\n")]
    [InlineData("a,b,c,d\n")]
    [InlineData("a,b\nc,d,e,f\n")]
    [InlineData("a,b\"c,d\n")]
    [InlineData("a, \"b\",c\n")]
    [InlineData("a,\"b\" ,c\n")]
    [InlineData("a,\"b\"c\"d\",e\n")]
    [InlineData("a,\"b,c\n")]
    [InlineData("a,b,c\rd,e,f\n")]
    [InlineData("a,\"b\rc\",d\n")]
    [InlineData("a,b,c\n\n")]
    public void Text_that_leaves_doubt_is_not_read(string text)
    {
        PartOf(Encoding.UTF8.GetBytes(text)).TryFindRows().Should().BeFalse();

        // The doubt is the same wherever it falls in the 64 bytes that are looked at together.
        for (int rows = 1; rows < 20; rows++)
        {
            string before = string.Concat(Enumerable.Repeat("x,\"y\",zz\n", rows));
            PartOf(Encoding.UTF8.GetBytes(before + text)).TryFindRows().Should().BeFalse();
            PartOf(Encoding.UTF8.GetBytes(before)).TryFindRows().Should().BeTrue();
        }
    }

    private static PlainPart PartOf(byte[] text)
    {
        // What stood in the memory before is no part of the text.
        var part = new PlainPart(ColumnSet.Of(["a", "b", "c"], out _)!, ',', text.Length + 200);
        part.Buffer.AsSpan().Fill((byte)',');
        text.CopyTo(part.Buffer, 0);
        part.Fill(0, 0, text.Length);
        part.Line = 1;
        return part;
    }

    private static string Written(string cell, Random random) => random.Next(3) == 0 || cell.AsSpan().ContainsAny(",\"\r\n")
        ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : cell;
}
