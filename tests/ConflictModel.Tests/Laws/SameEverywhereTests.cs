using System.Globalization;
using ConflictModel.Aggregation;
using ConflictModel.Arithmetic;
using ConflictModel.Serialization;
using ConflictModel.Validation;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 9: immutable, the same everywhere, safe on many threads; sums have 64 bits and never wrap.</summary>
public class SameEverywhereTests
{
    private static readonly string[] Cultures = ["ar-SA", "de-DE", "fa-IR", "hi-IN", "sv-SE", "tr-TR"];

    [Fact]
    public void The_same_data_set_gives_the_same_text_in_every_language_on_several_threads() => Generate.Dataset.WithoutCatalogs().Sample(
        dataset =>
        {
            string once = In("", dataset);
            Cultures.AsParallel().WithDegreeOfParallelism(4).Select(culture => In(culture, dataset))
                .Should().OnlyContain(text => text == once);
        },
        iter: 15);

    [Fact]
    public void A_derivation_that_several_threads_ask_answers_all_of_them_alike() => Generate.Toll.Sample(
        toll =>
        {
            string once = Told(toll.Derive());
            Derivation shared = toll.Derive();
            Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(_ => Told(shared))
                .Should().OnlyContain(text => text == once);
        },
        iter: 60,
        print: Generate.Show);

    [Fact]
    public void A_sum_is_that_of_whole_numbers_without_limit_or_it_is_refused()
    {
        var count = Gen.OneOf(Gen.Long[0, 99], Gen.Long[0, long.MaxValue - 1], Gen.Long[long.MaxValue - 99, long.MaxValue - 1]);
        Gen.Select(count, count).Sample((left, right) =>
        {
            Int128 sum = (Int128)left + right;
            Func<Bounds> bounds = () => Bounds.Exactly(left) + Bounds.Exactly(right);
            Func<Sums> sums = () => new Sums(1, left, left, left, 0, 0, 0) + new Sums(1, right, right, right, 0, 0, 0);
            if (sum > long.MaxValue)
            {
                bounds.Should().Throw<OverflowException>();
                sums.Should().Throw<OverflowException>();
            }
            else
            {
                sums().High.Should().Be((long)sum);
                if (sum < long.MaxValue)
                {
                    bounds().Should().Be(Bounds.Exactly((long)sum));
                }
            }
        });
    }

    private static string In(string culture, ConflictDataset dataset)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Aggregate months = dataset.ToTable().Query().GroupBy(GroupKey.Month).Sum(Measure.Killed).Run();
            IEnumerable<string> derived = dataset.Incidents[0].Reports.Select(report => Told(report.Casualties!.Killed!.Derive()));
            return string.Join('\n', [
                DatasetJson.Write(dataset), .. dataset.Validate().Select(finding => finding.ToString()), months.ToCsv(), months.ToJson(),
                .. derived]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Told(Derivation derived) => string.Join('\n', [
        derived.ToString(), .. derived.Figures.Select(figure => $"{figure} {figure.Explain().ToSentence()} {figure.Best}"),
        .. derived.Contradictions.Select(contradiction => contradiction.ToSentence()),
        .. derived.Warnings.Select(warning => warning.ToSentence())]);
}
