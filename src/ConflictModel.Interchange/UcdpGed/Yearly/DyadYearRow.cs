using System.Globalization;

namespace ConflictModel.Interchange;

/// <summary>The values of one row of a yearly table, read once for whoever wants them: the model, a table, the rules.</summary>
/// <remarks>One object serves for all rows of a file: the next one changes it. A cell that says nothing is null or empty.</remarks>
internal sealed class DyadYearRow(DyadYearTable table)
{
    public DyadYearColumns At { get; private set; } = new(table, ColumnSet.Empty);

    public string Dyad { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>The version of the data set; null if the row doesn't say.</summary>
    public string? Version { get; private set; }

    public long? Low { get; private set; }

    public long? Best { get; private set; }

    public long? High { get; private set; }

    /// <summary>The row's own key: the dyad and the year.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Dyad}-{Year}");

    public void Bind(ColumnSet columns) => At = new(table, columns);

    /// <summary>Reads a row; false if it is malformed, which <see cref="Row.Fault"/> tells.</summary>
    public bool Read(Row row)
    {
        row.CheckId(At.Dyad, DyadYearColumns.DyadName);
        Dyad = row.IdOf(At.Dyad);
        Year = row.Year(At.Year);
        string version = row.IdOf(At.Version);
        Version = version.Length == 0 ? null : version;
        Low = row.Count(At.Low);
        Best = row.Count(At.Best);
        High = row.Count(At.High);
        return row.Fault is null;
    }

    /// <summary>The two sides; civilians are the second where only one actor has columns.</summary>
    public (GedSides.Side A, GedSides.Side B) Sides(Row row, GedSides sides)
    {
        GedSides.Side Of((int Id, int Name, int Gwno) at) => sides.Of(row.IdOf(at.Id), row.Text(at.Name), row.IdOf(at.Gwno));
        return (Of(At.A), At.B is { } b ? Of(b) : sides.Of("1", "Civilians", ""));
    }
}
