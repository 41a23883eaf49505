namespace ConflictModel.Interchange;

/// <summary>What ACLED's <c>deleted</c> endpoint answers: the id of each event that is gone, and when it went.</summary>
internal sealed class DeletionsFormat() : EventFormat("acled-deleted", "ACLED's deleted events")
{
    private const string Time = "deleted_timestamp";

    public static DeletionsFormat It { get; } = new();

    public override ValueList<string> Columns { get; } = [EventFormats.Acled.IdColumn!, Time];

    internal override string IdColumn => Columns[0];

    internal override string VersionColumn => Time;

    internal override bool Matches(ColumnSet columns) => columns.HasAll([.. Columns]);

    /// <summary>A file of events has the ids too, and would be taken for one of deletions.</summary>
    internal override bool KnowsAny(ColumnSet columns) => Matches(columns);

    internal override CellKind KindOf(string column) => column == Time ? CellKind.Whole : CellKind.Text;
}
