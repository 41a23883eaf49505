namespace ConflictModel.Time;

/// <summary>What a three-valued filter did with every item: nothing is dropped without being counted.</summary>
/// <typeparam name="T">The items.</typeparam>
public sealed class Sifted<T>
{
    internal Sifted(IReadOnlyList<T> kept, IReadOnlyList<T> perhaps, IReadOnlyList<T> leftOut)
    {
        Kept = kept;
        Perhaps = perhaps;
        LeftOut = leftOut;
    }

    /// <summary>The items that pass for sure, in their order.</summary>
    public IReadOnlyList<T> Kept { get; }

    /// <summary>The items that may pass: what is known of them does not settle it.</summary>
    public IReadOnlyList<T> Perhaps { get; }

    /// <summary>The items that fail for sure.</summary>
    public IReadOnlyList<T> LeftOut { get; }

    /// <summary>The three counts as one line.</summary>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"kept {Kept.Count}, perhaps {Perhaps.Count}, left out {LeftOut.Count}");
}
