using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Hierarchies;

/// <summary>The days on which a link may have begun and may have ended, all inclusive.</summary>
/// <remarks>
/// The default knows nothing: such a link may hold on any day. "../2024" held from always, "/2024" from a day that nobody says.
/// </remarks>
internal readonly record struct LinkPeriod(DateEnd Start, DateEnd End)
{
    /// <summary>The last day on which it may have ended; null is no limit.</summary>
    public LocalDate? LastEnd => End.Latest;

    public static LinkPeriod Of(ReportedDate? period) =>
        period is { } reported && reported.Date.Bounds() is var bounds ? new(bounds.Start, bounds.End) : default;

    /// <summary>Whether the link holds on all days from <paramref name="from"/> to <paramref name="to"/>, on none of them, or perhaps; null
    /// is no limit.</summary>
    public Truth Holds(LocalDate? from, LocalDate? to)
    {
        if ((to is { } last && Start.Earliest is { } start && last < start) || (from is { } first && End.Latest is { } end && first > end))
        {
            return Truth.No;
        }

        bool begun = Start.Kind == DateEndKind.Open || (Start.Latest is { } latest && from >= latest);
        bool going = End.Kind == DateEndKind.Open || (End.Earliest is { } earliest && to <= earliest);
        return begun && going ? Truth.Yes : Truth.Unknown;
    }
}
