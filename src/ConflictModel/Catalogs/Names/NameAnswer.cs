using System.Text.Json.Serialization;

namespace ConflictModel.Catalogs;

/// <summary>The answer to "what does this text name?": one thing, several that it may be, or nothing with near misses.</summary>
/// <remarks>
/// The same text and catalog always give the same answer; nothing is guessed. At equal quality of match the higher level wins and
/// the lower ones are in <see cref="AlsoNamed"/>; ambiguous are two things of one level or of two countries, or a documented loose use.
/// Equality is by content.
/// </remarks>
/// <typeparam name="T">What is named.</typeparam>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record NameAnswer<T>
    where T : class
{
    /// <summary>The one thing that the text names; null if nothing bears the name, or several things do.</summary>
    public T? Value => Matches.Count == 1 ? Matches[0].Item : null;

    /// <summary>Nothing bears the name; there may be <see cref="NearMisses"/>.</summary>
    public bool IsUnknown => Matches.IsEmpty;

    /// <summary>Several things bear the name, and nothing in the text says which.</summary>
    public bool IsAmbiguous => Matches.Count > 1;

    /// <summary>The match, or the candidates of an ambiguous text: strongest rule first, then by id.</summary>
    public ValueList<NameMatch<T>> Matches { get; init; }

    /// <summary>Things of a lower level that bear the name too: Homs the district and Homs the city.</summary>
    public ValueList<NameMatch<T>> AlsoNamed { get; init; }

    /// <summary>Where nothing matched for sure: up to five things that the text may mean, strongest rule first, then nearest.</summary>
    public ValueList<NameMatch<T>> NearMisses { get; init; }
}
