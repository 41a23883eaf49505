using System.Runtime.ExceptionServices;

namespace ConflictModel.Aggregation;

/// <content>The columns of a table, made of what was collected.</content>
public sealed partial class IncidentTableBuilder
{
    /// <summary>Fewer rows are in order sooner than another processor has begun.</summary>
    private const int RowsPerThread = 1 << 16;

    /// <summary>
    /// All rows so far as columns, with row i at <paramref name="places"/>[i]. None needs another, so that processors make them side by
    /// side.
    /// </summary>
    private (Dictionary<CodeColumnBuilder, CodeColumn> Codes, MeasureColumn[] Figures) MakeColumns(int[] places)
    {
        MeasureColumnBuilder[] measured = [.. measures.OfType<MeasureColumnBuilder>()];
        CodeColumnBuilder[] coded =
        [
            extents, firstSides, secondSides, others, regions, kinds, qualities, continuations,
            sources.Codes, dyads.Codes, conflicts.Codes, eventTypes.Codes,
        ];
        var codes = new CodeColumn[coded.Length];
        var figures = new MeasureColumn[measured.Length];
        try
        {
            // Figures take longest.
            Parallel.For(
                0,
                measured.Length + coded.Length,
                new() { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, (Rows / RowsPerThread) + 1) },
                i =>
                {
                    if (i < measured.Length)
                    {
                        figures[i] = measured[i].ToColumn(Rows, places);
                    }
                    else
                    {
                        codes[i - measured.Length] = coded[i - measured.Length].ToColumn(Rows, places);
                    }
                });
        }
        catch (AggregateException errors)
        {
            // The caller should not have to know how many threads there were.
            ExceptionDispatchInfo.Throw(errors.InnerException!);
        }

        return (coded.Zip(codes).ToDictionary(column => column.First, column => column.Second), figures);
    }
}
