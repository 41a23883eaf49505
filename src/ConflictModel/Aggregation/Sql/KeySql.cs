namespace ConflictModel.Aggregation;

/// <summary>Writes keys as SQL.</summary>
internal static class KeySql
{
    private const string Actors = "actor";
    private const string Places = "region";

    /// <summary>The column of a key that is not of time.</summary>
    public static string ColumnOf(GroupKey key) => key.Name.Replace('-', '_');

    /// <summary>What the table of names calls the ids that are values of a key; null where its values are no ids.</summary>
    public static string? KindOf(GroupKey key) => key switch
    {
        GroupKey<ActorId> => Actors,
        GroupKey<RegionId> => Places,
        GroupKey<SourceId> or GroupKey<DyadId> or GroupKey<ConflictId> or GroupKey<EventTypeId> => key.Name,
        _ => null,
    };

    /// <summary>The value of a key as a text; of a key of time the number of the value's first day, or the year.</summary>
    /// <exception cref="NotSupportedException">The key is finer than the pieces, or has no column in them.</exception>
    public static string Of(GroupKey key, SqlScope scope)
    {
        SqlSyntax syntax = scope.Syntax;
        if (key.IsTime)
        {
            string month = syntax.DayNumber(scope.Column("month"));
            return key == GroupKey.Month ? syntax.Text(month)
                : key == GroupKey.Year
                    ? $"CASE WHEN {scope.Column("month")} IS NULL THEN {syntax.NoText} ELSE {syntax.Text(YearOf(month, syntax))} END"
                : throw new NotSupportedException($"Pieces are cut at the edges of months, so that nothing is told by {key}.");
        }

        if (key == GroupKey.Record)
        {
            throw new NotSupportedException($"Pieces have no column of the key {key}.");
        }

        string column = scope.Column(ColumnOf(key));
        if (key == GroupKey.ActiveYear)
        {
            (string yes, string no) = (GroupKey.ActiveYear.Format(true), GroupKey.ActiveYear.Format(false));
            return syntax.Text(
                $"CASE WHEN {syntax.Is(column, true)} THEN '{yes}' WHEN {syntax.Is(column, false)} THEN '{no}' ELSE NULL END");
        }

        return syntax.Text(column);
    }

    /// <summary>
    /// The year of the first day of a month. Years of 365.2425 days are never more than two days off, and the last month ends half a month
    /// before the fifteenth day that is added; engines differ in the years that their own functions know.
    /// </summary>
    private static string YearOf(string month, SqlSyntax syntax) =>
        $"{syntax.Divide($"({month} + 5102453) * 400", "146097")} - 12000";
}
