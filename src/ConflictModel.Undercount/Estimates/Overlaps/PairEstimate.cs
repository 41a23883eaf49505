using System.Text.Json.Serialization;
using ConflictModel.Matching;

namespace ConflictModel.Undercount;

/// <summary>What the overlap of two lists alone says of how many there are, exactly, if being on the one says nothing of being on the
/// other.</summary>
/// <remarks>
/// Where lists draw on the same witnesses, both estimates are too low; where they serve people who do not meet, too high. Pairs that differ
/// show that lists depend on each other, and none of them shows which way. Equality is by content.
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record PairEstimate
{
    private PairEstimate(ValueList<string> lists, long first, long second, long both)
    {
        (Lists, First, Second, Both) = (lists, first, second, both);
        LincolnPetersen = both == 0 ? null : (Fraction)first * second / both;
        Chapman = ((Fraction)(first + 1) * (second + 1) / (both + 1)) - 1;
    }

    /// <summary>The two lists.</summary>
    public ValueList<string> Lists { get; }

    /// <summary>How many are on the first.</summary>
    public long First { get; }

    /// <summary>How many are on the second.</summary>
    public long Second { get; }

    /// <summary>How many are on both, whatever else they are on.</summary>
    public long Both { get; }

    /// <summary>Lincoln and Petersen's estimate: one list times the other, divided by those on both. Null if nobody is on both.</summary>
    public Fraction? LincolnPetersen { get; }

    /// <summary>Chapman's estimate, which errs less where few are on both: the same with one more in each, less one.</summary>
    public Fraction Chapman { get; }

    /// <summary>Every pair of a table's lists, in the order of the lists.</summary>
    public static ValueList<PairEstimate> Of(CaptureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return
        [
            .. table.Lists.SelectMany((one, place) => table.Lists.Skip(place + 1).Select(other =>
                new PairEstimate([one, other], table.On(one), table.On(other), table.OnAll(one, other)))),
        ];
    }

    /// <summary>The lists, their figures and the estimate: <c>EXH-ABA: 1910 x 1528 / 403 = 7241.88586</c>.</summary>
    public override string ToString()
    {
        string known = FormattableString.Invariant($"{Lists[0]}-{Lists[1]}: {First} x {Second} / {Both}");
        return LincolnPetersen is { } size ? $"{known} = {NineDigits.Text(size.ToDouble())}" : known;
    }
}
