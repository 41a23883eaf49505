using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Time;

/// <summary>One bucket of a <see cref="BucketScheme"/>: a run of days.</summary>
/// <remarks>Equality is by scheme and days. The default has no scheme, an empty label, and is the day 1970-01-01.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct TimeBucket
{
    private readonly BucketScheme? scheme;

    internal TimeBucket(BucketScheme scheme, long firstDay, long lastDay)
    {
        this.scheme = scheme;
        FirstDay = firstDay;
        LastDay = lastDay;
    }

    /// <summary>The first day; NodaTime's first date if the bucket reaches further back.</summary>
    public LocalDate First => Days.ToDate(FirstDay) ?? LocalDate.MinIsoValue;

    /// <summary>The last day; NodaTime's last date if the bucket reaches further on.</summary>
    public LocalDate Last => Days.ToDate(LastDay) ?? LocalDate.MaxIsoValue;

    /// <summary>A short name that sorts by time within its scheme for the years 0 to 9999.</summary>
    public string Label => this.scheme?.Label(this) ?? "";

    /// <summary>Whether the days lie outside the listed periods of the scheme.</summary>
    public bool IsOutside => this.scheme?.IsOutside(FirstDay) ?? false;

    internal long FirstDay { get; }

    internal long LastDay { get; }

    /// <inheritdoc/>
    public override string ToString() => Label;

    internal static string ToText(long day)
    {
        (long year, int month, int dayOfMonth) = Days.ToCivil(day);
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{dayOfMonth:00}");
    }
}
