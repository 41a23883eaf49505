namespace ConflictModel.Catalogs;

/// <summary>Words that say a region's level beside its name: "Governorate", "منطقة", "мухафаза".</summary>
internal static class RegionLevelWords
{
    private const int Governorate = 1 << 1;
    private const int Natural = 1 << 2;
    private const int District = 1 << 3;
    private const int SubDistrict = 1 << 4;
    private const int Town = 1 << 5;

    // Folded; each with the levels meant, and those to look at when none of these bears the name.
    private static readonly Dictionary<string, LevelHint> Words = new[]
    {
        (Governorate, 0, "governorate province state department oblast prefecture county muhafazah muhafazat muhafaza mohafazat wilayat "
            + "vilayet gouvernorat gouvernement gobernacion governatorato governacio guvernorat kegubernuran "
            + "gubernatorstwo محافظه ولايه استان мухафаза мухафазы провинция провинции губернаторство"),
        (District | SubDistrict, Town, "district mintaqat mintaqah mantiqa qada qadaa markaz منطقه قضا مركز район округ"),
        (SubDistrict, District, "subdistrict sub nahiya nahiyah nahiyat ناحيه нахия"),
        (Town, SubDistrict | District, "city town madinat ville مدينه بلده город города"),
        (Town, 0, "village suburb قريه село деревня"),
        (Natural, Governorate | Town, "area region plain"),
    }
    .SelectMany(row => row.Item3.Split(' '), (row, word) => new LevelHint(word, row.Item1, row.Item2))
    .ToDictionary(hint => hint.Rest, StringComparer.Ordinal);

    public static int LevelOf(RegionKind kind) => kind switch
    {
        RegionKind.Country => 0,
        RegionKind.Governorate => 1,
        RegionKind.Natural or RegionKind.Zone => 2,
        RegionKind.District => 3,
        RegionKind.SubDistrict => 4,
        _ => 5,
    };

    /// <summary>Takes such words off both ends; null if there is none, or nothing else.</summary>
    public static LevelHint? Strip(string folded)
    {
        (string rest, int first, int second) = (folded, -1, 0);
        while (Find(rest) is { } found)
        {
            // "Markaz Daraa district": what both allow, or else what the inner word says.
            (rest, first, second) = (found.Rest, (first & found.First) != 0 ? first & found.First : found.First, second | found.Second);
        }

        return rest == folded ? null : new(rest, first, second);
    }

    private static LevelHint? Find(string text)
    {
        int first = text.IndexOf(' ', StringComparison.Ordinal);
        if (first < 0)
        {
            return null;
        }

        int last = text.LastIndexOf(' ');
        return Words.TryGetValue(text[..first], out LevelHint before) ? before with { Rest = WithoutOf(text[(first + 1)..]) }
            : Words.TryGetValue(text[(last + 1)..], out LevelHint after) ? after with { Rest = text[..last] }
            : null;
    }

    private static string WithoutOf(string text)
    {
        foreach (string word in (ReadOnlySpan<string>)["of ", "de ", "d ", "di "])
        {
            if (text.Length > word.Length && text.StartsWith(word, StringComparison.Ordinal))
            {
                return text[word.Length..];
            }
        }

        return text;
    }
}
