namespace ConflictModel.Aggregation;

/// <summary>Whether any of those who took part is one of some actors; perhaps where nobody is named.</summary>
internal sealed class ParticipantFilter : RowFilter
{
    private readonly CodeColumn[] columns;
    private readonly byte[] answers;

    /// <param name="name">What the condition is about.</param>
    /// <param name="table">The table.</param>
    /// <param name="answers">The answer of each actor; that of 0 is for incidents in which nobody is named.</param>
    public ParticipantFilter(string name, TableColumns table, byte[] answers)
        : base(name) => (columns, this.answers) = ([table.FirstSides, table.SecondSides, table.Others], answers);

    public override void Match(int start, int era, Span<byte> states)
    {
        for (int i = 0; i < states.Length; i++)
        {
            int row = start + i;
            bool isNamed = false;
            byte answer = SelectKernel.No;
            foreach (CodeColumn column in columns)
            {
                if (column[row] is not 0 and var code)
                {
                    isNamed = true;
                    answer |= answers[code];
                }
            }

            states[i] = isNamed ? answer : answers[0];
        }
    }
}
