using System.Numerics;

namespace ConflictModel.Catalogs;

internal sealed partial class NameIndex<T>
{
    private const int MostNearMisses = 5;

    // The fewer the consonants, the fewer vowels may differ; two tell something only in a text of some length.
    private static int TransliterationLimit(int consonants, int length) => consonants switch
    {
        2 => length >= 7 ? 1 : 0,
        3 => length <= 5 ? 1 : 2,
        _ => length / 2,
    };

    /// <summary>How many letters differ; where one text is Arabic, which leaves short vowels out, there is nothing to compare but
    /// consonants.</summary>
    private static int TransliterationDistance(ReadOnlySpan<char> romanised, bool vowels, SieveKey name, int consonants)
    {
        int limit = TransliterationLimit(consonants, romanised.Length);
        if (vowels == name.HasVowels || romanised.SequenceEqual(name.Romanised))
        {
            return EditDistance.Bounded(romanised, name.Romanised, limit);
        }

        // Three consonants are enough to read an Arabic text by, but not to tell apart all that may be written with vowels.
        return consonants < (vowels ? 4 : 3) ? limit + 1 : limit;
    }

    private static int NearMissLimit(int length) => length switch
    {
        <= 2 => 0,
        <= 5 => 1,
        <= 9 => 2,
        _ => 3,
    };

    /// <summary>The names with the same consonants as <paramref name="bare"/> and, in Latin script, not too different vowels.</summary>
    private List<Candidate> ByConsonants(ReadOnlySpan<char> bare, int levels, NameQuestion<T>? question)
    {
        var candidates = new List<Candidate>();
        Span<char> romanisedRoom = stackalloc char[Romanisation.RoomFor(bare.Length)];
        ReadOnlySpan<char> romanised = romanisedRoom[..Romanisation.Write(bare, romanisedRoom)];
        Span<char> keyRoom = stackalloc char[romanised.Length];
        ReadOnlySpan<char> key = keyRoom[..ConsonantKey.Write(romanised, keyRoom)];
        if (key.Length < ConsonantKey.Shortest
            || !sieve.Value.ByConsonants.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out List<int>? keys))
        {
            return candidates;
        }

        bool vowels = Romanisation.HasVowels(bare);
        int limit = TransliterationLimit(key.Length, romanised.Length);
        foreach (int index in keys)
        {
            SieveKey name = sieve.Value.Keys[index];
            int distance = TransliterationDistance(romanised, vowels, name, key.Length);
            if (distance > limit || !PlainWords.Agree(bare, name.Slot.Text))
            {
                continue;
            }

            foreach (int entry in name.Slot.Entries)
            {
                if (((levels >> entries[entry].Level) & 1) != 0
                    && MayBeTransliterated(entries[entry]) && question?.Fits(entries[entry].Item) != false)
                {
                    candidates.Add(new(entry, NameRule.Transliteration, distance));
                }
            }
        }

        return candidates;
    }

    private ValueList<NameMatch<T>> NearMisses(string text, NameQuestion<T>? question, List<Candidate> near)
    {
        string fold = NameFolding.Fold(text);
        string name = levelWords?.Invoke(fold) is { } hint ? hint.Rest : fold;
        string bare = Romanisation.Romanise(ArabicArticle.Strip(name));
        int limit = NearMissLimit(bare.Length);
        if (limit > 0)
        {
            near.AddRange(Misspelt(bare, name, limit, question));
        }

        return near
            .GroupBy(candidate => entries[candidate.Entry].Id, StringComparer.Ordinal)
            .Select(group => group
                .OrderBy(candidate => candidate.Weakness)
                .ThenBy(candidate => candidate.Rank)
                .ThenBy(candidate => candidate.Entry)
                .First())
            .OrderBy(candidate => candidate.Weakness)
            .ThenBy(candidate => candidate.Rank)
            .ThenBy(candidate => entries[candidate.Entry].Level)
            .ThenBy(candidate => entries[candidate.Entry].Id, StringComparer.Ordinal)
            .Take(MostNearMisses)
            .Select(candidate => Match(candidate, candidate.Rule == NameRule.NearMiss ? candidate.Rank : 0))
            .ToValueList();
    }

    private List<Candidate> Misspelt(string bare, string name, int limit, NameQuestion<T>? question)
    {
        ulong letters = Sieve.LettersOf(bare);
        var found = new List<Candidate>();
        Sieve all = sieve.Value;
        (int from, int to) = all.OfLength(bare.Length - limit, bare.Length + limit);
        for (int i = from; i < to; i++)
        {
            // One change brings in at most one letter that the other has not, on either side.
            ulong other = all.Letters[i];
            if (BitOperations.PopCount(letters & ~other) > limit || BitOperations.PopCount(other & ~letters) > limit)
            {
                continue;
            }

            SieveKey key = all.Keys[i];
            int distance = EditDistance.Bounded(bare, key.Romanised, limit);
            if (distance > limit || !PlainWords.Agree(name, key.Slot.Text))
            {
                continue;
            }

            foreach (int entry in key.Slot.Entries)
            {
                if (entries[entry].Rule is not (NameRule.Code or NameRule.LooseUse) && question?.Fits(entries[entry].Item) != false)
                {
                    found.Add(new(entry, NameRule.NearMiss, distance));
                }
            }
        }

        return found;
    }

    // Abbreviations have no vowels to differ in: "HTS" is not a way to write "Hits".
    private static bool MayBeTransliterated(NameEntry<T> entry) =>
        entry.Rule is NameRule.Name or NameRule.Alias && (entry.Text.Length > 6 || !entry.Text.All(char.IsAsciiLetterUpper));

    private sealed record SieveKey(Slot Slot, string Romanised, bool HasVowels);

    /// <summary>All keys in Latin letters: by consonants, and by length with the set of their letters. Made when first needed.</summary>
    private sealed class Sieve
    {
        private readonly int[] starts;

        public Sieve(Dictionary<string, Slot> byKey)
        {
            Keys = [.. byKey.Values.Select(KeyOf)];
            Array.Sort(Keys, static (left, right) =>
                left.Romanised.Length != right.Romanised.Length
                    ? left.Romanised.Length.CompareTo(right.Romanised.Length)
                    : left.Slot.Entries[0].CompareTo(right.Slot.Entries[0]));
            Letters = new ulong[Keys.Length];
            starts = new int[Keys.Length == 0 ? 2 : Keys[^1].Romanised.Length + 2];
            ByConsonants = new(Keys.Length, StringComparer.Ordinal);
            Span<char> room = stackalloc char[4 * NameFolding.MaxLength];
            for (int i = 0; i < Keys.Length; i++)
            {
                string text = Keys[i].Romanised;
                starts[text.Length + 1] = i + 1;
                Letters[i] = LettersOf(text);
                int length = text.Length <= room.Length ? ConsonantKey.Write(text, room) : 0;
                if (length < ConsonantKey.Shortest)
                {
                    continue;
                }

                string consonants = room[..length].ToString();
                if (!ByConsonants.TryGetValue(consonants, out List<int>? same))
                {
                    ByConsonants.Add(consonants, same = []);
                }

                same.Add(i);
            }

            for (int i = 1; i < starts.Length; i++)
            {
                starts[i] = Math.Max(starts[i], starts[i - 1]);
            }
        }

        public SieveKey[] Keys { get; }

        /// <summary>The set of letters of each key: apart from the keys, so that most are passed over without being touched.</summary>
        public ulong[] Letters { get; }

        private static SieveKey KeyOf(Slot slot)
        {
            string romanised = Romanisation.Romanise(slot.Text);
            return new(slot, romanised, Romanisation.HasVowels(slot.Text));
        }

        public Dictionary<string, List<int>> ByConsonants { get; }

        public static ulong LettersOf(ReadOnlySpan<char> text)
        {
            ulong letters = 0;
            foreach (char c in text)
            {
                letters |= 1UL << (c & 63);
            }

            return letters;
        }

        /// <summary>Where the keys of <paramref name="shortest"/> to <paramref name="longest"/> letters begin and end.</summary>
        public (int From, int To) OfLength(int shortest, int longest) =>
            (starts[Math.Clamp(shortest, 0, starts.Length - 1)], starts[Math.Clamp(longest + 1, 0, starts.Length - 1)]);
    }
}
