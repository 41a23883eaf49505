using System.Numerics;

namespace ConflictModel;

internal sealed partial class NameIndex<T>
{
    private const int MostNearMisses = 5;

    // Three consonants are few: with them only a vowel or two may differ.
    private static int TransliterationLimit(int consonants, int length) =>
        consonants > ConsonantKey.Shortest ? length / 2 : length <= 5 ? 1 : 2;

    private static int NearMissLimit(int length) => length switch
    {
        <= 2 => 0,
        <= 5 => 1,
        <= 9 => 2,
        _ => 3,
    };

    /// <summary>The names with the same consonants as <paramref name="bare"/> and, in Latin script, not too different vowels.</summary>
    private List<Candidate> ByConsonants(ReadOnlySpan<char> bare, int levels)
    {
        var candidates = new List<Candidate>();
        Span<char> romanisedRoom = stackalloc char[Romanisation.RoomFor(bare.Length)];
        ReadOnlySpan<char> romanised = romanisedRoom[..Romanisation.Write(bare, romanisedRoom)];
        Span<char> keyRoom = stackalloc char[romanised.Length];
        ReadOnlySpan<char> key = keyRoom[..ConsonantKey.Write(romanised, keyRoom)];
        if (key.Length < ConsonantKey.Shortest || !sieve.Value.ByConsonants.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out List<int>? keys))
        {
            return candidates;
        }

        bool latin = romanised.SequenceEqual(bare);
        int limit = TransliterationLimit(key.Length, romanised.Length);
        foreach (int index in keys)
        {
            ref readonly SieveKey name = ref sieve.Value.Keys[index];
            bool sameScript = latin && ReferenceEquals(name.Romanised, name.Slot.Text);
            int distance = sameScript ? EditDistance.Bounded(romanised, name.Romanised, limit) : 0;
            if (distance > limit)
            {
                continue;
            }

            foreach (int entry in name.Slot.Entries)
            {
                if (((levels >> entries[entry].Level) & 1) != 0 && MayBeTransliterated(entries[entry]))
                {
                    candidates.Add(new(entry, NameRule.Transliteration, distance));
                }
            }
        }

        return candidates;
    }

    private ValueList<NameMatch<T>> NearMisses(string text)
    {
        string bare = Romanisation.Romanise(ArabicArticle.Strip(NameFolding.Fold(text)));
        int limit = NearMissLimit(bare.Length);
        if (limit == 0)
        {
            return [];
        }

        ulong letters = Sieve.LettersOf(bare);
        var found = new List<(Candidate Candidate, int Distance)>();
        foreach (ref readonly SieveKey key in sieve.Value.OfLength(bare.Length - limit, bare.Length + limit))
        {
            // One change adds or takes at most two letters.
            if (BitOperations.PopCount(letters ^ key.Letters) > 2 * limit)
            {
                continue;
            }

            int distance = EditDistance.Bounded(bare, key.Romanised, limit);
            if (distance > limit)
            {
                continue;
            }

            foreach (int entry in key.Slot.Entries)
            {
                if (entries[entry].Rule is not (NameRule.Code or NameRule.LooseUse))
                {
                    found.Add((new(entry, NameRule.NearMiss, distance), distance));
                }
            }
        }

        return found
            .GroupBy(near => entries[near.Candidate.Entry].Id, StringComparer.Ordinal)
            .Select(group => group.OrderBy(near => near.Distance).ThenBy(near => near.Candidate.Entry).First())
            .OrderBy(near => near.Distance)
            .ThenBy(near => entries[near.Candidate.Entry].Level)
            .ThenBy(near => entries[near.Candidate.Entry].Id, StringComparer.Ordinal)
            .Take(MostNearMisses)
            .Select(near => Match(near.Candidate, near.Distance))
            .ToValueList();
    }

    // Abbreviations have no vowels to differ in: "HTS" is not a way to write "Hits".
    private static bool MayBeTransliterated(in NameEntry<T> entry) =>
        entry.Rule is NameRule.Name or NameRule.Alias && (entry.Text.Length > 6 || !entry.Text.All(char.IsAsciiLetterUpper));

    private readonly record struct SieveKey(Slot Slot, string Romanised, ulong Letters);

    /// <summary>All keys in Latin letters: by consonants, and by length with the set of their letters. Made when first needed.</summary>
    private sealed class Sieve
    {
        private readonly int[] starts;

        public Sieve(Dictionary<string, Slot> byKey)
        {
            Keys = [.. byKey.Values
                .Select(slot => (Slot: slot, Romanised: Romanisation.Romanise(slot.Text)))
                .Select(key => new SieveKey(key.Slot, key.Romanised, LettersOf(key.Romanised)))
                .OrderBy(key => key.Romanised.Length)
                .ThenBy(key => key.Slot.Entries[0])];
            starts = new int[Keys.Length == 0 ? 2 : Keys[^1].Romanised.Length + 2];
            ByConsonants = new(Keys.Length, StringComparer.Ordinal);
            Span<char> room = stackalloc char[4 * NameFolding.MaxLength];
            for (int i = 0; i < Keys.Length; i++)
            {
                string text = Keys[i].Romanised;
                starts[text.Length + 1] = i + 1;
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

        /// <summary>The keys of <paramref name="shortest"/> to <paramref name="longest"/> letters.</summary>
        public ReadOnlySpan<SieveKey> OfLength(int shortest, int longest)
        {
            int from = starts[Math.Clamp(shortest, 0, starts.Length - 1)];
            int to = starts[Math.Clamp(longest + 1, 0, starts.Length - 1)];
            return Keys.AsSpan(from, to - from);
        }
    }
}
