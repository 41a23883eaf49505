namespace ConflictModel.Interchange;

/// <summary>Holds the cells of two rows of one event and one timestamp against each other, and puts together what they say.</summary>
/// <remarks>
/// An empty cell contradicts nothing, and neither does the same in another form: <c>34.50</c> says what <c>34.5</c> says.
/// </remarks>
internal sealed class CellUnion(EventFormat format, FeedColumns columns)
{
    private readonly Dictionary<int, (RecordCells Cells, TextRowSource Source)?> meanings = [];

    /// <summary>The first column in which two rows say different things; null if they agree.</summary>
    public int? Difference((int Column, string Text)[] one, (int Column, string Text)[] other)
    {
        foreach ((int column, string text, string its) in Both(one, other))
        {
            if (text != its && CellText.Said(text).Length > 0 && CellText.Said(its).Length > 0 && !IsSame(column, text, its))
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>What either of two rows that agree says.</summary>
    /// <param name="one">The one row.</param>
    /// <param name="other">The other.</param>
    /// <param name="keepsFirst">
    /// Whether the first row's form is kept where both say something; else it is the one that comes first in the order of characters,
    /// whichever of them was read first.
    /// </param>
    /// <param name="adds">Whether the second row says anything where the first says nothing.</param>
    public static (int Column, string Text)[] Of(
        (int Column, string Text)[] one, (int Column, string Text)[] other, bool keepsFirst, out bool adds)
    {
        SortedDictionary<int, string> cells = new(one.ToDictionary(cell => cell.Column, cell => cell.Text));
        adds = false;
        foreach ((int column, string text) in other)
        {
            bool isNew = CellText.Said(text).Length > 0 && CellText.Said(cells.GetValueOrDefault(column) ?? "").Length == 0;
            adds |= isNew;
            if (isNew || (!keepsFirst && Precedes(text, cells.GetValueOrDefault(column))))
            {
                cells[column] = text;
            }
        }

        return [.. cells.Select(cell => (cell.Key, cell.Value))];
    }

    /// <summary>Whether a text is the one of two forms that is kept: never a word for an empty cell before what says something.</summary>
    private static bool Precedes(string text, string? its) => its is null
        || (CellText.Said(text).Length > 0 == CellText.Said(its).Length > 0 && string.CompareOrdinal(text, its) < 0);

    private static IEnumerable<(int Column, string Text, string Its)> Both(
        (int Column, string Text)[] one, (int Column, string Text)[] other)
    {
        int at = 0;
        foreach ((int column, string text) in one)
        {
            while (at < other.Length && other[at].Column < column)
            {
                at++;
            }

            if (at < other.Length && other[at].Column == column)
            {
                yield return (column, text, other[at].Text);
            }
        }
    }

    private bool IsSame(int column, string text, string its)
    {
        if (!meanings.TryGetValue(column, out (RecordCells Cells, TextRowSource Source)? meaning))
        {
            string name = columns.NameOf(column).Trim();
            ColumnSet alone = ColumnSet.Of([name], out _)!;
            bool isKey = name.Equals(format.IdColumn, StringComparison.OrdinalIgnoreCase)
                || name.Equals(format.VersionColumn, StringComparison.OrdinalIgnoreCase);
            meanings[column] = meaning = isKey ? null : (new(format, [name]), new(alone));
            meaning?.Cells.Bind(alone);
        }

        // By the key and the time the rows were found to be of one event and one time.
        if (meaning is not var (cells, source))
        {
            return true;
        }

        byte[] said = [.. cells.ContentOf(source.Of([text]))];
        return cells.ContentOf(source.Of([its])).SequenceEqual(said);
    }
}
