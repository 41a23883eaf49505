using System.Globalization;
using NodaTime;

namespace ConflictModel.Time;

/// <summary>Buckets of a fixed number of days: one, or seven from some day of the week.</summary>
internal sealed class WeekScheme(string name, IsoDayOfWeek firstDay, int length) : BucketScheme(name)
{
    internal override long StartOf(long day)
    {
        // 1970-01-01 was a Thursday.
        long offset = (day + (int)IsoDayOfWeek.Thursday - (int)firstDay) % length;
        return day - (offset < 0 ? offset + length : offset);
    }

    internal override long NextStart(long start) => start + length;

    internal override string Label(TimeBucket bucket)
    {
        if (length == 1)
        {
            return TimeBucket.ToText(bucket.FirstDay);
        }

        if (firstDay != IsoDayOfWeek.Monday)
        {
            return TimeBucket.ToText(bucket.FirstDay) + "/" + TimeBucket.ToText(bucket.LastDay);
        }
        // A week belongs to the year of its Thursday.
        long thursday = bucket.FirstDay + 3;
        long year = Days.ToCivil(thursday).Year;
        long week = ((thursday - Days.Of(year, 1, 1)) / 7) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-W{week:00}");
    }
}
