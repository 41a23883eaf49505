namespace ConflictModel.Reconciliation;

/// <summary>Answers that are no closed list, numbered from 1 as they come.</summary>
/// <param name="read">The answers that what a record says leaves open, and whether it may be none of them.</param>
internal sealed class NumberedAnswers<TSaid, TAnswer>(Func<TSaid, (IEnumerable<TAnswer> Answers, bool MayBeOther)> read)
    where TSaid : notnull
    where TAnswer : notnull
{
    private readonly Dictionary<TSaid, int[]> known = [];
    private readonly Dictionary<TAnswer, int> numbers = [];
    private readonly List<TAnswer> answers = [];

    public TAnswer this[int number] => answers[number - 1];

    public int[] Of(TSaid said)
    {
        if (!known.TryGetValue(said, out int[]? open))
        {
            (IEnumerable<TAnswer> some, bool mayBeOther) = read(said);
            int[] all = [.. some.Select(NumberOf)];
            known.Add(said, open = all.Length == 0 ? OpenAnswers.Silence : mayBeOther ? [.. all, OpenAnswers.NotKnown] : all);
        }

        return open;
    }

    private int NumberOf(TAnswer answer)
    {
        if (!numbers.TryGetValue(answer, out int number))
        {
            answers.Add(answer);
            numbers.Add(answer, number = answers.Count);
        }

        return number;
    }
}
