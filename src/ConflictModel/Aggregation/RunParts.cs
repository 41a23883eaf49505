using System.Runtime.ExceptionServices;

namespace ConflictModel.Aggregation;

/// <summary>Asks the parts of something on all processors, in order, and merges their answers as they come.</summary>
internal static class RunParts
{
    /// <summary>So many answers are kept before they are made one.</summary>
    private const int MostAnswers = 32;

    /// <summary>
    /// The merged answers. Of several parts that fail, or can't be had, the first is told, whatever the processors did first.
    /// </summary>
    public static Aggregate Merge<TPart>(IEnumerable<TPart> parts, Func<TPart, Aggregate> ask)
    {
        Lock gate = new();
        List<Aggregate> answers = [];
        SortedList<int, Exception> errors = [];
        using IEnumerator<TPart> next = parts.GetEnumerator();
        int asked = 0;
        // By the caller's scheduler: whoever has work done on one thread has all of it done there.
        ParallelOptions options = new() { TaskScheduler = TaskScheduler.Current };
        Parallel.For(0, Environment.ProcessorCount, options, _ =>
        {
            while (Take(out TPart? part, out int number))
            {
                try
                {
                    Aggregate answer = ask(part!);
                    lock (gate)
                    {
                        answers.Add(answer);
                        if (answers.Count == MostAnswers)
                        {
                            answers = [Aggregate.MergeAll(answers)];
                        }
                    }
                }
                catch (Exception error) when (error is not OutOfMemoryException)
                {
                    lock (gate)
                    {
                        errors.Add(number, error);
                    }
                }
            }
        });
        if (errors.Count > 0)
        {
            ExceptionDispatchInfo.Throw(errors.Values[0]);
        }

        return Aggregate.MergeAll(answers);

        bool Take(out TPart? part, out int number)
        {
            lock (gate)
            {
                (part, number) = (default, asked++);
                try
                {
                    // Those before one that failed have begun: one of them may fail yet.
                    bool isThere = errors.Count == 0 && next.MoveNext();
                    part = isThere ? next.Current : default;
                    return isThere;
                }
                catch (Exception error) when (error is not OutOfMemoryException)
                {
                    errors.Add(number, error);
                    return false;
                }
            }
        }
    }
}
