using System.Globalization;
using System.Text;
using ConflictModel.Benchmarks.Tables;

namespace ConflictModel.Benchmarks.People;

/// <summary>A list of made-up people as CSV, the same every time. Their number is CONFLICTMODEL_PEOPLE, 1,000,000 unless said.</summary>
internal static class PeopleFile
{
    private static readonly string[] Syllables =
        ["zor", "kam", "bli", "pet", "nar", "vun", "dex", "lom", "qui", "sab", "tor", "wex", "fig", "jun", "rop", "hal"];

    private static readonly string[] Ages = ["about 30", "infant", "20-25", "8 months", "", ""];

    private static readonly string[] Provinces = ["North", "South", "East", "West", "Hills", "Coast", "Plain"];

    private static readonly string[] Causes = ["Shelling", "Shooting", "Explosion", "Landmine", "Air strike", ""];

    public static int Count { get; } =
        int.Parse(Environment.GetEnvironmentVariable("CONFLICTMODEL_PEOPLE") ?? "1000000", CultureInfo.InvariantCulture);

    public static string Make()
    {
        string path = Path.Combine(Path.GetTempPath(), $"conflictmodel-people-{Count}.csv");
        if (File.Exists(path))
        {
            return path;
        }

        var numbers = new SplitMix(14);
        using StreamWriter file = new(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        file.WriteLine("id,name_ar,name,father,age,sex,status,harm,date,province,cause,remarks");
        for (int id = 1; id <= Count; id++)
        {
            string name = Name(ref numbers);
            string age = numbers.Next() < 0.9 ? Number((int)(numbers.Next() * 90)) : Of(Ages, ref numbers);
            file.WriteLine(string.Join(
                ',',
                Number(id),
                string.Concat(name.Select(c => (char)('\u0627' + (c % 36)))),
                name,
                Name(ref numbers),
                age,
                numbers.Next() < 0.4 ? "F" : "M",
                numbers.Next() < 0.8 ? "Civilian" : "Non-Civilian",
                numbers.Next() < 0.9 ? "killed" : "missing",
                string.Create(CultureInfo.InvariantCulture,
                    $"20{12 + (int)(numbers.Next() * 10)}-{1 + (int)(numbers.Next() * 12):00}-{1 + (int)(numbers.Next() * 28):00}"),
                Of(Provinces, ref numbers),
                Of(Causes, ref numbers),
                numbers.Next() < 0.1 ? $"\"seen by {name}, and others\"" : ""));
        }

        return path;
    }

    private static string Name(ref SplitMix numbers) =>
        Of(Syllables, ref numbers) + Of(Syllables, ref numbers) + " " + Of(Syllables, ref numbers) + Of(Syllables, ref numbers);

    private static string Of(string[] words, ref SplitMix numbers) => words[(int)(numbers.Next() * words.Length)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
