using static System.FormattableString;

namespace ConflictModel.Revisions;

/// <summary>Says a line of an account in a sentence.</summary>
internal static class AccountText
{
    private const int MostRecords = 3;

    public static string Of(VintageAccount.Line line, RangeFigure figure)
    {
        (long Amount, string Sign, string Word)[] terms =
        [
            (line.Added[figure], "+", "added"), (line.Removed[figure], "-", "removed"), (line.Revised[figure], "+", "revised"),
            (line.MovedIn[figure], "+", "moved in"), (line.MovedOut[figure], "-", "moved out"),
        ];
        string sum = string.Concat(terms.Where(term => term.Amount != 0).Select(term => Term(term.Amount, term.Sign, term.Word)));
        string group = line.Group.IsEmpty ? "In all" : string.Join(", ", line.Group.Zip(line.Names, Named));
        var old = FigureChange.Of(line.Old);
        var became = FigureChange.Of(line.New);
        string[] records =
        [
            .. line.Records.Where(record => record.Change[figure] != 0)
                .OrderByDescending(record => Math.Abs(record.Change[figure])).ThenBy(record => record.Id, StringComparer.Ordinal)
                .Select(record => Invariant($"{record.Id} ({Word(record.Term)} {record.Change[figure]:+0;-0})")),
        ];
        string most = records.Length == 0 ? "" : $": {string.Join(", ", records.Take(MostRecords))}"
            + (records.Length > MostRecords ? Invariant($" and {records.Length - MostRecords} more") : "");
        return Invariant($"{group}: {JsonName.Of(figure)} {old[figure]}{sum} = {became[figure]}{most}.");
    }

    private static string Term(long amount, string sign, string word) => amount < 0
        ? Invariant($" {(sign == "+" ? "-" : "+")} {-amount} {word}")
        : Invariant($" {sign} {amount} {word}");

    private static string Named(string value, string name) => name.Length == 0 || name == value ? value : $"{value} ({name})";

    private static string Word(VintageAccount.Term term) => term switch
    {
        VintageAccount.Term.MovedIn => "moved in",
        VintageAccount.Term.MovedOut => "moved out",
        _ => JsonName.Of(term),
    };
}
