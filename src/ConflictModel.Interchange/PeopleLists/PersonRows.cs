using System.Globalization;

namespace ConflictModel.Interchange;

/// <summary>Makes people of the rows of a list, and keeps the cells that the writer would not write the same.</summary>
internal sealed class PersonRows : RowHandler
{
    private readonly PersonMapping mapping;
    private readonly PlaceCells places;
    private readonly KeptCells kept;
    private readonly UnreadWords? unreadWords;
    private readonly ValueList<Citation> citations;
    private readonly (PersonColumn Column, PersonCell Cell)[] declared;
    private readonly List<int> unread = [];
    private readonly Action<int> keep;
    private readonly Action<int> leave;
    private (PersonCell Cell, int At)[] bound = [];
    private int[] others = [];
    private int idAt = -1;
    private int harmAt = -1;
    private int ageGroupAt = -1;

    /// <summary>Takes the rows of a list.</summary>
    /// <param name="mapping">What its columns are.</param>
    /// <param name="reading">Who knows names, and takes those that the rows name.</param>
    /// <param name="order">What dates in numbers stand for; null if nobody said it.</param>
    /// <param name="unreadWords">Counts the words that are not understood; null for nobody.</param>
    public PersonRows(PersonMapping mapping, RowReading reading, NumericDates? order, UnreadWords? unreadWords)
    {
        (this.mapping, this.unreadWords) = (mapping, unreadWords);
        places = new(mapping, reading);
        kept = new(mapping.Source.Id.Value);
        citations = [mapping.Source];
        var cells = new PersonCells(mapping, reading, order, places);
        declared = [.. mapping.Columns.Select(column => (column, cells.Of(column)))];
        keep = kept.Keep;
        leave = index =>
        {
            unread.Add(index);
            kept.Keep(index);
        };
    }

    /// <summary>The person of the row that was taken last.</summary>
    public Person? Person { get; private set; }

    /// <summary>The cell of a column that the mapping names; null for others.</summary>
    public PersonCell? CellOf(string column) => Array
        .Find(declared, one => string.Equals(one.Column.Name.Trim(), column.Trim(), StringComparison.OrdinalIgnoreCase)).Cell;

    protected override void Bind(ColumnSet columns)
    {
        (PersonColumn Column, PersonCell Cell, int At)[] found =
            [.. declared.Select(one => (one.Column, one.Cell, columns.IndexOf(one.Column.Name.Trim()))).Where(one => one.Item3 >= 0)];
        places.Bind(columns);
        bound = [.. found.Where(one => one.Cell is not PlacePartCell).Select(one => (one.Cell, one.At))];
        others = [.. Enumerable.Range(0, columns.Count).Except(found.Select(one => one.At))];
        idAt = At(PersonField.Id);
        harmAt = At(PersonField.Harm);
        ageGroupAt = At(PersonField.AgeGroup);

        int At(PersonField field) => found.Where(one => one.Column.Field == field).Select(one => one.At).DefaultIfEmpty(-1).First();
    }

    protected override void Handle(Row row)
    {
        Person = null;
        unread.Clear();
        kept.Start(row.Columns.Count);
        var draft = new PersonDraft { Harm = mapping.Harm ?? default, Publication = mapping.Publication, Citations = citations };
        foreach ((PersonCell cell, int at) in bound)
        {
            Read(row, cell, at, draft);
        }

        places.Read(row, draft, keep, leave);
        foreach (int index in others)
        {
            if (!row.Written(index).IsEmpty)
            {
                kept.Keep(index);
            }
        }

        // The word for the sex said the age group, which its own column didn't.
        if (ageGroupAt >= 0 && draft.AgeGroup == AgeGroup.Any && draft.AgeBySex != AgeGroup.Any)
        {
            kept.Keep(ageGroupAt);
        }

        if (!mapping.Has(PersonField.Id))
        {
            draft.Id = PersonId.From(mapping.Prefix + "line-" + row.Line.ToString(CultureInfo.InvariantCulture));
        }
        else if (draft.Id == default)
        {
            row.Fail(MalformationCode.Id, "The id is missing.", idAt);
        }

        if (draft.Harm == default)
        {
            row.Fail(MalformationCode.UnknownCode, "What was done to the person is not said, or in a word that is not understood.", harmAt);
        }

        if (row.Fault is null)
        {
            unread.ForEach(index => unreadWords?.Add(row, index));
            Person = draft.ToPerson(kept.Of(row));
        }
    }

    private void Read(Row row, PersonCell cell, int at, PersonDraft draft)
    {
        ReadOnlySpan<byte> written = row.Written(at);
        if (CellText.IsMissing(written) || CellText.IsBlank(written))
        {
            if (cell.KeepsBlanks || !written.IsEmpty)
            {
                kept.Keep(at);
            }

            return;
        }

        CellReading reading = cell.Read(row, at, draft);
        if (reading is CellReading.Kept or CellReading.UnreadKept)
        {
            kept.Keep(at);
        }

        if (reading is CellReading.UnreadSame or CellReading.UnreadKept)
        {
            unread.Add(at);
        }
    }
}
