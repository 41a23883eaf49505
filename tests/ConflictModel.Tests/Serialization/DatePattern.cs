namespace ConflictModel.Tests.Serialization;

/// <summary>
/// The schema's patterns of dates, put together from what they say. They keep to what every engine has: no lookaround, no references back.
/// </summary>
internal static class DatePattern
{
    private const string Qualifier = "[?~%]?";
    private const string Significant = "S[1-9][0-9]*";
    private const string Dash = $"{Qualifier}-{Qualifier}";
    private const string Wide = $"Y-?([1-9][0-9]{{4,}}|[1-9][0-9]*E[1-9][0-9]{{0,8}})({Significant})?";
    private const string Offset =
        "(Z|[+](0[0-9]|1[0-7])(:[0-5][0-9])?|-(0[1-9]|1[0-7])(:[0-5][0-9])?|-00:(0[1-9]|[1-5][0-9])|[+-]18(:00)?)";

    private const string Member =
        $"{Qualifier}(-?[0-9X]{{4}}({Dash}([01X][0-9X]({Dash}[0-3X][0-9X])?|2[1-9]|3[0-9]|4[01]))?"
        + $"|-?[0-9]{{4}}{Significant}|{Wide}){Qualifier}";

    private static readonly Digits Open = new("X");

    private static readonly Digits Known = new("");

    private static readonly string Term =
        $"{Qualifier}({Open.Year}({Dash}({Open.Month}|{Open.MonthAndDay(Dash)}))?|{Open.LeapYear}{Dash}02{Dash}29"
        + $"|{Known.Year}{Significant}|{Wide}){Qualifier}";

    private static readonly string Whole = $"({Known.Year}-({Known.MonthAndDay("-")})|{Known.LeapYear}-02-29)";

    // NodaTime reads a year zero with a sign.
    private static readonly string Calendar =
        $"-?([0-9]{{4}}-({Known.MonthAndDay("-")})|([0-9]{{2}}{Known.Fours}|{Known.Fours}00|0000)-02-29)";

    /// <summary>One day, month, part of a year or year: exactly what is read.</summary>
    public static string Date { get; } = $"^{Term}$";

    /// <summary>An interval; which end is the earlier no pattern can say.</summary>
    public static string Interval { get; } = $@"^({Term}|\.\.)?/({Term}|\.\.)?$";

    /// <summary>A day with a time; where a leap second may be a pattern does not say.</summary>
    public static string Time { get; } =
        $"^{Whole}T(([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)|24:00:00){Offset}?$";

    /// <summary>One of a set; what may stand on either side of the two dots is more than the pattern says.</summary>
    public static string OneOf { get; } = Set(@"\[", @"\]");

    /// <summary>All of a set.</summary>
    public static string AllOf { get; } = Set(@"\{", @"\}");

    /// <summary>A day of a calendar and no more.</summary>
    public static string Day { get; } = $"^{Calendar}$";

    /// <summary>A time in UTC to the second.</summary>
    public static string Instant { get; } = $"^{Calendar}T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z$";

    private static string Set(string open, string close) =>
        $@"^{open}(\.\.)?{Member}(\.\.{Member})?(,{Member}(\.\.{Member})?)*(\.\.)?{close}$";

    /// <param name="Any">What stands for an unspecified digit: <c>X</c>, or nothing where there is none.</param>
    private sealed record Digits(string Any)
    {
        // There is no year -0000.
        public string Year =>
            $"([0-9{Any}]{{4}}|-([1-9{Any}][0-9{Any}]{{3}}|0[1-9{Any}][0-9{Any}]{{2}}|00[1-9{Any}][0-9{Any}]|000[1-9{Any}]))";

        // Four divides the last two digits, or the first two of a century.
        public string LeapYear => $"(-?[0-9{Any}]{{2}}{Fours}|-?{Fours}00|0000)";

        public string Month => $"0[1-9{Any}]|1[0-2{Any}]|{If("X[0-9X]|")}2[1-9]|3[0-9]|4[01]";

        public string Fours => $"(0[48{Any}]|[2468][048{Any}]|[13579][26{Any}]{If("|X[02468X]")})";

        // By the length of the month; an X in a month is whichever is longest.
        public string MonthAndDay(string dash) =>
            $"(0[13578{Any}]|1[02{Any}]{If("|X[0123578X]")}){dash}(0[1-9{Any}]|[12{Any}][0-9{Any}]|3[01{Any}])"
            + $"|(0[469]|11{If("|X[469]")}){dash}(0[1-9{Any}]|[12{Any}][0-9{Any}]|3[0{Any}])"
            + $"|02{dash}(0[1-9{Any}]|1[0-9{Any}]|2[0-8{Any}]{If("|X[0-9X]")})";

        private string If(string text) => Any.Length > 0 ? text : "";
    }
}
