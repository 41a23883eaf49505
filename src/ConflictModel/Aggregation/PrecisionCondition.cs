namespace ConflictModel.Aggregation;

/// <summary>Whether the place of an incident, or its date, is known at least so precisely.</summary>
/// <param name="ofPlace">Whether it is about the place; if not, it is about the date.</param>
/// <param name="limit">The precision, of which 1 is the best.</param>
internal sealed class PrecisionCondition(bool ofPlace, int limit) : QueryCondition(ofPlace ? "place precision" : "date precision")
{
    public bool OfPlace => ofPlace;

    public int Limit => limit;

    public override bool WaitsForOthers => false;

    public override Func<TableColumns, RowFilter> Bind(TableColumns table)
    {
        byte[] answers = [.. Enumerable.Range(0, Quality.Codes).Select(quality => SelectKernel.From(Passes(quality)))];
        return on => new CodeFilter(Name, on.Qualities, answers);
    }

    private Truth Passes(int quality)
    {
        int precision = ofPlace ? Quality.Place(quality) : Quality.Date(quality);
        return precision == 0 ? Truth.Unknown : Truth.From(precision <= limit);
    }
}
