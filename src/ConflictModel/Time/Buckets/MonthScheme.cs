using System.Globalization;

namespace ConflictModel.Time;

/// <summary>Buckets of whole months that divide the year.</summary>
internal sealed class MonthScheme(string name, int months, int firstCode) : BucketScheme(name)
{
    internal override long StartOf(long day)
    {
        (long year, int month, int _) = Days.ToCivil(day);
        return Days.FirstOfMonth(year, (month - 1) / months * months);
    }

    internal override long NextStart(long start)
    {
        (long year, int month, int _) = Days.ToCivil(start);
        return Days.FirstOfMonth(year, month - 1 + months);
    }

    internal override string Label(TimeBucket bucket)
    {
        (long year, int month, int _) = Days.ToCivil(bucket.FirstDay);
        int part = months == 1 ? month : firstCode + ((month - 1) / months);
        return months == 12
            ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}")
            : string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{part:00}");
    }
}
