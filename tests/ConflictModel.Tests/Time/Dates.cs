using NodaTime;
using NodaTime.Text;

namespace ConflictModel.Tests.Time;

internal static class Dates
{
    public static string? Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
