using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>The values of one GED row, read once for whoever wants them: the model, a table, the rules.</summary>
/// <remarks>One object serves for all rows of a file: the next one changes it. A cell that says nothing is null, or 0 for a code.</remarks>
internal sealed class GedRow
{
    public GedColumns At { get; private set; } = new(ColumnSet.Empty);

    public int Violence { get; private set; }

    /// <summary>Whether the dyad is active in the year; null if that is not said, or not so that it can be read.</summary>
    public bool? ActiveYear { get; private set; }

    public LocalDate? Start { get; private set; }

    public LocalDate? End { get; private set; }

    public int DatePrecision { get; private set; }

    public int WherePrecision { get; private set; }

    public Coordinates? Point { get; private set; }

    public int Clarity { get; private set; }

    public long? DeathsA { get; private set; }

    public long? DeathsB { get; private set; }

    public long? Civilians { get; private set; }

    public long? Unknown { get; private set; }

    public long? Low { get; private set; }

    public long? Best { get; private set; }

    public long? High { get; private set; }

    /// <summary>The first and the last day, in their order, if both are said.</summary>
    public (LocalDate First, LocalDate Last)? Days =>
        Start is { } start && End is { } end ? start <= end ? (start, end) : (end, start) : null;

    public void Bind(ColumnSet columns) => At = new(columns);

    /// <summary>
    /// Reads a row; false if it is malformed, which <see cref="Row.Fault"/> tells. Its id is left to whoever needs one
    /// (<see cref="RowValues.CheckId"/>).
    /// </summary>
    public bool Read(Row row)
    {
        Start = row.Day(At.Start);
        End = row.Day(At.End);
        DatePrecision = row.Code(At.DatePrecision, 5, "date_prec");
        Violence = row.Code(At.Violence, 3, "type_of_violence");
        ActiveYear = CellText.Flag(row[At.ActiveYear]);
        WherePrecision = row.Code(At.WherePrecision, 7, "where_prec");
        Point = row.Point(At.Latitude, At.Longitude);
        Clarity = row.Code(At.Clarity, 2, "event_clarity");
        DeathsA = row.Count(At.A.Deaths);
        DeathsB = row.Count(At.B.Deaths);
        Civilians = row.Count(At.Civilians);
        Unknown = row.Count(At.Unknown);
        Low = row.Count(At.Low);
        Best = row.Count(At.Best);
        High = row.Count(At.High);
        return row.Fault is null;
    }
}
