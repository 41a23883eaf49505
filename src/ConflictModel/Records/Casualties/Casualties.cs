using System.Diagnostics;

namespace ConflictModel;

/// <summary>What one report says of people harmed: a count for each harm.</summary>
/// <remarks>A harm that a report does not mention is null, which is not zero. Equality is by content.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial record Casualties
{
    /// <summary>The dead.</summary>
    public Toll? Killed { get; init; }

    /// <summary>The injured.</summary>
    public Toll? Wounded { get; init; }

    /// <summary>The dead and injured together, where the report does not tell them apart.</summary>
    public Toll? KilledOrWounded { get; init; }

    /// <summary>The missing.</summary>
    public Toll? Missing { get; init; }

    /// <summary>The captured, arrested and detained.</summary>
    public Toll? Detained { get; init; }

    /// <summary>The abducted and forcibly disappeared.</summary>
    public Toll? Abducted { get; init; }

    /// <summary>The displaced. Never summed: it recurs for one person.</summary>
    public Toll? Displaced { get; init; }

    /// <summary>The count of one harm, or null if the report does not mention it.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="harm"/> is none of the harms.</exception>
    public Toll? this[Harm harm] => harm switch
    {
        Harm.Killed => Killed,
        Harm.Wounded => Wounded,
        Harm.KilledOrWounded => KilledOrWounded,
        Harm.Missing => Missing,
        Harm.Detained => Detained,
        Harm.Abducted => Abducted,
        Harm.Displaced => Displaced,
        _ => throw new ArgumentOutOfRangeException(nameof(harm), harm, "None of the harms."),
    };

    /// <summary>The same casualties with the count of one harm in place of what was there.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="harm"/> is none of the harms.</exception>
    public Casualties With(Harm harm, Toll? toll) => harm switch
    {
        Harm.Killed => this with { Killed = toll },
        Harm.Wounded => this with { Wounded = toll },
        Harm.KilledOrWounded => this with { KilledOrWounded = toll },
        Harm.Missing => this with { Missing = toll },
        Harm.Detained => this with { Detained = toll },
        Harm.Abducted => this with { Abducted = toll },
        Harm.Displaced => this with { Displaced = toll },
        _ => throw new ArgumentOutOfRangeException(nameof(harm), harm, "None of the harms."),
    };

    /// <summary>The harms that the report mentions with their counts, in the order of <see cref="Harm"/>.</summary>
    public IEnumerable<KeyValuePair<Harm, Toll>> Tolls()
    {
        foreach (Harm harm in Enum.GetValues<Harm>())
        {
            if (this[harm] is { } toll)
            {
                yield return new(harm, toll);
            }
        }
    }

    /// <summary>The counts in a line: <c>killed 8, wounded 3</c>.</summary>
    public override string ToString() => string.Join(", ", Tolls().Select(toll => $"{JsonName.Of(toll.Key)} {toll.Value}"));
}
