using System.Globalization;

namespace ConflictModel.Tests;

/// <summary>
/// What the tests look at of what is too much for every commit: a tenth of it, another one from day to day; or less, where they are run
/// over and over.
/// </summary>
internal static class Turn
{
    /// <summary>
    /// What turns: the day of the commit, which the check gives as <c>CONFLICTMODEL_SEED</c>, so that it is the same tenth for a
    /// commit.
    /// </summary>
    public static ulong Seed { get; } = Environment.GetEnvironmentVariable("CONFLICTMODEL_SEED") is { Length: > 0 } seed
        ? ulong.Parse(seed, CultureInfo.InvariantCulture)
        : 0;

    /// <summary>Whether all of it is looked at: <c>CONFLICTMODEL_FULL=1</c>, which <c>tests/full.sh</c> sets.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("CONFLICTMODEL_FULL") == "1";

    // So many turns come to all of it: CONFLICTMODEL_TURNS, which tests/mutation.sh sets; ten unless set.
    private static readonly ulong Turns = Environment.GetEnvironmentVariable("CONFLICTMODEL_TURNS") is { Length: > 0 } turns
        ? ulong.Parse(turns, CultureInfo.InvariantCulture)
        : 10;

    /// <summary>Whether a case is of this turn, by its number.</summary>
    public static bool Takes(int number) => IsFull || (ulong)number % Turns == Seed % Turns;

    /// <summary>A turn of some things, at least one of them; all where all is looked at.</summary>
    public static T[] Of<T>(IReadOnlyList<T> all)
    {
        ulong step = IsFull ? 1 : Math.Min((ulong)all.Count, Turns);
        return [.. all.Where((_, index) => (ulong)index % step == Seed % step)];
    }

    /// <summary>A turn of a number of cases; all where all is looked at.</summary>
    public static int Of(int cases) => IsFull ? cases : (cases + (int)Turns - 1) / (int)Turns;
}
