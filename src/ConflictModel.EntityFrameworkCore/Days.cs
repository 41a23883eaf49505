using NodaTime;

namespace ConflictModel.EntityFrameworkCore;

/// <summary>The days of a date as columns hold them.</summary>
/// <remarks>The default has no days. Equality is by content.</remarks>
/// <param name="Earliest">The first day that may belong to it; null if open, unknown or outside the years 1 to 9999.</param>
/// <param name="Latest">The last one, likewise.</param>
internal readonly record struct Days(DateOnly? Earliest, DateOnly? Latest)
{
    public static Days Of(UncertainDate? date) => date is { } known ? new(Held(known.Earliest), Held(known.Latest)) : default;

    // Most databases have no year 0, nor any before.
    private static DateOnly? Held(LocalDate? day) => day is { Year: >= 1 } held ? held.ToDateOnly() : null;
}
