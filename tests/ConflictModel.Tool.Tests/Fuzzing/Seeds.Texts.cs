using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Catalogs;

namespace ConflictModel.Tool.Tests.Fuzzing;

/// <content>Texts of values, of names and of catalogs.</content>
internal static partial class Seeds
{
    public static byte[][] Texts(params IEnumerable<string> texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];

    public static byte[][] Pointers() => Texts("/tallies/0/scope", "", "/a~1b/~0");

    public static byte[][] Dates() => Texts(
        "2024", "2024-07", "2024-07-03", "2024-XX-XX", "2024-21", "2024-40", "202X", "20XX", "2024?", "2024-07~", "2024-?07-%03",
        "2024-01/2024-06", "2024-01/..",
        "../2024", "/2024", "2024/", "[2023,2024..2026]", "{2024-01,2024-03}", "Y-17E7", "Y170000002", "1950S2", "-0044-03-15",
        "2024-07-03T12:00:00Z", "156X-12-25/2024");

    /// <summary>Texts of values, with the name of their type in the first line.</summary>
    public static byte[][] Parsed(IEnumerable<string> types) =>
    [
        .. types.SelectMany(name => Texts($"{name}\nsyria", $"{name}\nucdp:234")),
        .. Dates().Select(date => (byte[])[.. "UncertainDate\n"u8, .. date]),
        .. Texts(
            "FigurePath\nvictim:?", "FigurePath\nkilled", "FigurePath\nvictim:isis/method:airstrike",
            "FigurePath\nregion:homs#2/period:2024-01"),
    ];

    /// <summary>Values that a query may ask for, with their key in the first line.</summary>
    public static byte[][] Conditions() => Texts(
        GroupKey.All.SelectMany(key => (string[])[$"{key}\nsyria", $"{key}\n2016-01", $"{key}\n234", $"{key}\nfalse", $"{key}\n"]));

    public static byte[][] Formulas() => Texts("=1+1", "+1.5", "-3", "@sum", "\uFF1Dcmd|' /C calc'!A0", "\t=1", "-2+3", "a", "-1e5");

    public static byte[][] Wordings() => Texts(
    [
        .. ConflictModel.Wordings.Default.Rules.Select(rule => $"{rule.Phrase} 4,100 people"),
        "nearly 4,100", "3,000-5,000", "between 30 and 40", "at least 8", "dozens", "several hundred", "about 30", "8 months", "infant",
        "in her twenties", "٣٠ سنة",
        "twenty-three civilians", "over two thousand", "1.5 million", "no one", "more than 12, including 3 children",
        "plus de 200 morts", "عشرات القتلى",
    ]);

    public static byte[][] Names() => Texts(
    [
        .. ActorCatalog.BuiltIn.SelectMany(actor => actor.Name.Texts.Select(name => name.Value)).Take(60),
        .. RegionCatalog.BuiltIn.Take(60).Select(region => region.Name.ToString()),
        "Government of Syria, Government of Russia", "ISIS and Hezbollah; YPG", "Militia (Pro-Iran)", "حمص", "Dayr az-Zawr",
    ]);

    public static byte[][] CatalogLines(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Root, "src", "ConflictModel", "Catalogs", "Data", file));
        string version = lines.First(line => line.StartsWith('!'));
        return Texts(lines.Where(line => line.Length > 0 && line[0] is not ('#' or '!')).Take(40).Chunk(2)
            .Select(pair => $"{version}\n{pair[0]}\n{pair[1]}\n"));
    }
}
