namespace ConflictModel.Aggregation;

/// <summary>A query worked out against its table: what <see cref="Scan"/> runs.</summary>
internal sealed record ScanPlan
{
    public required TableColumns Table { get; init; }

    /// <summary>The runs of rows to read, in order; all others are outside the period.</summary>
    public required Segment[] Segments { get; init; }

    public required RowFilter[] Filters { get; init; }

    /// <summary>The least answer that passes.</summary>
    public required byte Least { get; init; }

    /// <summary>The keys that rows decide; one that is constant over a segment is in its place.</summary>
    public required KeyColumn[] Keys { get; init; }

    /// <summary>How many groups there are in all.</summary>
    public required int Groups { get; init; }

    /// <summary>How many groups the rows of one segment can fall into.</summary>
    public required int SegmentGroups { get; init; }

    /// <summary>The column of each measure; null where the table has none.</summary>
    public required MeasureColumn?[] Columns { get; init; }

    /// <summary>Whether incidents are counted apart from the measures.</summary>
    public required bool Counts { get; init; }

    /// <summary>For a sparse table the place of each group by its wide place; null for a dense one.</summary>
    public Dictionary<long, int>? Sparse { get; init; }
}
