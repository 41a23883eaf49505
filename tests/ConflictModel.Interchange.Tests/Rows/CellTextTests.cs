using System.Globalization;
using System.Text;
using CsCheck;

namespace ConflictModel.Interchange.Tests.Rows;

public class CellTextTests
{
    private static readonly Gen<string> Numbers = Gen.Select(
        OneOf("", "-", "+", " "),
        Gen.String[Gen.Char["0123456789"], 0, 20],
        OneOf("", ".", ".", ".", "..", ",", "e1"),
        Gen.String[Gen.Char["0123456789"], 0, 20],
        (sign, whole, point, fraction) => sign + whole + point + fraction);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    [Fact]
    public void Degrees_are_to_the_bit_what_the_platform_reads() => Numbers.Sample(
        text =>
        {
            bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double expected)
                && double.IsFinite(expected);
            bool isRead = CellText.TryDegrees(Encoding.UTF8.GetBytes(text), double.MaxValue, out double degrees);
            isRead.Should().Be(isNumber, text);
            BitConverter.DoubleToInt64Bits(isRead ? degrees : 0).Should().Be(BitConverter.DoubleToInt64Bits(isNumber ? expected : 0), text);
        },
        iter: 20_000);

    [Theory]
    [InlineData("34.802462", 34.802462)]
    [InlineData("-0.0", -0.0)]
    [InlineData(".5", 0.5)]
    [InlineData("123456789012345", 123456789012345)]
    [InlineData("0.000000000000001", 1e-15)]
    [InlineData("9007199254740993", 9007199254740992)] // One more digit than a double holds.
    public void Degrees_round_as_the_platform_does(string text, double expected)
    {
        CellText.TryDegrees(Encoding.UTF8.GetBytes(text), double.MaxValue, out double degrees).Should().BeTrue();
        BitConverter.DoubleToInt64Bits(degrees).Should().Be(BitConverter.DoubleToInt64Bits(expected));
    }

    [Fact]
    public void What_is_digits_alone_is_the_number_and_the_id_that_any_other_way_of_writing_it_is() => Gen.Long[0, 1_000_000_000].Sample(
        number =>
        {
            string digits = number.ToString(CultureInfo.InvariantCulture);
            foreach (string text in (string[])[digits, " " + digits, digits + ".0", digits + ".00 "])
            {
                CellText.TryCount(text, out long count).Should().BeTrue();
                count.Should().Be(number);
                CellText.IdOf(text).Should().Be(digits);
            }
        });

    [Theory]
    [InlineData("")]
    [InlineData("1234567890123456789")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("12a")]
    public void What_is_no_count_is_none(string text) => CellText.TryCount(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("1.0", true)]
    [InlineData("False", false)]
    [InlineData("2", null)]
    [InlineData("01", null)]
    [InlineData("", null)]
    public void Flags_are_1_and_0_or_their_words(string text, bool? expected) =>
        CellText.Flag(Encoding.UTF8.GetBytes(text)).Should().Be(expected);
}
