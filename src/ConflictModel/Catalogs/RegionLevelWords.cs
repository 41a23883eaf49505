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
    private static readonly (string Word, int First, int Second)[] Words =
    [
        .. All(Governorate, 1, "governorate", "province", "muhafazah", "muhafazat", "muhafaza", "mohafazat", "wilayat", "vilayet", "gouvernorat", "gouvernement", "gobernacion",
            "governatorato", "governacio", "guvernorat", "kegubernuran", "gubernatorstwo", "ili", "محافظه", "ولايه", "استان", "мухафаза", "провинция", "губернаторство", "провинции", "мухафазы"),
        .. All(District | SubDistrict, Town, "district", "mintaqat", "mintaqah", "mantiqa", "qada", "qadaa", "markaz", "منطقه", "قضاء", "قضا", "مركز", "район", "округ"),
        .. All(SubDistrict, District, "subdistrict", "sub district", "nahiya", "nahiyah", "nahiyat", "ناحيه", "нахия"),
        .. All(Town, SubDistrict | District, "city", "town", "village", "suburb", "madinat", "city of", "town of", "village of", "مدينه", "بلده", "قريه", "город", "города", "село", "деревня", "ville de"),
        .. All(Natural, Town, "area", "region", "plain"),
    ];

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
        foreach ((string word, int first, int second) in Words)
        {
            if (text.Length > word.Length + 1)
            {
                if (text.StartsWith(word, StringComparison.Ordinal) && text[word.Length] == ' ')
                {
                    string rest = text[(word.Length + 1)..];
                    return new(WithoutOf(rest), first, second);
                }

                if (text.EndsWith(word, StringComparison.Ordinal) && text[^(word.Length + 1)] == ' ')
                {
                    return new(text[..^(word.Length + 1)], first, second);
                }
            }
        }

        return null;
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

    private static IEnumerable<(string Word, int First, int Second)> All(int first, int second, params string[] words) =>
        words.OrderByDescending(word => word.Length).Select(word => (word, first, second));
}
