namespace ConflictModel.Aggregation;

/// <summary>Makes plain tables of tables of incidents, and tables of incidents of plain ones.</summary>
public static class PieceTabulation
{
    /// <summary>The incidents as plain tables.</summary>
    /// <remarks>
    /// Incidents that stayed whole are cut at the edges of months, as <see cref="IncidentTableBuilder"/> cuts them; one that would make
    /// more pieces than <see cref="Time.Spread.MaxBuckets"/> is one piece without a month. An event has the id of its row, or else its
    /// number in the table.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The table was split otherwise, so that pieces straddle months, or two incidents have
    /// one id.</exception>
    public static PieceTables ToPieces(this IncidentTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        TableColumns columns = MonthCut.Of(table.Columns);
        TablePieces pieces = new(columns);
        pieces.Check();
        return new(pieces, pieces.CutRows, columns);
    }
}
