using System.Text.Json.Serialization;
using ConflictModel.Matching;

namespace ConflictModel.Undercount;

/// <summary>
/// Chao's estimates, which look at how many are on one list and how many on two: the fewer are found again, the more were never found.
/// They are lower bounds where people differ in how easily they are listed and lists are independent.
/// </summary>
/// <remarks>Equality is by content.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record ChaoEstimates
{
    private ChaoEstimates(CaptureCells cells)
    {
        (Once, Twice) = (cells.OnJust(1), cells.OnJust(2));
        Fraction observed = cells.Table.Observed;
        Chao1987 = Twice == 0 ? null : observed + ((Fraction)Once * Once / (2 * Twice));
        BiasCorrected = observed + ((Fraction)Once * (Once - 1) / (2 * (Twice + 1)));
        if (Once > 0 && Twice > 0)
        {
            UnseenFit? alike = ChaoDesign.Fit(cells, byList: false);
            (LowerBound, LowerBoundInterval) = (alike?.Size, alike?.Profile());
            LowerBoundByList = ChaoDesign.Fit(cells, byList: true)?.Size;
        }
    }

    /// <summary>How many are on just one list.</summary>
    public long Once { get; }

    /// <summary>How many are on just two lists.</summary>
    public long Twice { get; }

    /// <summary>Chao's estimate of 1987: those observed, and the square of <see cref="Once"/> by twice <see cref="Twice"/>. Null if nobody
    /// is on just two lists.</summary>
    public Fraction? Chao1987 { get; }

    /// <summary>The same, corrected for its bias where few are on two lists.</summary>
    public Fraction BiasCorrected { get; }

    /// <summary>
    /// The lower bound for just so many lists, if people differ and lists do not (Mh): the log-linear model by the number of lists that
    /// people are on, which leaves those on three lists and more free to be more than independence has, and not fewer. Null if nobody is on
    /// just one list or on just two.
    /// </summary>
    public double? LowerBound { get; }

    /// <summary>Which sizes chance, at 0.05, does not rule out under that model.</summary>
    public UnseenInterval? LowerBoundInterval { get; }

    /// <summary>The lower bound if people differ, and lists do too (Mth). Null where <see cref="LowerBound"/> is, or nobody is on some
    /// list.</summary>
    public double? LowerBoundByList { get; }

    /// <summary>The estimates of a table of three lists or more.</summary>
    /// <exception cref="RefusedEstimateException">There are two lists, or nobody is on any.</exception>
    public static ChaoEstimates Of(CaptureTable table) => new(CaptureCells.CheckedToHaveThree(table));
}
