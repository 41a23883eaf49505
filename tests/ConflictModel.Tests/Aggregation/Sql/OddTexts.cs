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

    /// <summary>Asks for a dyad that the source writes so, and for all others.</summary>
    public static async Task Check(DbConnection connection, SqlDialect dialect, string text)
    {
        IncidentTableBuilder builder = new(BucketScheme.Month);
        builder.Call(builder.CodeOf(DyadId.From("odd")), text, text);
        builder.Call(builder.CodeOf(DyadId.From("other")), text + "x", "");
        builder.Append(new() { Earliest = new(2020, 1, 1), Dyad = builder.CodeOf(DyadId.From("odd")) }, Measure.Killed.Is(3));
        builder.Append(new() { Earliest = new(2020, 1, 1), Dyad = builder.CodeOf(DyadId.From("other")) }, Measure.Killed.Is(5));
        string id = new([.. text.Where(letter => !char.IsWhiteSpace(letter) && !char.IsControl(letter)), 'x']);
        builder.Append(new() { Earliest = new(2020, 1, 1), FirstSide = builder.CodeOf(ActorId.From(id)) }, Measure.Killed.Is(7));
        IncidentTable table = builder.ToTable();
        SqlTables from = new() { Prefix = FormattableString.Invariant($"odd \"{Interlocked.Increment(ref tables)}' ") };
        if (connection is DuckDBConnection duckDb)
        {
            PieceDatabase.Append(duckDb, table.ToPieces(), from);
        }
        else
        {
            PieceDatabase.Insert(connection, dialect, table.ToPieces(), from);
        }

        IncidentQuery[] queries =
        [
            IncidentQuery.OverPieces().Where(GroupKey.Dyad, text).Sum(Measure.Killed),
            IncidentQuery.OverPieces().WithFirstSide(ActorId.From(id)).Sum(Measure.Killed).GroupBy(GroupKey.FirstSide),
        ];
        foreach ((IncidentQuery query, long killed) in queries.Zip([3L, 7L]))
        {
            Aggregate asked = await query.RunAsync(connection, dialect, from);
            asked.Total.Of(Measure.Killed).Best.Should().Be(killed, "{0} stands in the table once", text);
            SqlQuery sql = query.ToSql(dialect, from);
            using DbCommand command = connection.CreateCommand();
            command.CommandText = sql.ToString();
            await using DbDataReader reader = await command.ExecuteReaderAsync();
            sql.Read(reader).ToJson().Should().Be(asked.ToJson());
            sql.Text.Should().NotBe(sql.ToString());
        }
    }
}
