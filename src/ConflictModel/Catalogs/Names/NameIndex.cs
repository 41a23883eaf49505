using System.Collections.Frozen;

namespace ConflictModel.Catalogs;

/// <summary>Finds what a text names among the names that it was made of. Immutable but for answers that it remembers.</summary>
/// <remarks>
/// Every name has a folded form and a key (the folded form without articles). Names of one key are one quality of match. A text that is a
/// name as
/// written, or folds to one, takes a single look-up without allocation; then the text is tried without words for its level. By its
/// consonants and by near spellings it may name something, but not for sure.
/// </remarks>
internal sealed partial class NameIndex<T>
    where T : class
{
    // "IS" is Iceland's code, "is" is a word. An id, too, is itself only as written: there is more than one "Mansoura town".
    private const int LongestBareCode = 3;

    private readonly NameEntry<T>[] entries;
    private readonly string[] folded;
    private readonly FrozenDictionary<string, Slot> exact;
    private readonly Dictionary<string, Slot> byFolded;
    private readonly Dictionary<string, Slot> byKey;
    private readonly Dictionary<string, Slot>.AlternateLookup<ReadOnlySpan<char>> foldedLookup;
    private readonly Dictionary<string, Slot>.AlternateLookup<ReadOnlySpan<char>> keyLookup;
    private readonly Func<string, LevelHint?>? levelWords;
    private readonly HashSet<string> homonyms;
    private readonly NameAnswer<T> none = new();
    private readonly Lazy<HashSet<string>> withArticle;
    private readonly Lazy<Sieve> sieve;

    /// <summary>An index of names; <paramref name="levelWords"/> takes the words for a level off a folded text, or gives null where there
    /// are none; <paramref name="homonyms"/> are names that others beyond the catalog bear too.</summary>
    public NameIndex(IEnumerable<NameEntry<T>> names, IEnumerable<string> homonyms, Func<string, LevelHint?>? levelWords = null)
    {
        entries = [.. names];
        this.homonyms = [.. homonyms.Select(NameFolding.Fold)];
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
        withArticle =
            new(() => entries.Where((_, i) => ArabicArticle.IsIn(folded[i])).Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>What a text names, with near misses if nothing does for sure.</summary>
    public NameAnswer<T> Resolve(string text, NameQuestion<T>? question = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<Candidate> near = [];
        if (Find(text, question, near) is { } answer)
        {
            return answer;
        }

        if (text.Length > NameFolding.MaxLength)
        {
            return none;
        }

        ValueList<NameMatch<T>> misses = NearMisses(text, question, near);
        return misses.IsEmpty ? none : new() { NearMisses = misses };
    }

    /// <summary>What a text names, or null if nothing does for sure.</summary>
    public NameAnswer<T>? Find(string text) => Find(text, null, []);

    /// <summary>
    /// The same, for a question of a caller who knows more; <paramref name="near"/> takes what a text may name but not for sure.
    /// </summary>
    private NameAnswer<T>? Find(string text, NameQuestion<T>? question, List<Candidate> near)
    {
        // A narrower question may pass over all that bear the name as written; then the others are asked.
        NameAnswer<T>? answer = null;
        if (exact.TryGetValue(text, out Slot? slot))
        {
            answer = Answer(slot, text, slot.Folded!, question, near);
            if (answer is not null || question is null)
            {
                return answer;
            }
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
            answer = Answer(slot, null, slot.Text, question, near);
            if (answer is not null || question is null)
            {
                return answer;
            }
        }

        Span<char> bareRoom = stackalloc char[fold.Length];
        ReadOnlySpan<char> bare = bareRoom[..ArabicArticle.Strip(fold, bareRoom)];
        string folding = fold.ToString();
        if (keyLookup.TryGetValue(bare, out slot))
        {
            answer = Answer(slot, null, folding, question, near);
            if (answer is not null)
            {
                return answer;
            }
        }

        LevelHint? hint = levelWords?.Invoke(folding);
        return (hint is { } level ? AtLevel(level, question, near) : null)
            ?? Only(
                question,
                [
                    .. ByConsonants(bare, -1, question),
                    .. hint is { } words ? ByConsonants(ArabicArticle.Strip(words.Rest), words.First | words.Second, question) : [],
                ],
                near);
    }

    // A text that is a name, but for its article; answers to the plain question are remembered.
    private NameAnswer<T>? Answer(Slot slot, string? written, string spelling, NameQuestion<T>? question, List<Candidate> near)
    {
        bool isRemembered = question is null && (written is not null || slot.Text == spelling);
        if (isRemembered && slot.Answer is { } before)
        {
            return before;
        }

        NameAnswer<T>? answer = Choose(ByKey(slot, written, spelling, question, near));
        if (isRemembered)
        {
            slot.Answer = answer;
        }

        return answer;
    }

    private NameAnswer<T>? AtLevel(LevelHint hint, NameQuestion<T>? question, List<Candidate> near)
    {
        if (!byKey.TryGetValue(ArabicArticle.Strip(hint.Rest), out Slot? slot))
        {
            return null;
        }

        List<Candidate> named = ByKey(slot, null, hint.Rest, question, near)
            .FindAll(candidate => candidate.Rule != NameRule.LooseUse);
        foreach (int levels in (ReadOnlySpan<int>)[hint.First, hint.Second])
        {
            List<Candidate> candidates = named
                .FindAll(candidate => ((levels >> entries[candidate.Entry].Level) & 1) != 0)
                .ConvertAll(candidate => candidate with { Rule = NameRule.Level });
            if (candidates.Count > 0)
            {
                return Choose(candidates);
            }
        }

        near.AddRange(named.ConvertAll(candidate => candidate with { Rule = NameRule.Level }));
        return null;
    }

    /// <summary>
    /// The entries of one key that a text names; those that it may name, but not for sure, go to <paramref name="near"/>.
    /// </summary>
    private List<Candidate> ByKey(Slot slot, string? written, string spelling, NameQuestion<T>? question, List<Candidate> near)
    {
        var candidates = new List<Candidate>(slot.Entries.Count);
        bool isHomonym = question is not { IsPlaced: true } && homonyms.Contains(spelling);
        foreach (int entry in slot.Entries)
        {
            NameEntry<T> name = entries[entry];
            if (question?.Fits(name.Item) == false)
            {
                continue;
            }

            (NameRule rule, int rank) =
                written is not null && name.Text == written ? (name.Rule, 0) :
                folded[entry] == spelling ? (NameRule.Spelling, 1) :
                IsWithThe(spelling, folded[entry]) ? (NameRule.Article, 2) : (NameRule.Article, 3);
            if (rank > 0 && name.Rule == NameRule.Code && (name.Text.Length <= LongestBareCode || name.Text == name.Id))
            {
                continue;
            }

            bool isSure = rank < 2 || IsArticleSure(spelling, entry, slot);
            NameRule said = name.Rule == NameRule.LooseUse ? NameRule.LooseUse : rule;
            if (isSure && !(isHomonym && name.Rule != NameRule.Code))
            {
                candidates.Add(new(entry, said, rank));
            }
            else
            {
                near.Add(new(entry, isSure ? NameRule.Homonym : NameRule.Article, rank));
            }
        }

        return candidates;
    }

    // English puts its article before any name; the Arabic one is part of it.
    private static bool IsWithThe(string spelling, string name) =>
        spelling.StartsWith("the ", StringComparison.Ordinal) && spelling.AsSpan(4).SequenceEqual(name);

    // English leaves the article off at will, Arabic does not; a name that never bears one does not take one on; and what seems to be one
    // in Latin letters is one where a name of the same thing has it there: "Alhasakah", "Al Hasakah".
    private bool IsArticleSure(string spelling, int entry, Slot slot)
    {
        bool isInText = ArabicArticle.IsIn(spelling);
        if (!Romanisation.HasVowels(spelling))
        {
            return isInText == ArabicArticle.IsIn(folded[entry]);
        }

        string id = entries[entry].Id;
        if (ArabicArticle.IsJoinedIn(spelling))
        {
            string joined = spelling.Replace(" ", "", StringComparison.Ordinal);
            return slot.Entries.Exists(other =>
                entries[other].Id == id && folded[other].Replace(" ", "", StringComparison.Ordinal) == joined);
        }

        return !isInText || ArabicArticle.IsIn(folded[entry]) || withArticle.Value.Contains(id);
    }

    /// <summary>
    /// What is left of guesses where the caller narrows the question to one thing (and what lies within it); otherwise they are near.
    /// </summary>
    private NameAnswer<T>? Only(NameQuestion<T>? question, List<Candidate> guesses, List<Candidate> near)
    {
        if (question is not null && guesses.Count > 0)
        {
            int nearest = guesses.Min(guess => guess.Rank);
            NameAnswer<T>? answer = Choose(guesses.FindAll(guess => guess.Rank == nearest));
            if (answer?.Value is not null)
            {
                return answer;
            }
        }

        near.AddRange(guesses);
        return null;
    }

    /// <summary>The best candidate of each thing; of these the ones of the highest level, best rank, in each country; the other levels are
    /// named also.</summary>
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
                .ThenBy(candidate => candidate.Weakness)
                .ThenBy(candidate => candidate.Entry)
                .First())
            .OrderBy(candidate => entries[candidate.Entry].Level)
            .ThenBy(candidate => candidate.Rank)
            .ThenBy(candidate => candidate.Weakness)
            .ThenBy(candidate => entries[candidate.Entry].Id, StringComparer.Ordinal)];

        // Names do not say in which country; but a country goes before what is called like it elsewhere.
        NameEntry<T> first = entries[best[0].Entry];
        var matches = new List<NameMatch<T>>();
        var lower = new List<NameMatch<T>>();
        foreach (IGrouping<string?, Candidate> country in best.GroupBy(candidate => entries[candidate.Entry].Country))
        {
            (int level, int rank) = (entries[country.First().Entry].Level, country.First().Rank);
            bool isLower = country.Key != first.Country && (first.Level == 0 || country.Key is null || first.Country is null);
            (level, rank) = isLower ? (first.Level, best[0].Rank) : (level, rank);
            foreach (Candidate candidate in country)
            {
                if (entries[candidate.Entry].Level != level)
                {
                    lower.Add(Match(candidate));
                }
                else if (candidate.Rank == rank)
                {
                    matches.Add(Match(candidate));
                }
            }
        }

        return new() { Matches = matches.ToValueList(), AlsoNamed = lower.ToValueList() };
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

    private sealed record Candidate(int Entry, NameRule Rule, int Rank)
    {
        /// <summary>The greater, the less the rule says: rules stand in the order of their strength.</summary>
        public int Weakness => (int)Rule;
    }
}
