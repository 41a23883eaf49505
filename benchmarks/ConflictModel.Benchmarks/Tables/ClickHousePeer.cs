using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ConflictModel.Benchmarks.Tables;

/// <summary>ClickHouse in process (chdb under node, Memory engine), rows in order of date, with the same columns as DuckDB.</summary>
public sealed class ClickHousePeer : IPeer, IDisposable
{
    private const string Package = "chdb@3.4.0";

    private readonly Process node;

    public ClickHousePeer(SyntheticIncidents data)
    {
        string cache = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create),
            "conflictmodel-benchmarks");
        Directory.CreateDirectory(cache);
        if (!Directory.Exists(Path.Combine(cache, "node_modules", "chdb")))
        {
            Console.Error.WriteLine($"installing {Package} into {cache}");
            using Process npm = Start("npm", cache, ["install", "--no-audit", "--no-fund", "--prefix", cache, Package]);
            Console.Error.Write(npm.StandardOutput.ReadToEnd());
            npm.WaitForExit();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm could not install {Package}.");
            }
        }

        string rows = Path.Combine(cache, $"rows-{data.Rows}.bin");
        WriteRows(data, rows);
        string script = Path.Combine(cache, "peer.cjs");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Tables", "clickhouse-peer.cjs"), script, overwrite: true);
        node = Start("node", cache, [script, rows, Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)]);
        Expect("ready");
        File.Delete(rows);
    }

    public Answer Ask(int query)
    {
        Answer answer = new();
        using var document = JsonDocument.Parse(Request("ask", Question.Sql(query)));
        foreach (JsonElement row in document.RootElement.EnumerateArray())
        {
            answer.Add([.. row.EnumerateArray().Select(
                number => number.ValueKind == JsonValueKind.String
                    ? long.Parse(number.GetString()!, CultureInfo.InvariantCulture)
                    : number.GetInt64())]);
        }

        return answer;
    }

    public double Time(int query) => double.Parse(Request("time", Question.TimedSql(query)), CultureInfo.InvariantCulture);

    public void Dispose()
    {
        node.StandardInput.Close();
        node.WaitForExit(5000);
        node.Dispose();
    }

    private static Process Start(string name, string folder, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(name, arguments)
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;

    /// <summary>RowBinary: the columns of each row one after the other, little-endian.</summary>
    private static void WriteRows(SyntheticIncidents data, string path)
    {
        using BinaryWriter writer = new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 20));
        for (int row = 0; row < data.Rows; row++)
        {
            DateTime date = new DateTime(1989, 1, 1).AddDays(data.Day[row]);
            writer.Write(data.Day[row]);
            writer.Write((ushort)((date.Year - 1989) * 12 + date.Month - 1));
            writer.Write((ushort)date.Year);
            writer.Write(data.Perpetrator[row]);
            writer.Write(data.Region[row]);
            writer.Write((byte)SyntheticIncidents.ParentOf(data.Region[row]));
            writer.Write(data.Kind[row]);
            writer.Write(data.Killed(row, 0));
            writer.Write(data.Killed(row, 1));
            writer.Write(data.Killed(row, 2));
            writer.Write((int)data.Figures[3 * SyntheticIncidents.Civilians + 1][row]);
        }
    }

    private string Request(string verb, string sql)
    {
        node.StandardInput.WriteLine(verb);
        node.StandardInput.WriteLine(sql);
        node.StandardInput.Flush();
        return ReadLine();
    }

    private void Expect(string line)
    {
        string found = ReadLine();
        if (found != line)
        {
            throw new InvalidOperationException($"ClickHouse answered '{found}'.");
        }
    }

    private string ReadLine() => node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("ClickHouse has gone.");
}
