using System.Data;
using System.Data.Common;
using System.Text;
using ConflictModel.Aggregation;

namespace ConflictModel.Tests.Aggregation.Sql;

/// <summary>
/// One or several servers of ClickHouse, asked over plain HTTP: several are the shards of a cluster called <c>shards</c>.
/// </summary>
internal sealed class ClickHouseShards(string[] addresses) : IDisposable
{
    private const string Variable = "CONFLICTMODEL_CLICKHOUSE";
    private const string Part = "part_";

    private readonly HttpClient client = new();

    public int Count => addresses.Length;

    /// <summary>Those whose addresses an environment variable gives, with commas between; a test without them is skipped.</summary>
    public static ClickHouseShards Here()
    {
        string? addresses = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(addresses), $"{Variable} names no server: benchmarks/clickhouse/run.sh starts some.");
        return new(addresses!.Split(','));
    }

    /// <summary>
    /// Fills each shard with its part and the small tables. All together are asked by the prefix, each alone by <see cref="PartOf"/>.
    /// </summary>
    public void Fill(PieceTables whole, IReadOnlyList<PlainTable> parts, SqlTables from)
    {
        string pieces = whole.Pieces.Schema.Name;
        for (int shard = 0; shard < Count; shard++)
        {
            foreach (PlainTable table in whole.All.Select(table => table.Schema.Name == pieces ? parts[shard] : table))
            {
                SqlTables to = Count > 1 && table.Schema.Name == pieces ? PartOf(from) : from;
                Execute(shard, table.Schema.ToSql(SqlDialect.ClickHouse, to));
                foreach (string statement in PieceDatabase.Inserts(table, SqlDialect.ClickHouse, to))
                {
                    Execute(shard, statement);
                }
            }

            if (Count > 1)
            {
                Execute(shard, $"CREATE TABLE \"{from.Prefix}{pieces}\" AS \"{PartOf(from).Prefix}{pieces}\" "
                    + $"ENGINE = Distributed(shards, currentDatabase(), \"{PartOf(from).Prefix}{pieces}\")");
                foreach (PlainTable table in whole.All.Where(table => table.Schema.Name != pieces))
                {
                    Execute(shard, $"CREATE TABLE \"{PartOf(from).Prefix}{table.Schema.Name}\" AS \"{from.Prefix}{table.Schema.Name}\" "
                        + "ENGINE = MergeTree ORDER BY tuple()");
                    Execute(shard, $"INSERT INTO \"{PartOf(from).Prefix}{table.Schema.Name}\" "
                        + $"SELECT * FROM \"{from.Prefix}{table.Schema.Name}\"");
                }
            }
        }
    }

    /// <summary>Fills each shard with the incidents that are given of the first, second ... of so many parts.</summary>
    public void Fill(Func<int, int, IncidentTable> part, SqlTables from) => Fill(
        part(0, 1).ToPieces(), [.. Enumerable.Range(0, Count).Select(shard => part(shard, Count).ToPieces().Pieces)], from);

    /// <summary>The tables of one shard alone.</summary>
    public static SqlTables PartOf(SqlTables tables) => tables with { Prefix = tables.Prefix + Part };

    /// <summary>Asks a shard, who asks the others where the tables are of all.</summary>
    public Aggregate Ask(int shard, SqlQuery query)
    {
        // A reader that knows no types: what is a number is read from its digits.
        using DataTable rows = new();
        foreach (string line in Execute(shard, query.ToString()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            object[] cells = [.. line.Split('\t').Select(cell => cell == "\\N" ? DBNull.Value : (object)Unescape(cell))];
            while (rows.Columns.Count < cells.Length)
            {
                rows.Columns.Add(FormattableString.Invariant($"c{rows.Columns.Count}"), typeof(string));
            }

            rows.Rows.Add(cells);
        }

        using DbDataReader reader = rows.CreateDataReader();
        return query.Read(reader);
    }

    /// <summary>Asks all shards through the first.</summary>
    public Task<Aggregate> AskAll(IncidentQuery query, SqlTables from) =>
        Task.Run(() => Ask(0, query.ToSql(SqlDialect.ClickHouse, from)));

    public void Dispose() => client.Dispose();

    private string Execute(int shard, string statement)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, addresses[shard]) { Content = new StringContent(statement, Encoding.UTF8) };
        using HttpResponseMessage response = client.Send(request);
        using StreamReader text = new(response.Content.ReadAsStream(), Encoding.UTF8);
        string answer = text.ReadToEnd();
        return response.IsSuccessStatusCode
            ? answer
            : throw new InvalidOperationException($"{answer} for {statement[..Math.Min(statement.Length, 20000)]}");
    }

    private static string Unescape(string cell)
    {
        StringBuilder text = new();
        for (int i = 0; i < cell.Length; i++)
        {
            text.Append(cell[i] != '\\' ? cell[i] : cell[++i] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                '0' => '\0',
                var other => other,
            });
        }

        return text.ToString();
    }
}
