namespace ConflictModel.Matching;

/// <summary>The keys by which records of people find each other, as numbers of the library's own making.</summary>
internal static class PersonKeys
{
    private const ulong Basis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    // The lowest bit says whether the key is of two words of a name.
    private const ulong OfNames = 1;

    private enum Kind : ulong
    {
        Words = 1,
        Slip,
        Day,
        Born,
        Age,
        External,
    }

    public static bool IsOfNames(ulong key) => (key & OfNames) != 0;

    /// <summary>The keys of a record; one may come twice.</summary>
    public static IEnumerable<ulong> Of(PersonProfile one)
    {
        foreach (ExternalId id in one.Person.ExternalIds.AsEnumerable())
        {
            yield return Key(Kind.External, Mix(Hash(id.Scheme), Hash(id.Value)));
        }

        foreach (NamePart[] name in (NamePart[][])[.. one.Names, .. one.Nicknames])
        {
            for (int i = 0; i < name.Length; i++)
            {
                ulong word = Hash(name[i].OfSound.Key);
                if (one.Day.Exact is { } day)
                {
                    yield return Key(Kind.Day, Mix(word, Number(day)));
                }

                if (one.Born.Exact is { } born)
                {
                    yield return Key(Kind.Born, Mix(word, Number(born)));
                }

                for (int j = 0; j < i; j++)
                {
                    ulong first = Hash(name[j].OfSound.Key);
                    yield return Key(Kind.Words, Mix(Math.Min(word, first), Math.Max(word, first))) | OfNames;
                }
            }

            // A slip in one of two words leaves the beginning or the end of its consonants.
            if (name.Length > 1)
            {
                foreach (ulong key in Slips(name[0], name[^1]))
                {
                    yield return key;
                }
            }
        }
    }

    /// <summary>What else tells apart the records that share a key with too many.</summary>
    public static IEnumerable<ulong> Finer(PersonProfile one)
    {
        if (one.Day.Exact is { } day)
        {
            yield return Key(Kind.Day, Number(day));
            foreach (int slip in one.Day.Slips())
            {
                yield return Key(Kind.Day, Number(slip));
            }
        }

        if (one.Born.Exact is { } born)
        {
            yield return Key(Kind.Born, Number(born));
        }

        if (one.ExactAge is { } age && one.Region is { } region)
        {
            yield return Key(Kind.Age, Mix(Number(age), Hash(region.Value)));
        }

        foreach (ExternalId id in one.Person.ExternalIds.AsEnumerable())
        {
            yield return Key(Kind.External, Mix(Hash(id.Scheme), Hash(id.Value)));
        }

        foreach (NamePart[] name in (NamePart[][])[.. one.Names, .. one.Mothers])
        {
            for (int i = 0; i < name.Length; i++)
            {
                for (int j = 0; j < i; j++)
                {
                    yield return Key(Kind.Words, Mix(Hash(name[j].OfSound.Key), Hash(name[i].OfSound.Key)));
                }
            }
        }
    }

    /// <summary>One number of two.</summary>
    public static ulong Mix(ulong one, ulong other)
    {
        ulong mixed = unchecked((one ^ (other * Prime)) * 0x9E37_79B9_7F4A_7C15);
        return mixed ^ (mixed >> 29);
    }

    private static IEnumerable<ulong> Slips(NamePart given, NamePart family)
    {
        foreach ((NamePart whole, NamePart slipped) in ((NamePart, NamePart)[])[(given, family), (family, given)])
        {
            string key = slipped.OfSound.Key;
            ulong word = Hash(whole.OfSound.Key);
            int half = Math.Min((key.Length + 1) / 2, key.Length);
            yield return Key(Kind.Slip, Mix(word, Hash(key.AsSpan(0, half))));
            yield return Key(Kind.Slip, Mix(word, ~Hash(key.AsSpan(key.Length - half))));
        }
    }

    private static ulong Key(Kind kind, ulong value) => Mix((ulong)kind, value) & ~OfNames;

    private static ulong Number(int value) => unchecked((ulong)value);

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        ulong hash = Basis;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * Prime);
        }

        return hash;
    }
}
