namespace ConflictModel.Interchange;

/// <summary>Makes the rows of one format of incidents.</summary>
internal abstract class RowWriter(ColumnSet columns, Glossary glossary, string format)
{
    private readonly string?[] kept = new string?[columns.Count];

    public ColumnSet Columns => columns;

    /// <summary>The cells of the row that is being written, or was last.</summary>
    public string[] Cells { get; } = new string[columns.Count];

    /// <summary>The cells of an incident's row, in the order of <see cref="Columns"/>; the next call reuses them.</summary>
    public string[] Write(Incident incident)
    {
        Array.Fill(Cells, "");
        Array.Clear(kept);
        Report? report = ReportOf(incident);
        if (report?.Original is { } original && original.Format == format)
        {
            foreach (OriginalColumn column in original.Columns)
            {
                int index = columns.IndexOf(column.Name);
                if (index >= 0)
                {
                    Cells[index] = kept[index] = column.Text;
                }
            }
        }

        Map(incident, report);
        return Cells;
    }

    /// <summary>Whether a field of an incident is in its row as it is; asked only of a format that can't be read back.</summary>
    public virtual bool Holds(string field) => true;

    /// <summary>The report that a row of this format holds: the one that was read from it, else the first.</summary>
    protected Report? ReportOf(Incident incident)
    {
        foreach (Report report in incident.Reports)
        {
            if (report.Original?.Format == format)
            {
                return report;
            }
        }

        return incident.Reports.IsEmpty ? null : incident.Reports[0];
    }

    protected abstract void Map(Incident incident, Report? report);

    protected int IndexOf(string name) => columns.IndexOf(name);

    /// <summary>What the cell says that was kept when the row was read; null if none was.</summary>
    protected string? Kept(int index) => index < 0 ? null : CellText.Said(kept[index]);

    protected string Cell(int index) => index < 0 ? "" : Cells[index];

    /// <summary>Writes what the model says, or the kept cell if it says the same, or nothing as the model does.</summary>
    protected void Put(int index, string text, bool keptHolds = false)
    {
        if (index >= 0)
        {
            Cells[index] = kept[index] is { } same && (keptHolds || (text.Length == 0 && Kept(index) is "")) ? same : text;
        }
    }

    /// <summary>Writes what follows from other cells, or the kept cell as long as its witnesses still stand as they did.</summary>
    protected void PutDerived(int index, string text, params ReadOnlySpan<int> witnesses)
    {
        if (index < 0)
        {
            return;
        }

        bool holds = kept[index] is not null;
        foreach (int witness in witnesses)
        {
            holds &= witness < 0 || string.Equals(kept[witness], Cells[witness], StringComparison.Ordinal);
        }

        Put(index, text, holds);
    }

    /// <summary>Writes an id, or the kept cell if it is the same id written otherwise (<c>118.0</c>).</summary>
    protected void PutId(int index, string id) => Put(index, id, Kept(index) is { } kept && CellText.IdOf(kept) == id);

    protected void PutCode(int index, int code, int last) =>
        Put(
            index,
            code == 0 ? "" : CellText.Of(code),
            Kept(index) is { } kept && CellText.TryCode(kept, last, out int same) && same == code);

    protected void PutCount(int index, long? count) =>
        Put(index, CellText.Of(count), Kept(index) is { } kept && CellText.TryCount(kept, out long same) && same == count);

    protected void PutDegrees(int index, double? degrees, double limit) =>
        Put(
            index,
            degrees is { } value ? CellText.OfDegrees(value) : "",
            Kept(index) is { } kept && CellText.TryDegrees(kept, limit, out double same) && same == degrees);

    /// <summary>
    /// A kept name holds while its region bears it. A level that the row left empty stays so while the others are as they were, though
    /// the regions' own relations say more.
    /// </summary>
    protected void PutRegions(ReadOnlySpan<(int Index, Region? Region)> cells)
    {
        bool unchanged = true;
        foreach ((int index, Region? region) in cells)
        {
            unchanged &= string.IsNullOrEmpty(Kept(index)) || Bears(region, Kept(index)!);
        }

        foreach ((int index, Region? region) in cells)
        {
            bool holds = Kept(index) is { } kept && (kept.Length == 0 ? unchanged : Bears(region, kept));
            Put(index, RegionLevels.NameOf(region), holds);
        }
    }

    private bool Bears(Region? region, string name) => region is not null && glossary.Bears(region.Id, name);
}
