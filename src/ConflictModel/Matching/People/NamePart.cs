using ConflictModel.Catalogs;

namespace ConflictModel.Matching;

/// <summary>One word of a name, folded, with its sounds and how many records bear it. One object for each word of a list.</summary>
internal sealed class NamePart(string text, NameSound? sound, NamePart.Bearers bearers)
{
    private readonly ulong letters = LettersOf(text);

    /// <summary>The folded word.</summary>
    public string Text { get; } = text;

    /// <summary>The sounds; null in a script whose sounds are not known.</summary>
    public NameSound? Sound { get; } = sound;

    /// <summary>Who bears a word of the same consonants.</summary>
    public Bearers OfSound { get; } = bearers;

    /// <summary>Who bears this word, spelt so.</summary>
    public Bearers AsSpelt { get; } = new("");

    /// <summary>How alike two words are; a slip keeps the first letter, and one of the two spellings is rare in the list.</summary>
    /// <param name="other">The other word.</param>
    /// <param name="rare">The most bearers that a rare spelling has.</param>
    public PartLikeness Compare(NamePart other, int rare)
    {
        if (ReferenceEquals(this, other))
        {
            return PartLikeness.Same;
        }

        if (ReferenceEquals(OfSound, other.OfSound) && Sound is not null && other.Sound is not null
            && Sound.Consonants == other.Sound.Consonants)
        {
            return Sound.Compare(other.Sound);
        }

        return Math.Min(AsSpelt.Count, other.AsSpelt.Count) <= rare && IsSlip(other) ? PartLikeness.Near : PartLikeness.None;
    }

    private bool IsSlip(NamePart other)
    {
        if (Sound is not null && other.Sound is not null && Sound.IsAcross(other.Sound))
        {
            return Math.Min(Sound.Consonants.Length, other.Sound.Consonants.Length) >= 4
                && Sound.Consonants[0] == other.Sound.Consonants[0]
                && EditDistance.Bounded(Sound.Consonants, other.Sound.Consonants, 1) <= 1;
        }

        int shorter = Math.Min(Text.Length, other.Text.Length);
        int limit = shorter switch { < 4 => 0, < 8 => 1, _ => 2 };
        return limit > 0 && Text[0] == other.Text[0] && Sound is null == other.Sound is null
            && System.Numerics.BitOperations.PopCount(letters & ~other.letters) <= limit
            && System.Numerics.BitOperations.PopCount(other.letters & ~letters) <= limit
            && EditDistance.Bounded(Text, other.Text, limit) <= limit;
    }

    private static ulong LettersOf(string text)
    {
        ulong all = 0;
        foreach (char c in text)
        {
            all |= 1UL << (c & 63);
        }

        return all;
    }

    /// <summary>How many records of a list bear something, and on how many it stands first.</summary>
    internal sealed class Bearers(string key)
    {
        private int last = -1;

        /// <summary>The consonants that they share.</summary>
        public string Key { get; } = key;

        /// <summary>How many records bear it.</summary>
        public int Count { get; private set; }

        /// <summary>On how many of them it stands first in a name.</summary>
        public int First { get; private set; }

        /// <summary>Counts a record, once.</summary>
        public void Add(int record, bool isFirst)
        {
            if (last != record)
            {
                last = record;
                Count++;
                First += isFirst ? 1 : 0;
            }
        }
    }
}
