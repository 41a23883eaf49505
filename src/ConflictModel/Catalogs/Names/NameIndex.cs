using System.Collections.Frozen;

namespace ConflictModel.Catalogs;

/// <summary>Finds what a text names among the names that it was made of. Immutable but for answers that it remembers.</summary>
/// <remarks>
/// Every name has a folded form and a key (the folded form without articles). Names of one key are one quality of match. A text that is a
/// name as
/// written, or folds to one, takes a single look-up without allocation; then the text is tried without words for its level, by its
/// consonants,
/// and at last for near misses.
/// </remarks>
internal sealed partial class NameIndex<T>
    where T : class
{
    private readonly NameEntry<T>[] entries;
    private readonly string[] folded;
    private readonly FrozenDictionary<string, Slot> exact;
    private readonly Dictionary<string, Slot> byFolded;
    private readonly Dictionary<string, Slot> byKey;
    private readonly Dictionary<string, Slot>.AlternateLookup<ReadOnlySpan<char>> foldedLookup;
    private readonly Dictionary<string, Slot>.AlternateLookup<ReadOnlySpan<char>> keyLookup;
    private readonly Func<string, LevelHint?>? levelWords;
    private readonly NameAnswer<T> none = new();
    private readonly Lazy<Sieve> sieve;

    /// <summary>An index of names; <paramref name="levelWords"/> takes the words for a level off a folded text, or gives null where there
    /// are none.</summary>
    public NameIndex(IEnumerable<NameEntry<T>> names, Func<string, LevelHint?>? levelWords = null)
    {
        entries = [.. names];
        this.levelWords = levelWords;
        folded = new string[entries.Length];
        byKey = new(entries.Length, StringComparer.Ordinal);
        byFolded = new(entries.Length, StringComparer.Ordinal);
        var asWritten = new Dictionary<string, Slot>(entries.Length, StringComparer.Ordinal);
        for (int i = 0; i < entries.Length; i++)
        {
            string text = entries[i].Text;
            if (!asWritten.TryGetValue(text, out Slot? written))
            {
                string fold = NameFolding.Fold(text);
                if (!byFolded.TryGetValue(fold, out Slot? spelling))
                {
                    string key = ArabicArticle.Strip(fold);
                    if (!byKey.TryGetValue(key, out Slot? bare))
                    {
                        byKey.Add(key, bare = new(key, []));
                    }

                    byFolded.Add(fold, spelling = new(fold, bare.Entries));
                }

                asWritten.Add(text, written = new(text, spelling.Entries) { Folded = spelling.Text });
            }

            folded[i] = written.Folded!;
            written.Entries.Add(i);
        }

        foldedLookup = byFolded.GetAlternateLookup<ReadOnlySpan<char>>();
        keyLookup = byKey.GetAlternateLookup<ReadOnlySpan<char>>();
        exact = asWritten.ToFrozenDictionary(StringComparer.Ordinal);
        sieve = new(() => new Sieve(byKey));
    }

    /// <summary>What a text names, with near misses if nothing does.</summary>
    public NameAnswer<T> Resolve(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Find(text) is { } answer)
        {
            return answer;
        }

        ValueList<NameMatch<T>> near = text.Length > NameFolding.MaxLength ? [] : NearMisses(text);
        return near.IsEmpty ? none : new() { NearMisses = near };
    }

    /// <summary>What a text names, or null if nothing does.</summary>
    public NameAnswer<T>? Find(string text)
    {
        if (exact.TryGetValue(text, out Slot? slot))
        {
            return slot.Answer ??= Choose(ByKey(slot, text, slot.Folded!));
        }

        if (text.Length > NameFolding.MaxLength)
        {
            return null;
        }

        Span<char> room = stackalloc char[2 * NameFolding.MaxLength];
        ReadOnlySpan<char> fold = room[..NameFolding.Fold(text, room)];
        if (fold.IsEmpty)
        {
            return null;
        }

        if (foldedLookup.TryGetValue(fold, out slot))
        {
            return slot.Answer ??= Choose(ByKey(slot, null, slot.Text));
        }

        Span<char> bareRoom = stackalloc char[fold.Length];
        ReadOnlySpan<char> bare = bareRoom[..ArabicArticle.Strip(fold, bareRoom)];
        if (keyLookup.TryGetValue(bare, out slot))
        {
            return slot.Answer ??= Choose(ByKey(slot, null, null));
        }

        LevelHint? hint = levelWords?.Invoke(fold.ToString());
        return (hint is { } level ? AtLevel(level) : null) ?? Choose(ByConsonants(bare, -1));
    }

    private NameAnswer<T>? AtLevel(LevelHint hint)
    {
        string key = ArabicArticle.Strip(hint.Rest);
        foreach (int levels in (ReadOnlySpan<int>)[hint.First, hint.Second])
        {
            if (byKey.TryGetValue(key, out Slot? slot))
            {
                var candidates = new List<Candidate>();
                foreach (int entry in slot.Entries)
                {
                    if (((levels >> entries[entry].Level) & 1) != 0 && entries[entry].Rule != NameRule.LooseUse)
                    {
                        candidates.Add(new(entry, NameRule.Level, folded[entry] == hint.Rest ? 0 : 1));
                    }
                }

                if (candidates.Count > 0)
                {
                    return Choose(candidates);
                }
            }
        }

        return Choose(ByConsonants(key, hint.First)) ?? Choose(ByConsonants(key, hint.Second));
    }

    private List<Candidate> ByKey(Slot slot, string? written, string? spelling)
    {
        var candidates = new List<Candidate>(slot.Entries.Count);
        foreach (int entry in slot.Entries)
        {
            (NameRule rule, int rank) =
                written is not null && entries[entry].Text == written ? (entries[entry].Rule, 0) :
                spelling is not null && folded[entry] == spelling ? (NameRule.Spelling, 1) : (NameRule.Article, 2);
            candidates.Add(new(entry, entries[entry].Rule == NameRule.LooseUse ? NameRule.LooseUse : rule, rank));
        }

        return candidates;
    }

    /// <summary>The best candidate of each thing; of these the ones of the highest level, best rank; the other levels are named
    /// also.</summary>
    private NameAnswer<T>? Choose(List<Candidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return null;
        }

        List<Candidate> best = [.. candidates
            .GroupBy(candidate => entries[candidate.Entry].Id, StringComparer.Ordinal)
            .Select(group => group
                .OrderBy(candidate => candidate.Rank)
                .ThenBy(candidate => candidate.Rule)
                .ThenBy(candidate => candidate.Entry)
                .First())
            .OrderBy(candidate => entries[candidate.Entry].Level)
            .ThenBy(candidate => candidate.Rank)
            .ThenBy(candidate => candidate.Rule)
            .ThenBy(candidate => entries[candidate.Entry].Id, StringComparer.Ordinal)];
        int level = entries[best[0].Entry].Level;
        int rank = best[0].Rank;
        IEnumerable<Candidate> matches = best.Where(candidate => entries[candidate.Entry].Level == level && candidate.Rank == rank);
        IEnumerable<Candidate> lower = best.Where(candidate => entries[candidate.Entry].Level != level);
        return new()
        {
            Matches = matches.Select(candidate => Match(candidate)).ToValueList(),
            AlsoNamed = lower.Select(candidate => Match(candidate)).ToValueList(),
        };
    }

    private NameMatch<T> Match(Candidate candidate, int distance = 0) => new()
    {
        Item = entries[candidate.Entry].Item,
        Rule = candidate.Rule,
        Matched = entries[candidate.Entry].Text,
        Language = entries[candidate.Entry].Language,
        Distance = distance,
    };

    /// <summary>The names of one key, reached by a name as written, a folded form or the key itself, and the answer once it was asked
    /// for.</summary>
    private sealed class Slot(string text, List<int> entries)
    {
        public string Text { get; } = text;

        public List<int> Entries { get; } = entries;

        public string? Folded { get; init; }

        public NameAnswer<T>? Answer { get; set; }
    }

    private sealed record Candidate(int Entry, NameRule Rule, int Rank);
}
