namespace ConflictModel.Interchange;

/// <summary>Where the columns stand in a file; -1 for one that it hasn't.</summary>
internal sealed class DyadYearColumns(DyadYearTable table, ColumnSet columns)
{
    public const string DyadName = "dyad_id";
    public const string YearName = "year";

    public int Dyad { get; } = columns.IndexOf(DyadName);

    public int Conflict { get; } = columns.IndexOf("conflict_id");

    public int Year { get; } = columns.IndexOf(YearName);

    public int Version { get; } = columns.IndexOf("version");

    public int Low { get; } = columns.IndexOf(table.Low);

    public int Best { get; } = columns.IndexOf(table.Best);

    public int High { get; } = columns.IndexOf(table.High);

    public int Place { get; } = columns.IndexOf(table.Place);

    public int PlaceCode { get; } = columns.IndexOf(table.PlaceCode);

    public (int Id, int Name, int Gwno) A { get; } = SideOf(columns, table.A);

    public (int Id, int Name, int Gwno)? B { get; } = table.B is { } side ? SideOf(columns, side) : null;

    public (string Column, int Index, int First, int Last)[] Codes { get; } =
        [.. table.Codes.Select(code => (code.Column, columns.IndexOf(code.Column), code.First, code.Last))];

    /// <summary>What the cells of a column are. Countries may be lists, and the version is no whole number.</summary>
    public static CellKind KindOf(DyadYearTable table, string column) =>
        column is DyadName or YearName or "conflict_id" || column == table.Low || column == table.Best || column == table.High
            || column == table.A.Id || column == table.B?.Id
        ? CellKind.Whole
        : CellKind.Text;

    private static (int Id, int Name, int Gwno) SideOf(ColumnSet columns, (string Id, string Name, string Gwno) side) =>
        (columns.IndexOf(side.Id), columns.IndexOf(side.Name), columns.IndexOf(side.Gwno));
}
