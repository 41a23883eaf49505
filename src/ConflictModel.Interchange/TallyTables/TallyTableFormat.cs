namespace ConflictModel.Interchange;

/// <summary>The format that a mapping makes of a wide table.</summary>
internal sealed class TallyTableFormat : EventFormat
{
    private readonly TallyMapping mapping;
    private readonly HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">The mapping has no column that counts, names one twice, or doesn't say of which day a row
    /// is.</exception>
    public TallyTableFormat(TallyMapping mapping)
        : base(mapping.Source.Id.Value, $"the table of {mapping.Source.Name}")
    {
        this.mapping = mapping;
        if (mapping.Columns.IsEmpty)
        {
            throw new ArgumentException("The mapping has no column that counts people.", nameof(mapping));
        }

        if (mapping.Date is null == mapping.Day is null)
        {
            throw new ArgumentException(
                "The mapping says of which day a row is: either by a column or by one day for all.", nameof(mapping));
        }

        if (mapping.Columns.GroupBy(column => (column.Harm, column.IsCumulative)).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"The columns {string.Join(" and ", twice.Select(column => $"'{column.Name}'"))} count the same; "
                    + "one mapping reads one of them.",
                nameof(mapping));
        }

        foreach (string name in Mapped())
        {
            if (!names.Add(name.Trim()))
            {
                throw new ArgumentException($"The mapping names the column '{name}' twice.", nameof(mapping));
            }
        }
    }

    public override Source Source => mapping.Source;

    public override bool IsRead => true;

    public override bool HoldsTallies => true;

    /// <summary>Whether the mapping names a column.</summary>
    public bool Names(string column) => names.Contains(column.Trim());

    /// <summary>Holds that the columns that the mapping names are all there.</summary>
    /// <exception cref="MalformedInputException">One is not.</exception>
    public void CheckColumns(IEnumerable<string> found)
    {
        var there = new HashSet<string>(found.Select(column => column.Trim()), StringComparer.OrdinalIgnoreCase);
        string[] missing = [.. Mapped().Where(name => !there.Contains(name.Trim()))];
        if (missing.Length > 0)
        {
            throw new MalformedInputException(new()
            {
                Code = MalformationCode.Header,
                Reason = $"There is no column {string.Join(", ", missing.Select(name => $"'{name}'"))}; the columns are "
                    + $"{string.Join(", ", found.Select(name => $"'{name}'"))}.",
                Line = 1,
                Column = 1,
            });
        }
    }

    internal override bool Matches(ColumnSet columns) => Mapped().All(name => columns.Has(name.Trim()));

    /// <summary>Which of the mapped columns are missing is told by name (<see cref="CheckColumns"/>).</summary>
    internal override bool KnowsAny(ColumnSet columns) => true;

    internal override CellKind KindOf(string column) =>
        string.Equals(mapping.Date?.Trim(), column, StringComparison.OrdinalIgnoreCase) ? CellKind.Day
        : string.Equals(mapping.Place?.Trim(), column, StringComparison.OrdinalIgnoreCase) || !Names(column) ? CellKind.Text
        : CellKind.Whole;

    internal override TallyReader TallyReader(RowReading reading) => new TallyTableReader(mapping, reading);

    private IEnumerable<string> Mapped() =>
        ((string?[])[mapping.Date, mapping.Place]).OfType<string>().Concat(mapping.Columns.SelectMany(column => column.Names));
}
