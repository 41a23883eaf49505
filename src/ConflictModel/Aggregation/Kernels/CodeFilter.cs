namespace ConflictModel.Aggregation;

/// <summary>A condition on one column that depends on nothing but its code.</summary>
internal sealed class CodeFilter(string name, CodeColumn column, byte[] answers) : RowFilter(name)
{
    private readonly AnswerSet answers = new(answers);

    public override void Match(int start, int era, Span<byte> states) => Match(column, start, answers, states);
}
