namespace ConflictModel;

/// <summary>A short text that names one record of a data set: what all ids have in common.</summary>
/// <remarks>
/// Ids compare by ordinal text, case and all. The text has 1 to 200 characters, no white space and no control
/// characters; ids from a data set keep its numbers, with a prefix ("ucdp:234"). The default value is no id: its text is empty,
/// no record can bear it and no file can hold it.
/// </remarks>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface IId<TSelf> : ISpanParsable<TSelf>, IEquatable<TSelf>, IComparable<TSelf>
    where TSelf : struct, IId<TSelf>
{
    /// <summary>The id's text; empty for the default value.</summary>
    string Value { get; }

    /// <summary>Makes the id whose text is <paramref name="value"/>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="value"/> breaks the rules of an id's text.</exception>
    static abstract TSelf From(string value);

    // Parsing from text stands on each id itself: frameworks that bind a route or a query to an id look for it there, by its name.
    static TSelf ISpanParsable<TSelf>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => TSelf.From(s.ToString());

    static bool ISpanParsable<TSelf>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TSelf result) =>
        IdText.TryParse(s.Length <= IdText.MaxLength ? s.ToString() : null, out result);
}
