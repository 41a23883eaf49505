namespace ConflictModel.Tool.Output;

/// <summary>Rows of keys and figures, drawn for a screen of some width.</summary>
/// <remarks>
/// A figure is never broken, shortened or left out. Where the columns do not fit side by side, names become shorter, down to
/// <see cref="ShortestName"/> cells; where that does not do, each group of figures gets a table of its own below the first, with the keys
/// again; and where not even one figure fits beside the keys, each row becomes a few lines of text.
/// </remarks>
/// <param name="keys">The columns of keys.</param>
/// <param name="figures">The columns of figures, in groups that are kept together where they fit.</param>
internal sealed class ScreenTable(IReadOnlyList<ScreenTable.Column> keys, IReadOnlyList<IReadOnlyList<ScreenTable.Column>> figures)
{
    /// <summary>A name is not made shorter than this for the sake of the figures.</summary>
    public const int ShortestName = 10;

    private const int Gap = 2;

    /// <summary>Draws the table; no width for whoever reads it from a file or a pipe, where nothing is shortened.</summary>
    public void WriteTo(TextWriter output, int? width)
    {
        if (width is not { } cells)
        {
            Draw(output, [.. keys, .. figures.SelectMany(group => group)], int.MaxValue);
            return;
        }

        List<IReadOnlyList<Column>> tables = [[.. figures.SelectMany(group => group)]];
        int room = cells - keys.Sum(key => key.Least + Gap);
        if (!Fits(tables[0], room))
        {
            tables = [.. figures.SelectMany(group => Parts(group, room))];
        }

        if (tables.Exists(table => !Fits(table, room)))
        {
            WriteRows(output, cells);
            return;
        }

        for (int i = 0; i < tables.Count; i++)
        {
            if (i > 0)
            {
                output.WriteLine();
            }

            Draw(output, [.. keys, .. tables[i]], cells);
        }
    }

    private static bool Fits(IReadOnlyList<Column> figures, int room) => figures.Sum(figure => figure.Width + Gap) - Gap <= room;

    /// <summary>A group of figures whole if it fits, else as many of them together as do.</summary>
    private static IEnumerable<IReadOnlyList<Column>> Parts(IReadOnlyList<Column> group, int room)
    {
        List<Column> part = [];
        foreach (Column figure in group)
        {
            if (part.Count > 0 && !Fits([.. part, figure], room))
            {
                yield return part;
                part = [];
            }

            part.Add(figure);
        }

        yield return part;
    }

    private static void Draw(TextWriter output, IReadOnlyList<Column> columns, int cells)
    {
        int[] widths = [.. columns.Select(column => Math.Min(column.Width, cells))];
        for (int over = widths.Sum() + ((widths.Length - 1) * Gap) - cells; over > 0; over--)
        {
            // The widest name gives way first, so that all become shorter alike.
            int widest = Enumerable.Range(0, widths.Length).Where(i => widths[i] > columns[i].Least).MaxBy(i => widths[i]);
            widths[widest]--;
        }

        WriteLine(column => column.Title);
        output.WriteLine(string.Join(new string('─', Gap), widths.Select(width => new string('─', width))));
        for (int row = 0; row < columns[0].Texts.Count; row++)
        {
            WriteLine(column => column.Texts[row]);
        }

        void WriteLine(Func<Column, string> textOf) => output.WriteLine(
            string.Join(new string(' ', Gap), columns.Select((column, i) => Cell(column, textOf(column), widths[i], cells))).TrimEnd());
    }

    private static string Cell(Column column, string text, int width, int cells)
    {
        string shown = ScreenText.Shortened(text, width);
        string blank = new(' ', width - ScreenText.WidthOf(shown));
        shown = cells == int.MaxValue ? shown : ScreenText.Isolated(shown);
        return column.IsFigure ? blank + shown : shown + blank;
    }

    private void WriteRows(TextWriter output, int cells)
    {
        for (int row = 0; row < keys[0].Texts.Count; row++)
        {
            foreach (IReadOnlyList<Column> group in (IReadOnlyList<Column>[])[keys, .. figures])
            {
                string text = string.Join(", ", group.Where(column => column.Texts[row].Length > 0)
                    .Select(column => $"{column.Title} {ScreenText.Isolated(column.Texts[row])}"));
                output.WriteBroken((group == keys ? "" : "  ") + text, cells, indent: 4);
            }
        }
    }

    /// <summary>One column.</summary>
    /// <param name="Title">What stands above it.</param>
    /// <param name="Texts">Its cells, one a row.</param>
    /// <param name="IsFigure">Whether it is a column of figures, which end where the column does.</param>
    /// <param name="IsName">Whether its texts are still of use when they are shorter.</param>
    internal sealed record Column(string Title, IReadOnlyList<string> Texts, bool IsFigure, bool IsName)
    {
        /// <summary>The cells that it takes when nothing is shortened.</summary>
        public int Width { get; } = Texts.Append(Title).Max(ScreenText.WidthOf);

        /// <summary>The cells that it takes at least. What is a number stays whole among names.</summary>
        public int Least => !IsName ? Width : Math.Min(
            Width, Texts.Where(text => !text.Any(char.IsLetter)).Select(ScreenText.WidthOf).Append(ShortestName).Max());
    }
}
