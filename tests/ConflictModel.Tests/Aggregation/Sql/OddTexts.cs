using System.Data.Common;
using ConflictModel.Aggregation;
using ConflictModel.Time;
using DuckDB.NET.Data;

namespace ConflictModel.Tests.Aggregation.Sql;

/// <summary>Texts that would end a literal, a statement or the patience of a database.</summary>
internal static class OddTexts
{
    private static int tables;

    public static IEnumerable<string> All =>
    [
        "o'hara", "''", "\\", "\\'", "a\\", "'; DROP TABLE pieces; --", "\"", "$p1", "@p1", ":p1", "{p1:String}", "?", "%_", "a\nb",
        "a\r\nb",
        "a\tb", "\u0001", "\u00010\u0001", "é", "e\u0301", "𝛼", "\uFEFF", "/* */", "E'x'", "''; --\\", "",
    ];

    /// <summary>Asks a database for a dyad that the source writes so, and for an actor, with parameters and with literals.</summary>
    public static Task Check(DbConnection connection, SqlDialect dialect, string text)
    {
        SqlTables from = new() { Prefix = FormattableString.Invariant($"odd \"{Interlocked.Increment(ref tables)}' ") };
        return Check(text, Fill, Ask);

        void Fill(Func<int, int, IncidentTable> part)
        {
            PieceTables pieces = part(0, 1).ToPieces();
            if (connection is DuckDBConnection duckDb)
            {
                PieceDatabase.Append(duckDb, pieces, from);
            }
            else
            {
                PieceDatabase.Insert(connection, dialect, pieces, from);
            }
        }

        async Task<Aggregate> Ask(IncidentQuery query)
        {
            Aggregate asked = await query.RunAsync(connection, dialect, from);
            SqlQuery sql = query.ToSql(dialect, from);
            using DbCommand command = connection.CreateCommand();
            command.CommandText = sql.ToString();
            await using DbDataReader reader = await command.ExecuteReaderAsync();
            sql.Read(reader).ToJson().Should().Be(asked.ToJson());
            sql.Text.Should().NotBe(sql.ToString());
            return asked;
        }
    }

    /// <summary>Asks for a dyad that the source writes so, and for an actor.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fill">Makes the tables, given the incidents of the first, second ... of so many parts.</param>
    /// <param name="ask">Asks them.</param>
    public static async Task Check(string text, Action<Func<int, int, IncidentTable>> fill, Func<IncidentQuery, Task<Aggregate>> ask)
    {
        string id = new([.. text.Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter)), 'x']);
        fill(Table);
        IncidentTable table = Table(0, 1);
        IncidentQuery[] queries =
        [
            IncidentQuery.OverPieces().Where(GroupKey.Dyad, text).Sum(Measure.Killed),
            IncidentQuery.OverPieces().WithFirstSide(ActorId.From(id)).Sum(Measure.Killed).GroupBy(GroupKey.FirstSide),
        ];
        foreach ((IncidentQuery query, long killed) in queries.Zip([3L, 7L]))
        {
            Aggregate asked = await ask(query);
            asked.Total.Of(Measure.Killed).Best.Should().Be(killed, "{0} stands in the table once", text);
            asked.ToJson().Should().Be(query.On(table).Run().ToJson());
        }

        IncidentTable Table(int part, int parts)
        {
            IncidentTableBuilder builder = new(BucketScheme.Month);
            builder.Call(builder.CodeOf(DyadId.From("odd")), text, text);
            builder.Call(builder.CodeOf(DyadId.From("other")), text + "x", "");
            IncidentRow[] rows =
            [
                new() { Dyad = builder.CodeOf(DyadId.From("odd")) },
                new() { Dyad = builder.CodeOf(DyadId.From("other")) },
                new() { FirstSide = builder.CodeOf(ActorId.From(id)) },
            ];
            for (int i = part; i < rows.Length; i += parts)
            {
                builder.Append(
                    rows[i] with { Id = IncidentId.From($"e{i}"), Earliest = new(2020, 1, 1) }, Measure.Killed.Is(3 + 2 * i));
            }

            return builder.ToTable();
        }
    }
}
