using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ConflictModel.Tool.Commands;

namespace ConflictModel.Tool.Tests;

/// <summary>
/// What commands write of files that are large enough to be read, asked and matched on several threads, written by one process:
/// <c>large</c> as the first argument of this project's program. Nothing in the files is real.
/// </summary>
internal static class LargeOutputs
{
    // Rows are read by parts of 256 KiB where a file has four of them, lines by blocks of 64 KiB.
    private const int Rows = 5_000;

    // A table is asked on one more thread for each 65,536 rows.
    private const int ManyRows = 66_000;

    // Columns of UCDP's; what is left out says nothing that is asked for here.
    private const string Header =
        "id,relid,year,active_year,code_status,type_of_violence,conflict_new_id,conflict_name,dyad_new_id,dyad_name,"
            + "side_a_new_id,side_a,side_b_new_id,side_b,number_of_sources,source_article,where_prec,where_coordinates,adm_1,"
            + "latitude,longitude,country,country_id,region,event_clarity,date_prec,date_start,date_end,"
            + "deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low";

    /// <summary>The commands, of which later ones read what earlier ones have written.</summary>
    public static IReadOnlyList<string[]> Commands { get; } =
    [
        ["aggregate", "many.csv", "--by", "dyad,month", "--names", "--format", "csv"],
        ["convert", "older.csv", "older", "--to", "parquet", "--by", "year"],
        ["aggregate", "older", "--by", "country,month", "--format", "csv"],
        ["convert", "older.csv", "older.ndjson", "--to", "ndjson"],
        ["aggregate", "older.ndjson", "--by", "actor,year", "--names", "--format", "json"],
        ["diff", "older.csv", "newer.csv", "--by", "country,year", "--format", "json"],
        ["match", "older.csv", "other.csv", "--format", "csv"],
    ];

    /// <summary>
    /// Says how the process truly is, and writes what each command writes: to standard output, or into files, of which the hashes are
    /// written.
    /// </summary>
    public static int Write()
    {
        GoldenOutputs.WriteSetting();
        string before = Directory.GetCurrentDirectory();
        string folder = Directory.CreateTempSubdirectory("conflictmodel").FullName;
        Directory.SetCurrentDirectory(folder);
        try
        {
            WriteInputs();
            foreach (string[] command in Commands)
            {
                Console.Write(GoldenOutputs.Apart);
                if (CommandLine.Run(command) is > ExitCodes.Findings and int exitCode)
                {
                    throw new InvalidOperationException(
                        FormattableString.Invariant($"{string.Join(' ', command)} ended with the exit code {exitCode}."));
                }

                if (command[0] == "convert")
                {
                    WriteHashes(command[2]);
                }
            }
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static void WriteHashes(string output)
    {
        string[] files = Directory.Exists(output) ? Directory.GetFiles(output, "*", SearchOption.AllDirectories) : [output];
        foreach (string file in files.Order(StringComparer.Ordinal))
        {
            Console.WriteLine($"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}");
        }
    }

    private static void WriteInputs()
    {
        WriteFile("many.csv", Enumerable.Range(0, ManyRows).Select(i => Row(i)));
        WriteFile("older.csv", Enumerable.Range(0, Rows).Select(i => Row(i)));
        WriteFile("newer.csv", Enumerable.Range(0, Rows).Where(i => i % 11 != 3).Select(i => Row(i, more: i % 7 == 0 ? 2 : 0)));
        WriteFile("other.csv", Enumerable.Range(0, Rows).Select(i => Row(i, more: i % 3, firstId: 1_000_000)));
    }

    private static void WriteFile(string path, IEnumerable<string> rows) =>
        File.WriteAllLines(path, rows.Prepend(Header), new UTF8Encoding(false));

    /// <summary>
    /// An event of one to three days, which may go on into the next month. Names change from part to part of a file, and of a dyad that two
    /// parts have the one that stands first counts.
    /// </summary>
    private static string Row(int number, int more = 0, int firstId = 1)
    {
        DateOnly start = new DateOnly(2001, 1, 1).AddDays((int)(number * 37L % 3_640));
        (int dyad, int country) = (number / 1_500 * 3 + number % 3, number % 7);
        (int a, int b, int civilians) = (number % 5, number % 4 + more, number % 3);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{firstId + number},LND-{number},{start.Year},{number % 2},Clear,{1 + dyad % 3},{100 + dyad},Land {country}: Government,"
                + $"{200 + dyad},Government of Land {country} - İlk ordu {dyad} ({number / 1_000}),"
                + $"{300 + country},Government of Land {country},{400 + dyad},"
                + $"İlk ordu {dyad} ({number / 1_000}),1,A headline that is as long as headlines are,1,Town {number % 401},"
                + $"Province {number % 31},{30 + number * 7_919L % 1_000 / 100m},{40 + number * 104_729L % 1_000 / 100m},"
                + $"Land {country},{900 + country},Middle East,1,{1 + number % 3},"
                + $"{start:yyyy-MM-dd},{start.AddDays(number % 3):yyyy-MM-dd},{a},{b},{civilians},0,"
                + $"{a + b + civilians},{a + b + civilians + number % 6},{a + b}");
    }
}
