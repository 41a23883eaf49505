namespace ConflictModel.Aggregation;

/// <summary>A condition on rows, ready to run over one table.</summary>
internal abstract class RowFilter(string name)
{
    /// <summary>What the condition is about, as the report of what was dropped says it.</summary>
    public string Name { get; } = name;

    /// <summary>Sets the answers of the rows from <paramref name="start"/> on.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="era">Which affiliations hold, where that is constant over the rows.</param>
    /// <param name="states">The answers, one a row.</param>
    public abstract void Match(int start, int era, Span<byte> states);

    protected static void Match(CodeColumn column, int start, AnswerSet answers, Span<byte> states)
    {
        switch (column.Values)
        {
            case byte[] bytes: SelectKernel.Match<byte>(bytes.AsSpan(start, states.Length), answers, states); break;
            case ushort[] shorts: SelectKernel.Match<ushort>(shorts.AsSpan(start, states.Length), answers, states); break;
            case int[] ints: SelectKernel.Match<int>(ints.AsSpan(start, states.Length), answers, states); break;
            default: states.Fill(answers.Answers[0]); break;
        }
    }
}
