using System.Text.RegularExpressions;

namespace ConflictModel;

/// <summary>The words that lists of people have for ages, in years.</summary>
internal static partial class AgeWords
{
    private const int MaxLength = 100;

    // An infant is in the first or second year. Who is elderly is an adult; lists draw no common line.
    private static readonly Dictionary<string, (int? Min, int? Max)> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["newborn"] = (0, 0), ["new-born"] = (0, 0), ["infant"] = (0, 1), ["baby"] = (0, 1), ["رضيع"] = (0, 1), ["رضيعة"] = (0, 1),
        ["nourrisson"] = (0, 1), ["toddler"] = (1, 3),
        ["child"] = (0, 17), ["minor"] = (0, 17), ["طفل"] = (0, 17), ["طفلة"] = (0, 17), ["enfant"] = (0, 17),
        ["teenager"] = (13, 19), ["teen"] = (13, 19),
        ["adult"] = (18, null), ["elderly"] = (18, null), ["بالغ"] = (18, null), ["بالغة"] = (18, null), ["adulte"] = (18, null),
        ["teens"] = (13, 19), ["twenties"] = (20, 29), ["thirties"] = (30, 39), ["forties"] = (40, 49), ["fifties"] = (50, 59),
        ["sixties"] = (60, 69), ["seventies"] = (70, 79), ["eighties"] = (80, 89), ["nineties"] = (90, 99),
    };

    public static (int? Min, int? Max) Read(string wording)
    {
        string text = wording.Trim();
        if (text.Length is 0 or > MaxLength)
        {
            return default;
        }

        string bare = Lead().Replace(text, "");
        if (Words.TryGetValue(bare, out (int? Min, int? Max) known))
        {
            return known;
        }

        if (Decade().Match(bare) is { Success: true } decade)
        {
            int from = 10 * int.Parse(decade.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            return (from, from + 9);
        }

        // A unit stands behind the number; without one it is years.
        Match unit = Unit().Match(bare);
        int perYear = unit.Groups["months"].Success ? 12 : unit.Groups["weeks"].Success ? 52 : unit.Groups["days"].Success ? 365 : 1;
        string number = unit.Success ? bare[..unit.Index].Trim() : bare;
        Bounds bounds = number.Length == 0 ? Bounds.Unknown : Wordings.Default.Read(Estimate.InWords(number));
        return bounds == Bounds.Unknown || bounds.Lower / perYear > Age.MaxFigure || bounds.Upper / perYear > Age.MaxFigure
            ? (null, null)
            : ((int?)(bounds.Lower / perYear), (int?)(bounds.Upper / perYear));
    }

    [GeneratedRegex(@"^(?:aged?[ :]+|in (?:his|her|their) |an? |العمر[ :]+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex("^([1-9]0?)0['’]?s$", RegexOptions.CultureInvariant)]
    private static partial Regex Decade();

    [GeneratedRegex(
        """
        (?:(?<=[\d٠-٩])[ -]*|[ -]+)(?:
        (?<months>months?|mos?|أشهر|اشهر|شهور|شهرا|شهراً|شهر|mois)
        |(?<weeks>weeks?|wks?|أسابيع|أسبوع|semaines?)
        |(?<days>days?|hours?|أيام|ايام|يوما|يوماً|يوم|jours?)
        |years?|yrs?|y/?o|y|سنوات|سنة|أعوام|عاما|عاماً|عام|ans?
        )(?:[ -]old|[ ]of[ ]age|\.)?$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Unit();
}
