using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>A yearly table of UCDP's: a total for each dyad and each year in which it was active.</summary>
internal sealed class DyadYearFormat(DyadYearTable table) : EventFormat(table.Name, table.Title)
{
    public override Source Source { get; } = new()
    {
        Id = SourceId.From(table.Name),
        Name = table.SourceName,
        Kind = SourceKind.DataSet,
        Url = "https://ucdp.uu.se",
    };

    public override bool IsRead => true;

    public override bool HoldsTallies => true;

    public override bool IsChecked => true;

    /// <summary>The figures and the names of the sides set the tables apart, from one another and from the events.</summary>
    internal override bool Matches(ColumnSet columns) =>
        columns.HasAll(DyadYearColumns.DyadName, DyadYearColumns.YearName, table.Best, table.A.Name);

    internal override CellKind KindOf(string column) => DyadYearColumns.KindOf(table, column);

    internal override ValueList<string> KeyColumns { get; } = [DyadYearColumns.DyadName, DyadYearColumns.YearName];

    internal override ColumnMeaning MeaningOf(string column) => DyadYearColumns.MeaningOf(table, column);

    internal override TallyReader TallyReader(RowReading reading) => new DyadYearReader(table, Source, reading);

    internal override RowTabulator Tabulator(RowReading reading, IncidentTableBuilder builder) =>
        new DyadYearTabulator(table, Source, reading, builder);

    internal override RuleBook Rules() => new DyadYearRules(table);
}
