namespace ConflictModel.Aggregation;

/// <summary>Collects a <see cref="TextColumn"/>, which takes no room until a row has a text.</summary>
internal sealed class TextColumnBuilder
{
    private readonly List<string> texts = [];
    private readonly Dictionary<string, int> codes = [];
    private CodeColumnBuilder? column;
    private int rows;

    /// <summary>Sets the text of a row; those before it that were not set have none.</summary>
    public void Append(int row, string text)
    {
        if (!codes.TryGetValue(text, out int code))
        {
            texts.Add(text);
            codes.Add(text, code = texts.Count);
        }

        FillTo(row);
        column!.Append(code);
        rows++;
    }

    /// <summary>Takes rows out, which are given in ascending order; those behind them move up.</summary>
    public void Remove(ReadOnlySpan<int> gone)
    {
        if (column is not null)
        {
            int here = gone.Length;
            while (here > 0 && gone[here - 1] >= rows)
            {
                here--;
            }

            column.Remove(gone[..here]);
            rows -= here;
        }
    }

    /// <summary>All rows so far as one column; null where none has a text.</summary>
    public TextColumn? ToColumn(int rowCount, ReadOnlySpan<int> places)
    {
        if (column is null)
        {
            return null;
        }

        FillTo(rowCount);
        return new(column.ToColumn(rowCount, places), [.. texts]);
    }

    private void FillTo(int row)
    {
        column ??= new();
        for (; rows < row; rows++)
        {
            column.Append(0);
        }
    }
}
