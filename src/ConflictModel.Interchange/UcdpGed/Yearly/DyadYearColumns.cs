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

    /// <summary>What a column is about that differs between two vintages.</summary>
    public static ColumnMeaning MeaningOf(DyadYearTable table, string column) => column switch
    {
        _ when column == table.Low || column == table.Best || column == table.High => new(ColumnSubject.Figure),
        _ when column == table.Place => ColumnMeaning.NameOf(ColumnSubject.Place, table.PlaceCode),
        _ when IsNameOf(column, table.A.Name) => ColumnMeaning.NameOf(ColumnSubject.Actor, table.A.Id),
        _ when table.B is { } side && IsNameOf(column, side.Name) => ColumnMeaning.NameOf(ColumnSubject.Actor, side.Id),
        _ when column == table.PlaceCode || column is "gwno_loc" or "region" => new(ColumnSubject.Place),
        _ when column == table.A.Id || column == table.B?.Id => new(ColumnSubject.Actor),
        "location_inc" => ColumnMeaning.NameOf(ColumnSubject.Place, "gwno_loc"),
        "conflict_id" => new(ColumnSubject.Actor),
        "side_a_2nd" => ColumnMeaning.NameOf(ColumnSubject.Actor, "gwno_a_2nd"),
        "side_b_2nd" => ColumnMeaning.NameOf(ColumnSubject.Actor, "gwno_b_2nd"),
        "dyad_name" => ColumnMeaning.NameOf(ColumnSubject.Actor, DyadName),
        "conflict_name" or "territory_name" => ColumnMeaning.NameOf(ColumnSubject.Actor, "conflict_id"),
        "side_a_components" or "side_b_components" or "coalition_components" => ColumnMeaning.NameOf(ColumnSubject.Actor),
        "start_date" or "start_prec" or "start_date2" or "start_prec2" or "ep_end" or "ep_end_date" or "ep_end_prec" =>
            new(ColumnSubject.Date),
        _ => new(column.StartsWith("gwno", StringComparison.Ordinal) ? ColumnSubject.Actor : ColumnSubject.Other),
    };

    /// <summary>Whether a column is the name of a side, in full or in its own tongue.</summary>
    private static bool IsNameOf(string column, string name) =>
        column == name || column == name + "_fulltext" || column == name + "_mothertongue";

    private static (int Id, int Name, int Gwno) SideOf(ColumnSet columns, (string Id, string Name, string Gwno) side) =>
        (columns.IndexOf(side.Id), columns.IndexOf(side.Name), columns.IndexOf(side.Gwno));
}
