using ConflictModel.Time;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Time;

public class EdtfPropertyTests
{
    [Fact]
    public void A_valid_text_comes_back_and_means_itself()
    {
        int valid = 0, texts = Turn.Of(200_000);
        Edtf.Text.Sample(
            text =>
            {
                if (!UncertainDate.TryParse(text, out UncertainDate date))
                {
                    DateParseError error = DateExplanation.Of(text).Error!.Value;
                    error.Reason.Should().NotBeNullOrEmpty();
                    error.Position.Should().BeInRange(0, text.Length);
                    return;
                }

                Interlocked.Increment(ref valid);
                date.ToString().Should().Be(text);
                var again = UncertainDate.Parse(text);
                again.Should().Be(date);
                again.GetHashCode().Should().Be(date.GetHashCode());
                date.Level.Should().BeInRange(0, 2);
                DateBounds bounds = date.Bounds();
                InOrder(bounds);
                date.Earliest.Should().Be(bounds.Earliest);
                date.Latest.Should().Be(bounds.Latest);
            },
            iter: texts);
        valid.Should().BeGreaterThan(texts / 5);
    }

    [Fact]
    public void Nothing_makes_the_parser_throw()
    {
        var alphabet = Gen.OneOf(Gen.Char["0123456789XYESTZ-/.,[]{}?~%:+ u"], Gen.Char);
        Gen.OneOf(
            alphabet.Array[0, 30].Select(chars => new string(chars)),
            Gen.Select(Edtf.Text, Gen.Int[0, 40], alphabet, Mutated)).Sample(
            text =>
            {
                if (UncertainDate.TryParse(text, out UncertainDate date))
                {
                    date.ToString().Should().Be(text);
                }
                else
                {
                    DateExplanation.Of(text).Error!.Value.Position.Should().BeInRange(0, text.Length);
                }
            },
            iter: Turn.Of(200_000));

        static string Mutated(string text, int at, char c) =>
            at < text.Length ? text[..at] + c + text[(at + 1)..] : text + c;
    }

    [Theory]
    [InlineData("[", "XXX1-02-2X,", "2000]")]
    [InlineData("[", "XXXX-12-25,", "2000]")]
    [InlineData("{", "XXXX-40,", "2000}")]
    [InlineData("Y1", "0", "E5")]
    [InlineData("Y1E9", "9", "")]
    [InlineData("{", "1984..1985,", "2000}")]
    [InlineData("2024-07-03", "?", "")]
    [InlineData("2024", "/", "")]
    [InlineData("[2024", "..", "]")]
    public void Long_texts_are_read_in_no_time(string start, string repeated, string end)
    {
        string middle = string.Concat(Enumerable.Repeat(repeated, (UncertainDate.MaxLength - start.Length - end.Length) / repeated.Length));
        TimeSpan before = ProcessorTime.Now;

        if (UncertainDate.TryParse(start + middle + end, out UncertainDate date))
        {
            _ = (Spread.TryCreate(date, BucketScheme.Year, out _),
                date.Bounds(), date.GetHashCode(), date.Before(UncertainDate.FromYear(2000)), date == UncertainDate.Parse("[2024]"));
        }

        // A quadratic reader of this length would take minutes.
        (ProcessorTime.Now - before).Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Bounds_are_the_first_and_last_of_all_completions()
    {
        int valid = 0, texts = Turn.Of(30_000);
        Edtf.Term.Sample(
            text =>
            {
                if (!text.Contains('X') || !UncertainDate.TryParse(text, out UncertainDate date))
                {
                    return;
                }

                List<(long Start, long End)> all = Completions.Of(text);
                if (all.Count == 0)
                {
                    return;
                }

                Interlocked.Increment(ref valid);
                DateBounds bounds = date.Bounds();
                bounds.Start.Earliest.Should().Be(Null(all.Min(c => c.Start)));
                bounds.Start.Latest.Should().Be(Null(all.Max(c => c.Start)));
                bounds.End.Earliest.Should().Be(Null(all.Min(c => c.End)));
                bounds.End.Latest.Should().Be(Null(all.Max(c => c.End)));
            },
            iter: texts,
            threads: 1);
        valid.Should().BeGreaterThan(texts / 10);

        static LocalDate? Null(long day) => Days.ToDate(day);
    }

    private static void InOrder(DateBounds bounds)
    {
        (bounds.Start.Earliest is { } a && bounds.Start.Latest is { } b && a > b).Should().BeFalse();
        (bounds.End.Earliest is { } c && bounds.End.Latest is { } d && c > d).Should().BeFalse();
        (bounds.Earliest is { } e && bounds.Latest is { } f && e > f).Should().BeFalse();
    }
}
