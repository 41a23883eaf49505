using System.Runtime.ExceptionServices;
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
    private readonly long tooLongBefore = builder.TooLongToSplit;
    private long limit = heldRows;
    private long gone;
    private int[] older = [];
    private int left;
    private ExceptionDispatchInfo? failure;

    /// <summary>Counts the rows that were appended, and lets them go, if they are many.</summary>
    /// <param name="tabulator">Appended them.</param>
    /// <param name="mayStartOver">Whether some of them may not count (<see cref="LeaveOut"/>).</param>
    public void Take(RowTabulator tabulator, bool mayStartOver)
    {
        if (!areInParts || builder.Rows < limit)
        {
            return;
        }

        if (tabulator.TryPlace())
        {
            try
            {
                Ask();
            }
            catch (OverflowException error) when (mayStartOver)
            {
                // A row that doesn't count may be what is too much.
                failure ??= ExceptionDispatchInfo.Capture(error);
                builder.Clear();
            }
        }

        limit = builder.Rows + (long)heldRows;
    }

    /// <summary>Leaves rows out in whose place others of the same id count, now that all were appended.</summary>
    /// <param name="rows">How many incidents stand before each, in ascending order.</param>
    /// <returns>Whether rows were let go before this was known: then nothing is counted yet, and all are to be appended again.</returns>
    public bool LeaveOut(int[] rows)
    {
        older = rows;
        if (older.Length == 0 || gone == 0)
        {
            return false;
        }

        builder.Clear(tooLongBefore);
        Array.ForEach(answers, parts => parts.Clear());
        (gone, limit, failure) = (0, heldRows, null);
        return true;
    }

    /// <summary>The answers, when all rows have been appended and all that there is to say of them was said.</summary>
    public ValueList<Aggregate> End()
    {
        failure?.Throw();
        Ask();
        return answers.Select(parts => parts is [var whole] ? whole : Aggregate.MergeAll(parts)).ToValueList();
    }

    private void Ask()
    {
        long before = gone;
        gone += builder.IncidentCount;
        int to = left;
        while (to < older.Length && older[to] < gone)
        {
            to++;
        }

        builder.Remove([.. older[left..to].Select(row => checked((int)(row - before)))]);
        left = to;
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
