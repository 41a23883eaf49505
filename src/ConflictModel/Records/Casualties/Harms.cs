namespace ConflictModel;

/// <summary>The harms as lists.</summary>
public static class Harms
{
    /// <summary>
    /// The harms whose counts can be summed over incidents, in the order of <see cref="Harm"/>: all but <see cref="Harm.Displaced"/>.
    /// </summary>
    /// <remarks>One person can be displaced again and again; the others happen to a person once, as records count them.</remarks>
    public static ValueList<Harm> Summable { get; } =
        [Harm.Killed, Harm.Wounded, Harm.KilledOrWounded, Harm.Missing, Harm.Detained, Harm.Abducted];
}
