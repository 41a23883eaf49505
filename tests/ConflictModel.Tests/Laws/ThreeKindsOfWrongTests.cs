using System.Text;
using System.Text.Json;
using ConflictModel.Serialization;
using ConflictModel.Validation;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 8: bad data, malformed input and misuse are three things.</summary>
public class ThreeKindsOfWrongTests
{
    [Fact]
    public void Whatever_a_data_set_says_is_told_in_findings_that_point_into_it() =>
        Gen.OneOf(Generate.Dataset, Generate.Incidents).WithoutCatalogs().Sample(
            dataset =>
            {
                using var json = JsonDocument.Parse(DatasetJson.Write(dataset));
                foreach (Finding finding in dataset.Validate())
                {
                    IsThere(json.RootElement, finding.Pointer.ToString()).Should().BeTrue($"{finding}");
                }
            },
            iter: 100);

    [Fact]
    public void Whatever_becomes_of_a_text_it_is_read_or_refused_with_a_place_in_it() =>
        Gen.Select(Generate.Dataset.WithoutCatalogs(), Gen.Double[0, 1], Gen.Int[0, 3], Gen.Byte, Gen.Bool).Sample(
            (dataset, where, length, value, isCut) =>
            {
                byte[] json = Encoding.UTF8.GetBytes(DatasetJson.Write(dataset));
                int at = (int)(where * (json.Length - 1));
                byte[] mangled = [.. json[..at], .. Enumerable.Repeat(value, length), .. isCut ? [] : json[(at + 1)..]];
                try
                {
                    DatasetJson.Read(mangled).Should().NotBeNull();
                }
                catch (DatasetFormatException error)
                {
                    string[] lines = Encoding.UTF8.GetString(mangled).Split('\n');
                    error.Line.Should().BeInRange(1, lines.Length);
                    error.Column.Should().BeInRange(1, Encoding.UTF8.GetByteCount(lines[error.Line - 1]) + 1);
                    error.Reason.Should().NotBeEmpty();
                }
            },
            iter: 300);

    [Fact]
    public void A_figure_that_nobody_can_mean_is_misuse_and_every_other_is_held() => Gen.Frequency(
        (1, Gen.Long), (1, Gen.Long[-5, 5]), (1, Gen.Long[Estimate.MaxFigure - 5, Estimate.MaxFigure + 5])).Sample(figure =>
        {
            Func<Estimate> make = () => new Estimate(null, figure, null);
            if (figure is >= 0 and <= Estimate.MaxFigure)
            {
                make().Best.Should().Be(figure);
            }
            else
            {
                make.Should().Throw<ArgumentOutOfRangeException>();
            }
        });

    private static bool IsThere(JsonElement at, string pointer)
    {
        string[] steps = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < steps.Length; i++)
        {
            bool isIndex = int.TryParse(steps[i], out int index);
            if (at.ValueKind == JsonValueKind.Array && isIndex && index < at.GetArrayLength())
            {
                at = at[index];
            }
            else if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(steps[i], out JsonElement member))
            {
                at = member;
            }
            else
            {
                return false;
            }
        }

        return true;
    }
}
