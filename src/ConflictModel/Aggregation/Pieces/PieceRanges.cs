namespace ConflictModel.Aggregation;

/// <summary>What is known of pieces without reading them.</summary>
internal static class PieceRanges
{
    /// <summary>The least and the greatest number of a column without nulls; null where that is not known.</summary>
    public static (long Least, long Most)? Of(PlainTable pieces, string column)
    {
        int at = pieces.Schema.IndexOf(column);
        (long Least, long Most)? all = null;
        foreach ((int start, int rows) in at < 0 ? [] : pieces.Stretches)
        {
            if (pieces.RangeOf(at, start, rows) is not { } here)
            {
                return null;
            }

            all = all is { } before ? (Math.Min(before.Least, here.Least), Math.Max(before.Most, here.Most)) : here;
        }

        return all;
    }

    /// <summary>Whether all pieces lie in the period of a query; unknown where it has none.</summary>
    public static Truth LieIn(PlainTable pieces, IncidentQuery? query) =>
        query?.Period is not { } period || Of(pieces, "earliest") is not { } begin || Of(pieces, "latest") is not { } end ? Truth.Unknown
        : begin.Least >= period.From && end.Most <= period.To ? Truth.Yes
        : begin.Least > period.To || end.Most < period.From ? Truth.No
        : Truth.Unknown;
}
