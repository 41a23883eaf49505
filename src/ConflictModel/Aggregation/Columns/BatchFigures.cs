namespace ConflictModel.Aggregation;

/// <summary>The figures of one measure in a batch; below zero where one is unknown.</summary>
internal sealed class BatchFigures(Measure measure, int capacity)
{
    private const long Unknown = -1;

    public Measure Measure => measure;

    public BatchColumn<long> Low { get; } = new(capacity, Unknown);

    public BatchColumn<long> Best { get; } = new(capacity, Unknown);

    public BatchColumn<long> High { get; } = new(capacity, Unknown);
}
