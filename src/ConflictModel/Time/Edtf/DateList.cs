namespace ConflictModel.Time;

/// <summary>What does not fit into two packed terms: sets, and intervals whose ends are wide years.</summary>
internal sealed class DateList(DateMember[] members, string text)
{
    /// <summary>The members of a set, or the one pair of start and end of an interval.</summary>
    public DateMember[] Members { get; } = members;

    public string Text { get; } = text;

    public int Level
    {
        get
        {
            int level = 0;
            foreach (DateMember member in Members)
            {
                level = Math.Max(level, Math.Max(member.From.Level, member.To.Level));
            }

            return level;
        }
    }
}
