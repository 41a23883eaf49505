using System.Data.Common;
using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>A query as one statement of a database, and how its rows are read.</summary>
/// <remarks>
/// <para>The statement only reads. No text of the query stands in <see cref="Text"/>: each is a parameter, but for ClickHouse, whose old
/// versions know none. Equality is by reference.</para>
/// <para>Over the shards of a ClickHouse cluster, where <c>pieces</c> is a Distributed table, each event has all its pieces on one shard,
/// the small tables are whole on each, and <c>distributed_product_mode</c> is <c>allow</c> (or <c>local</c>, where the version carries it
/// into nested sub-queries). Sub-queries are written out for ClickHouse wherever they are needed, so that a long question may need more
/// than a server's own <c>max_query_size</c>, <c>max_ast_elements</c> and <c>max_expanded_ast_elements</c>.</para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class SqlQuery
{
    private readonly IncidentQuery query;
    private readonly GroupKey[] keys;
    private readonly string literal;

    internal SqlQuery(IncidentQuery query, SqlDialect dialect, SqlTables tables)
    {
        var syntax = SqlSyntax.Of(dialect);
        SqlScope scope = new(syntax, tables);
        (string statement, keys) = SqlStatement.Of(query, scope);
        this.query = query;
        Dialect = dialect;
        literal = scope.Parameters.WithLiterals(statement);
        Text = syntax.HasParameters ? scope.Parameters.WithPlaceholders(statement) : literal;
        Parameters = syntax.HasParameters ? scope.Parameters.Named.ToValueList() : [];
    }

    /// <summary>Whose SQL it is.</summary>
    public SqlDialect Dialect { get; }

    /// <summary>The statement, with placeholders for its parameters.</summary>
    public string Text { get; }

    /// <summary>The parameters, all of them texts, by the names that a driver takes: without <c>@</c> or <c>$</c>.</summary>
    public ValueList<KeyValuePair<string, string>> Parameters { get; }

    /// <summary>The statement with literals in place of parameters, to paste or to send.</summary>
    public override string ToString() => literal;

    /// <summary>Makes the statement a command.</summary>
    public DbCommand ToCommand(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        DbCommand command = connection.CreateCommand();
        SetText(command);
        foreach ((string name, string value) in Parameters)
        {
            DbParameter parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>
    /// Reads the rows of the statement: the answer that a table in memory would have given that cuts incidents at the edges of months.
    /// </summary>
    /// <remarks>The reader may be of anything that has the statement's columns in order, such as rows that came by HTTP.</remarks>
    /// <exception cref="ArgumentException">The tables do not know an id that the query names.</exception>
    /// <exception cref="NotSupportedException">Who belonged to whom depends on the place or the opponents, which no table here says.
    /// </exception>
    /// <exception cref="PieceFormatException">An event that was cut has not all of its pieces here, or two bear one id.</exception>
    /// <exception cref="OverflowException">A sum exceeds 63 bits.</exception>
    public Aggregate Read(DbDataReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        SqlAnswer answer = new(query, keys);
        while (reader.Read())
        {
            answer.Add(reader);
        }

        return answer.ToAggregate();
    }

    /// <inheritdoc cref="Read"/>
    public async Task<Aggregate> ReadAsync(DbDataReader reader, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reader);
        SqlAnswer answer = new(query, keys);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            answer.Add(reader);
        }

        return answer.ToAggregate();
    }

    // What the analyzer fears is text from outside: all of that is in parameters or quoted.
#pragma warning disable CA2100
    private void SetText(DbCommand command) => command.CommandText = Text;
#pragma warning restore CA2100
}
