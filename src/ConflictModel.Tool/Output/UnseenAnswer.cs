using ConflictModel.Matching;
using ConflictModel.Undercount;

namespace ConflictModel.Tool.Output;

/// <summary>What can be said of a table: of two lists the pair, of more the whole estimate.</summary>
internal sealed record UnseenAnswer(CaptureTable Table, ValueList<PairEstimate> Pairs, UnseenEstimate? Estimate)
{
    /// <exception cref="RefusedEstimateException">The lists fall into groups that never meet, or there are too many.</exception>
    public static UnseenAnswer Of(CaptureTable table, UnseenOptions options) => new(
        table, PairEstimate.Of(table), table.Lists.Count == CaptureTable.MinLists ? null : UnseenEstimate.Of(table, options));

    public override string ToString() => Estimate?.ToString()
        ?? $"{Table}: a floor, whatever is assumed.\n{Pairs[0]}, {NineDigits.Text(Pairs[0].Chapman.ToDouble())} (Chapman), if they are "
            + "independent.\nTwo lists are a pair: whether they depend on each other, they can't tell, and no model is made of them.\n";
}
