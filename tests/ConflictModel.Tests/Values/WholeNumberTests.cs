using System.Globalization;
using System.Numerics;
using System.Text.Json;
using ConflictModel.Serialization;
using CsCheck;

namespace ConflictModel.Tests.Values;

public class WholeNumberTests
{
    [Theory]
    [InlineData("4.0", 4)]
    [InlineData("4e2", 400)]
    [InlineData("1.50e1", 15)]
    [InlineData("150E-1", 15)]
    [InlineData("4.00000000000000000000000000000000000", 4)]
    [InlineData("0.0000000000000000000000000000000000004e37", 4)]
    [InlineData("400000000000000000000000000000000000e-35", 4)]
    [InlineData("0e400", 0)]
    [InlineData("0e-99999999999999999999", 0)]
    [InlineData("-0.0", 0)]
    public void A_whole_number_may_be_written_with_a_fraction_of_zeros_or_an_exponent(string text, long number)
    {
        JsonSerializer.Deserialize<Estimate>(text).Should().Be((Estimate)number);
        JsonSerializer.Deserialize<Bounds>($$"""{"min":{{text}},"max":{{text}},"exact":true}""").Should().Be(new Bounds(number, number));
    }

    [Theory]
    [InlineData("4.99999999999999999999999999999999999")]
    [InlineData("4.00000000000000000000000000000000001")]
    [InlineData("5e-29")]
    [InlineData("1e-400")]
    [InlineData("1e-99999999999999999999")]
    [InlineData("1e400")]
    [InlineData("1e99999999999999999999")]
    [InlineData("18446744073709551617")]
    [InlineData("1111111111111111111111111111111111111111")]
    [InlineData("1.5")]
    [InlineData("-4.0")]
    public void What_is_nearly_whole_is_not_whole(string text)
    {
        foreach (Action read in (Action[])
        [
            () => JsonSerializer.Deserialize<Estimate>(text),
            () => JsonSerializer.Deserialize<Age>(text),
            () => JsonSerializer.Deserialize<Bounds>($$"""{"min":{{text}},"max":null,"exact":true}"""),
        ])
        {
            read.Should().Throw<JsonException>();
        }
    }

    [Fact]
    public void The_largest_number_of_64_bits_is_one_however_it_is_written()
    {
        foreach (string text in (string[])["9223372036854775807", "9223372036854775807.0", "922337203685477580.7e1"])
        {
            JsonSerializer.Deserialize<Bounds>($$"""{"min":{{text}},"max":null,"exact":true}""").Should().Be(Bounds.AtLeast(long.MaxValue));
        }
    }

    [Fact]
    public void The_path_of_a_count_that_is_not_whole_is_told() =>
        FluentActions.Invoking(() => DatasetJson.Read(
            """
            {"schemaVersion":"1.0","tallies":[{"id":"t","scope":{},"report":{"citation":{"source":"s"},
            "casualties":{"killed":{"count":4.99999999999999999999999999999999999}}}}]}
            """)).Should().Throw<DatasetFormatException>()
            .WithMessage("*at /tallies/0/report/casualties/killed/count: Expected a whole number from 0 to *");

    [Fact]
    public void A_number_is_whole_as_its_digits_say_however_it_is_written() =>
        Gen.Select(Gen.Int[0, 99_999], Gen.Int[0, 25], Gen.Int[0, 30], Gen.Int[-30, 30]).Sample((first, zeros, places, exponent) =>
        {
            BigInteger digits = first * BigInteger.Pow(10, zeros);
            string padded = digits.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
            string text = FormattableString.Invariant($"{padded[..^places]}{(places > 0 ? "." : "")}{padded[^places..]}e{exponent}");
            string json = text.TrimStart('0') is ['.' or 'e', ..] ? "0" + text.TrimStart('0') : text.TrimStart('0');
            int scale = exponent - places;
            var power = BigInteger.Pow(10, Math.Abs(scale));
            BigInteger? value =
                scale >= 0 ? digits * power : digits % power == 0 ? digits / power : null;
            Estimate? read = null;
            try
            {
                read = JsonSerializer.Deserialize<Estimate>(json);
            }
            catch (JsonException)
            {
                // It says that this is no whole number, or too large a count.
            }

            read.Should().Be(value <= Estimate.MaxFigure ? (Estimate)(long)value : null, json);
        });
}
