using NodaTime;
using NodaTime.Text;

namespace ConflictModel.Tests.Time;

internal static class Dates
{
    public static string? Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static bool SameDays(this UncertainDate left, UncertainDate right) =>
        left.Earliest == right.Earliest && left.Latest == right.Latest;
}
