using System.Collections;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ConflictModel.Catalogs;

/// <summary>An immutable list of entries, found by id, by what other systems call them and by name in any script.</summary>
/// <remarks>
/// Layered: a layer's entry takes the place of the one of the same id below it, and the catalog tells which layer an entry came from.
/// Entries keep the
/// order of their layers. Thread-safe. Indices are made when first asked for.
/// </remarks>
/// <typeparam name="TId">The entries' id.</typeparam>
/// <typeparam name="T">The entries.</typeparam>
[JsonConverter(typeof(NoJsonConverter))]
public abstract class Catalog<TId, T> : IReadOnlyList<T>
    where TId : struct, IId<TId>
    where T : class
{
    private readonly T[] entries;
    private readonly string[] layerOf;
    private readonly Dictionary<string, int> byId;
    private readonly Lazy<FrozenDictionary<ExternalId, ValueList<T>>> byExternalId;
    private readonly Lazy<NameIndex<T>> names;

    private protected Catalog(string version, Catalog<TId, T>? below, string layer, IEnumerable<T> added)
    {
        ArgumentException.ThrowIfNullOrEmpty(layer);
        Version = version;
        Layers = below is null ? [layer] : below.Layers.Add(layer);
        var all = new List<T>(below?.entries ?? []);
        var from = new List<string>(below?.layerOf ?? []);
        byId = below is null ? new(StringComparer.Ordinal) : new(below.byId, StringComparer.Ordinal);
        var own = new HashSet<string>(StringComparer.Ordinal);
        foreach (T entry in added)
        {
            ArgumentNullException.ThrowIfNull(entry, nameof(added));
            string id = IdOf(entry).Value;
            if (!own.Add(id))
            {
                throw new ArgumentException($"The layer '{layer}' has the id '{id}' twice.", nameof(added));
            }

            if (byId.TryGetValue(id, out int at))
            {
                (all[at], from[at]) = (entry, layer);
            }
            else
            {
                byId.Add(id, all.Count);
                all.Add(entry);
                from.Add(layer);
            }
        }

        entries = [.. all];
        layerOf = [.. from];
        byExternalId = new(() => entries
            .SelectMany(entry => ExternalIdsOf(entry), (entry, external) => (entry, external))
            .GroupBy(pair => pair.external, pair => pair.entry)
            .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToValueList()));
        names = new(() => new NameIndex<T>(entries.SelectMany(NamesOf), Homonyms, LevelWords));
    }

    /// <summary>Which state of which catalogs this is: "syria-2", and with layers "syria-2+mine".</summary>
    public string Version { get; }

    /// <summary>The names of the layers, the lowest first.</summary>
    public ValueList<string> Layers { get; }

    /// <inheritdoc/>
    public int Count => entries.Length;

    /// <summary>The entry at <paramref name="index"/>, in the order of the layers.</summary>
    public T this[int index] => entries[index];

    /// <summary>Which catalog it is and how much it holds: <c>actors syria-2, 131 entries</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Word}s {Version}, {Count:N0} entries");

    /// <summary>The entry of an id.</summary>
    /// <exception cref="UnknownEntryException">There is none; the message names the nearest ids.</exception>
    public T Get(TId id) => TryGet(id, out T? entry) ? entry : throw new UnknownEntryException(id.Value, Word, Version, NearIds(id.Value));

    /// <summary>The entry of an id given as text.</summary>
    /// <exception cref="UnknownEntryException">There is none; the message names the nearest ids.</exception>
    public T Get(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return TId.TryParse(id, null, out TId parsed) && TryGet(parsed, out T? entry)
            ? entry
            : throw new UnknownEntryException(id, Word, Version, NearIds(id));
    }

    /// <summary>The entry of an id, if there is one.</summary>
    public bool TryGet(TId id, [NotNullWhen(true)] out T? entry)
    {
        bool found = byId.TryGetValue(id.Value, out int index);
        entry = found ? entries[index] : null;
        return found;
    }

    /// <summary>Whether the catalog has an entry of an id.</summary>
    public bool Contains(TId id) => byId.ContainsKey(id.Value);

    /// <summary>The layer that an entry came from.</summary>
    /// <exception cref="UnknownEntryException">There is no such entry.</exception>
    public string LayerOf(TId id) => byId.TryGetValue(id.Value, out int index)
        ? layerOf[index]
        : throw new UnknownEntryException(id.Value, Word, Version, NearIds(id.Value));

    /// <summary>The entries that another system calls <paramref name="value"/>: usually one, none if unknown. Scheme and value are compared
    /// as written.</summary>
    /// <param name="scheme">The naming system, lower case: "ucdp", "acled", "wikidata", "geonames"; for regions also "pcode" and
    /// "iso".</param>
    /// <param name="value">The name in that system.</param>
    public ValueList<T> FindByExternalId(string scheme, string value)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(value);
        return byExternalId.Value.GetValueOrDefault(new ExternalId { Scheme = scheme, Value = value });
    }

    /// <summary>What a text names: one entry, several that it may be, or none with near misses; each with the rule that matched.</summary>
    /// <remarks>
    /// Case, diacritics, hyphens, apostrophes and an article left off make no difference; what is only alike is a near miss.
    /// Deterministic: see <see cref="NameRule"/> for the order.
    /// </remarks>
    public NameAnswer<T> Resolve(string text) => names.Value.Resolve(text);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => entries.GetEnumerator();

    private protected abstract string Word { get; }

    private protected virtual Func<string, LevelHint?>? LevelWords => null;

    /// <summary>Names that others beyond the catalog bear too; the layers of one's own are asked in the same words.</summary>
    private protected abstract IReadOnlyCollection<string> Homonyms { get; }

    private protected abstract TId IdOf(T entry);

    private protected abstract IEnumerable<ExternalId> ExternalIdsOf(T entry);

    private protected abstract IEnumerable<NameEntry<T>> NamesOf(T entry);

    private protected static IEnumerable<NameEntry<T>> NamesOf(
        T entry, string id, int level, string? country,
        LocalizedText name, ValueList<LocalizedText> aliases, params IEnumerable<string> codes)
    {
        foreach (KeyValuePair<string, string> text in name.Texts.ToArray())
        {
            yield return new(entry, id, level, text.Value, text.Key, NameRule.Name, country);
        }

        foreach (LocalizedText alias in (IEnumerable<LocalizedText>)aliases)
        {
            foreach (KeyValuePair<string, string> text in alias.Texts.ToArray())
            {
                yield return new(entry, id, level, text.Value, text.Key, NameRule.Alias, country);
            }
        }

        foreach (string code in codes)
        {
            yield return new(entry, id, level, code, "", NameRule.Code, country);
        }
    }

    private protected NameAnswer<T>? Find(string text) => names.Value.Find(text);

    private protected NameAnswer<T> Resolve(string text, NameQuestion<T> question) => names.Value.Resolve(text, question);

    private ValueList<string> NearIds(string id)
    {
        int limit = Math.Clamp(id.Length / 3, 1, 3);
        return entries
            .Select(entry => IdOf(entry).Value)
            .Select(near => (Id: near, Distance: EditDistance.Bounded(id, near, limit)))
            .Where(near => near.Distance <= limit)
            .OrderBy(near => near.Distance)
            .ThenBy(near => near.Id, StringComparer.Ordinal)
            .Take(5)
            .Select(near => near.Id)
            .ToValueList();
    }
}
