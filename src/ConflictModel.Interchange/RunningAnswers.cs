using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>Answers to queries of rows that are let go once they have been counted.</summary>
/// <param name="builder">Collects the rows.</param>
/// <param name="queries">The queries, of no table.</param>
/// <param name="heldRows">How many rows are held until they are counted.</param>
internal sealed class RunningAnswers(IncidentTableBuilder builder, IncidentQuery[] queries, int heldRows)
{
    /// <summary>So many answers are kept before they are made one: to merge costs a look at every group.</summary>
    private const int MostAnswers = 8;

    private readonly bool areInParts = Array.TrueForAll(queries, query => query.CanBeAskedInParts);
    private readonly List<Aggregate>[] answers = Array.ConvertAll(queries, _ => new List<Aggregate>());
    private long limit = heldRows;

    /// <summary>Counts the rows that were appended, and lets them go, if they are many.</summary>
    /// <param name="tabulator">Appended them.</param>
    public void Take(RowTabulator tabulator)
    {
        if (!areInParts || builder.Rows < limit)
        {
            return;
        }

        if (tabulator.TryPlace())
        {
            Ask();
        }

        limit = builder.Rows + (long)heldRows;
    }

    /// <summary>The answers, when all rows have been appended and all that there is to say of them was said.</summary>
    public ValueList<Aggregate> End()
    {
        Ask();
        return answers.Select(parts => parts is [var whole] ? whole : Aggregate.MergeAll(parts)).ToValueList();
    }

    private void Ask()
    {
        IncidentTable table = builder.ToTable(sortByDate: false);
        for (int i = 0; i < queries.Length; i++)
        {
            answers[i].Add(queries[i].On(table).Run());
            if (answers[i].Count == MostAnswers)
            {
                answers[i] = [Aggregate.MergeAll(answers[i])];
            }
        }

        builder.Clear();
    }
}
