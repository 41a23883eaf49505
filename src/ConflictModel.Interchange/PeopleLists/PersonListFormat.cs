namespace ConflictModel.Interchange;

/// <summary>The format that a mapping makes of a list of people. Its faults quote nothing that stands in the list.</summary>
internal sealed class PersonListFormat : EventFormat
{
    private readonly PersonMapping mapping;
    private readonly Dictionary<string, PersonField> fields = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">The mapping can't be.</exception>
    public PersonListFormat(PersonMapping mapping)
        : base(mapping.Source.Id.Value, $"the list of {mapping.Source.Name}")
    {
        this.mapping = mapping;
        if (mapping.Fault() is { } fault)
        {
            throw new ArgumentException(fault, nameof(mapping));
        }

        foreach (PersonColumn column in mapping.Columns)
        {
            fields.Add(column.Name.Trim(), column.Field);
        }

        IdColumn = mapping.Columns.FirstOrDefault(column => column.Field == PersonField.Id)?.Name.Trim();
    }

    public override bool IsRead => true;

    internal override string? IdColumn { get; }

    internal override bool TellsIds => false;

    internal override bool Matches(ColumnSet columns) => fields.Keys.All(columns.Has);

    /// <summary>Which of the mapped columns are missing is told by name (<see cref="CheckColumns"/>).</summary>
    internal override bool KnowsAny(ColumnSet columns) => true;

    internal override CellKind KindOf(string column) => fields.GetValueOrDefault(column) switch
    {
        PersonField.Born or PersonField.Date => CellKind.Day,
        PersonField.Age => CellKind.Whole,
        PersonField.Latitude or PersonField.Longitude => CellKind.Degrees,
        _ => CellKind.Text,
    };

    /// <summary>Holds that the columns that the mapping names are all there.</summary>
    /// <exception cref="MalformedInputException">One is not. What the first row has instead is not told: it may be a person's.</exception>
    public void CheckColumns(ColumnSet found)
    {
        string[] missing = [.. mapping.Columns.Select(column => column.Name.Trim()).Where(name => !found.Has(name))];
        if (missing.Length > 0)
        {
            throw Header(FormattableString.Invariant(
                $"There is no column {string.Join(", ", missing.Select(name => $"'{name}'"))} among the {found.Count} of the first row."));
        }
    }

    /// <summary>A fault of the header.</summary>
    public static MalformedInputException Header(string reason) =>
        new(new() { Code = MalformationCode.Header, Reason = reason, Line = 1, Column = 1 });
}
