using ConflictModel.Validation;
using CsCheck;

namespace ConflictModel.Tests.Laws;

/// <summary>Law 12: two sources may differ.</summary>
public class SourcesMayDifferTests
{
    private static readonly Gen<(string Source, string? Via, string? Published, long Low, long Width)> Account = Gen.Select(
        Generate.OneOf("sohr", "ucdp"), Generate.OneOf(null, "daily", "weekly"), Generate.OneOf(null, "2024-01", "2024-02", "2024-02-03"),
        Gen.Long[0, 9], Gen.Long[0, 3]);

    [Fact]
    public void What_two_accounts_cannot_both_be_right_in_weighs_by_whose_words_they_are() =>
        Gen.Select(Account, Account, Gen.Bool).Sample((one, other, isOneRecord) =>
        {
            Incident incident = Fake.Make("i", "2024", default) with { Reports = [Of(one)] };
            ValueList<Incident> incidents = isOneRecord
                ? [incident with { Reports = [Of(one), Of(other)] }]
                : [incident, Fake.Make("j", "2024", default) with { Reports = [Of(other)], SameAs = [incident.Id] }];
            Finding[] found =
            [
                .. (Generate.Minimal with
                {
                    Sources =
                    [
                        .. new[] { "sohr", "ucdp", "daily", "weekly" }.Select(id => new Source { Id = SourceId.From(id), Name = id }),
                    ],
                    Incidents = incidents,
                }).Validate().Where(finding => finding.Code == FindingCodes.ReportsDiffer),
            ];
            if (one.Low + one.Width >= other.Low && other.Low + other.Width >= one.Low)
            {
                found.Should().BeEmpty("both allow some count");
                return;
            }

            Finding finding = found.Should().ContainSingle().Which;
            bool isRevised = one.Published is not null && other.Published is not null && one.Published[..7] != other.Published[..7];
            finding.Severity.Should().Be(
                one.Source != other.Source ? Severity.Information :
                one.Via != other.Via ? Severity.Warning :
                isRevised ? Severity.Information : Severity.Error);
            finding.Message.Should().Contain(one.Source).And.Contain(other.Source);
        },
        iter: 300);

    private static Report Of((string Source, string? Via, string? Published, long Low, long Width) account) => new()
    {
        Citation = new()
        {
            Source = SourceId.From(account.Source),
            Via = account.Via is null ? null : SourceId.From(account.Via),
            Published = account.Published is null ? null : new(UncertainDate.Parse(account.Published)),
        },
        Casualties = new() { Killed = Toll.Of(Estimate.Between(account.Low, account.Low + account.Width)) },
    };
}
