namespace ConflictModel.Aggregation;

/// <summary>Gives columns of a table when they are first asked for: a query of one measure by one key reads no others.</summary>
/// <remarks>Each column is read once, whoever asks; asking is safe for any number of threads.</remarks>
internal interface IColumnReader
{
    /// <summary>The measures of which there are figures.</summary>
    IReadOnlyList<Measure> Measures { get; }

    /// <summary>Whether columns can be read of some rows only.</summary>
    bool ReadsSome => false;

    /// <summary>A column by the name of its property in <see cref="TableColumns"/>.</summary>
    CodeColumn ReadCodes(string name);

    /// <summary>A column of text, likewise; null where no row has one.</summary>
    TextColumn? ReadTexts(string name);

    /// <summary>The figures of a measure.</summary>
    MeasureColumn ReadFigures(Measure measure);

    /// <summary>Some rows of a table, whose columns are read for these only; null where all would be read anyway.</summary>
    /// <param name="table">The table that this reads.</param>
    /// <param name="rows">The rows, in order; of an event that was cut all or none.</param>
    TableColumns? Take(TableColumns table, int[] rows) => null;
}
