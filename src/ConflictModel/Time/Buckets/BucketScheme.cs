using System.Text.Json.Serialization;
using NodaTime;

namespace ConflictModel.Time;

/// <summary>A way to divide time into buckets, so that every day lies in exactly one.</summary>
/// <remarks>
/// Immutable. Two schemes are equal if they are the same object; the built-in ones exist once. UCDP defines no calendar of
/// weeks of its own (its "week" is any seven days), so there are ISO weeks, ACLED's, and weeks from any day of the week.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public abstract class BucketScheme
{
    private protected BucketScheme(string name) => Name = name;

    /// <summary>Each day by itself, labelled <c>2024-07-03</c>.</summary>
    public static BucketScheme Day { get; } = new WeekScheme("day", 0, 1);

    /// <summary>Weeks from Monday as ISO 8601 counts them, labelled <c>2024-W27</c>.</summary>
    public static BucketScheme IsoWeek { get; } = new WeekScheme("ISO week", IsoDayOfWeek.Monday, 7);

    /// <summary>Weeks from Saturday to Friday, by which ACLED publishes, labelled by their days, <c>2024-06-29/2024-07-05</c>.</summary>
    public static BucketScheme AcledWeek { get; } = new WeekScheme("ACLED week", IsoDayOfWeek.Saturday, 7);

    /// <summary>Months, labelled <c>2024-07</c>.</summary>
    public static BucketScheme Month { get; } = new MonthScheme("month", 1, 0);

    /// <summary>Quarters, labelled in EDTF, <c>2024-33</c> to <c>2024-36</c>.</summary>
    public static BucketScheme Quarter { get; } = new MonthScheme("quarter", 3, 33);

    /// <summary>Halves of a year, labelled in EDTF, <c>2024-40</c> and <c>2024-41</c>.</summary>
    public static BucketScheme Half { get; } = new MonthScheme("half", 6, 40);

    /// <summary>Years, labelled <c>2024</c>.</summary>
    public static BucketScheme Year { get; } = new MonthScheme("year", 12, 0);

    /// <summary>What the buckets are called.</summary>
    public string Name { get; }

    /// <summary>Weeks from any day of the week, labelled by their days.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a day of the week.</exception>
    public static BucketScheme WeekFrom(IsoDayOfWeek firstDay)
    {
        if (firstDay == IsoDayOfWeek.None || !Enum.IsDefined(firstDay))
        {
            throw new ArgumentOutOfRangeException(nameof(firstDay), firstDay, "Not a day of the week.");
        }

        return firstDay switch
        {
            IsoDayOfWeek.Monday => IsoWeek,
            IsoDayOfWeek.Saturday => AcledWeek,
            _ => new WeekScheme("week from " + firstDay, firstDay, 7),
        };
    }

    /// <summary>
    /// Periods of one's own, such as the reporting periods of a source. The days before, between and after them make buckets as
    /// well, marked <see cref="TimeBucket.IsOutside"/>, so that no day and no count gets lost.
    /// </summary>
    /// <exception cref="ArgumentException">There are no periods, they overlap, or they are not in order.</exception>
    public static BucketScheme Periods(string name, IEnumerable<DateInterval> periods)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(periods);
        return new PeriodScheme(name, periods);
    }

    /// <summary>The bucket in which a day lies.</summary>
    public TimeBucket BucketOf(LocalDate day) => At(StartOf(Days.Of(day)));

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal TimeBucket At(long start) => new(this, start, NextStart(start) - 1);

    /// <summary>The first day of the bucket in which a day lies.</summary>
    internal abstract long StartOf(long day);

    /// <summary>The first day of the bucket after the one that starts on a day.</summary>
    internal abstract long NextStart(long start);

    internal abstract string Label(TimeBucket bucket);

    internal virtual bool IsOutside(long start) => false;
}
