namespace ConflictModel.Interchange;

/// <summary>A file that is merged: where its columns stand among those of all.</summary>
internal sealed class FeedFile(string path, FeedColumns columns)
{
    private readonly HashSet<int> has = [];
    private ColumnSet? bound;
    private int[] places = [];

    public string Path => path;

    /// <summary>How many cells of the base its rows emptied, for it lacks their columns.</summary>
    public long Emptied { get; set; }

    /// <summary>Whether it has a column.</summary>
    public bool Has(int column) => has.Contains(column);

    /// <summary>The cells of a row that are not empty, by column.</summary>
    public (int Column, string Text)[] CellsOf(Row row)
    {
        Bind(row.Columns);
        List<(int Column, string Text)> cells = new(places.Length);
        for (int index = 0; index < places.Length; index++)
        {
            if (!row.Written(index).IsEmpty)
            {
                cells.Add((places[index], row.WrittenText(index)));
            }
        }

        cells.Sort((one, other) => one.Column.CompareTo(other.Column));
        return [.. cells];
    }

    /// <summary>Notes the columns of the file; one in JSON learns more as it goes.</summary>
    public void Bind(ColumnSet found)
    {
        if (!ReferenceEquals(bound, found))
        {
            bound = found;
            places = columns.PlacesOf(found, path);
            has.UnionWith(places);
        }
    }
}
