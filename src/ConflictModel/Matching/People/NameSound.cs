using ConflictModel.Catalogs;

namespace ConflictModel.Matching;

/// <summary>A part of a name by its sounds: its consonants, as <see cref="ConsonantKey"/> hears them, and the vowels around each.</summary>
/// <remarks>
/// Arabic script leaves out short vowels and writes long ones; transliterations write both, each in its own way. So a vowel is one of three
/// (a, i, u), e is a or i, and what Arabic does not write may be any short one. That keeps Hassan from Hussein and Mahmoud from Muhammad.
/// </remarks>
internal sealed class NameSound
{
    private const char Ain = '\u02BF';

    private readonly Slot[] slots;
    private readonly bool isArabic;

    private NameSound(string consonants, Slot[] slots, bool isArabic)
    {
        Consonants = consonants;
        this.slots = slots;
        this.isArabic = isArabic;
    }

    [Flags]
    private enum Vowels : byte
    {
        None = 0,
        A = 1,
        I = 2,
        U = 4,
    }

    /// <summary>The consonants in order; doubled ones once.</summary>
    public string Consonants { get; }

    /// <summary>The sounds of a folded word; null if it is in a script whose sounds are not known.</summary>
    public static NameSound? Of(string folded)
    {
        bool isArabic = !Romanisation.HasVowels(folded);
        string text = Romanisation.Romanise(folded.Replace('ع', Ain));
        var consonants = new List<char>(text.Length);
        var slots = new List<Slot>(text.Length + 1);
        int from = 0;
        for (int i = 0; i < text.Length;)
        {
            if (IsVowel(text[i]))
            {
                i++;
                continue;
            }

            (char sound, int letters) = ConsonantKey.SoundAt(text, i);
            if (sound == ConsonantKey.Foreign)
            {
                return null;
            }

            // One letter, heard as g in Egypt and as j elsewhere; Cyrillic and many transliterations have one letter for kh and h.
            sound = sound switch { 'g' => 'j', 'x' => 'h', var other => other };
            bool isDoubled = !isArabic && from == i && consonants.Count > 0 && consonants[^1] == sound;
            if (sound != ConsonantKey.Silent && !isDoubled)
            {
                slots.Add(Read(text.AsSpan(from, i - from), isLast: false, isArabic));
                consonants.Add(sound);
                from = i + letters;
            }
            else if (isDoubled)
            {
                from = i + letters;
            }

            i += letters;
        }

        slots.Add(Read(text.AsSpan(from), isLast: true, isArabic));
        return new(string.Concat(consonants), [.. slots], isArabic);
    }

    /// <summary>How alike two words of the same consonants are by their vowels.</summary>
    public PartLikeness Compare(NameSound other)
    {
        int apart = 0;
        for (int i = 0; i < slots.Length; i++)
        {
            apart += isArabic == other.isArabic
                ? (isArabic ? ApartInArabic(slots[i], other.slots[i], i) : ApartInLatin(slots[i], other.slots[i]))
                : ApartAcross(isArabic ? slots[i] : other.slots[i], isArabic ? other.slots[i] : slots[i], i);
        }

        return apart == 0 ? PartLikeness.Same : apart == 1 ? PartLikeness.Near : PartLikeness.None;
    }

    /// <summary>Whether one is written in Arabic script and the other not.</summary>
    public bool IsAcross(NameSound other) => isArabic != other.isArabic;

    private static int ApartInLatin(Slot one, Slot other) =>
        (one.Sure & other.Sure) != 0 || (one.Sure | other.Sure) == 0 ? 0 : 1;

    // Old spellings leave out the long a within a word; other vowels are another name: Hasan, Husayn.
    private static int ApartInArabic(Slot one, Slot other, int place)
    {
        Vowels differs = (one.Sure ^ other.Sure) & ~((one.Perhaps | other.Perhaps) & (one.Sure | other.Sure));
        return differs == 0 ? 0 : differs == Vowels.A && place > 0 ? 1 : 2;
    }

    // French writes any u so, long or short: Mouhammad, but Mahmoud too.
    private static int ApartAcross(Slot arabic, Slot latin, int place)
    {
        Vowels may = arabic.Sure | arabic.Perhaps;
        bool isHeard = arabic.Sure == 0 || (arabic.Sure & latin.Sure) != 0 || (arabic.Perhaps & latin.Sure) != 0;
        bool isWritten = latin.Sure == 0 || (latin.Sure & may) != 0 || (!latin.IsLong && (place > 0 || may != 0));
        return isHeard && isWritten ? 0 : isHeard && latin.IsFrench ? 1 : 2;
    }

    private static Slot Read(ReadOnlySpan<char> run, bool isLast, bool isArabic)
    {
        if (!isArabic && run is "ai" or "ay" or "ei" or "ey" or "ee")
        {
            return new(Vowels.I, Vowels.None, true, false);
        }

        (Vowels sure, Vowels perhaps, int letters) = (Vowels.None, Vowels.None, 0);
        foreach (char c in run)
        {
            sure |= c switch
            {
                'a' => Vowels.A,
                'i' or 'y' => Vowels.I,
                'o' or 'u' or 'w' or 'v' => Vowels.U,
                'e' => Vowels.A | Vowels.I,
                _ => Vowels.None,
            };
            letters += IsVowel(c) && c != Ain ? 1 : 0;
            perhaps |= c == Ain ? Vowels.A : Vowels.None;
        }

        // At the end the folded letter is a long i or the a that is written like it: Mustafa, Layla.
        if (isArabic && isLast && run.EndsWith("y"))
        {
            perhaps |= Vowels.A;
        }

        return new(sure, perhaps, letters > 1, run is "ou");
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w' or 'v' or Ain;

    private readonly record struct Slot(Vowels Sure, Vowels Perhaps, bool IsLong, bool IsFrench);
}
