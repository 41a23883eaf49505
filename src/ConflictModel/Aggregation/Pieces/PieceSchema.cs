using System.Globalization;

namespace ConflictModel.Aggregation;

/// <summary>
/// The one list of what plain tables of incidents are called and what columns they have: the schemas of files, the definitions of
/// databases and all descriptions are made of it.
/// </summary>
public static class PieceSchema
{
    /// <summary>The columns of the pieces that are none of a measure, in order.</summary>
    private static readonly PlainColumn[] Stated =
    [
        Text("event", "The id of the event; its number in the table where the source has none. All pieces of an event bear it.", false),
        Number("piece", "Which piece of its event it is, from 1, in order of time.", "pieces", false),
        Number("pieces", "How many pieces the event was cut into.", "pieces", false),
        Flag("first", "True on the piece that counts the event: as many events as there are rows where it is true.", false),
        Text("date", "The date of the whole event as it was reported, in the Extended Date/Time Format."),
        Day("earliest", "The first day of the piece: the day of the event, or the first on which it may have been or went on."),
        Day("latest", "The last day of the piece."),
        Day("month", "The first day of the month of the piece; null where it has no day, or lies in several months as too long to cut."),
        Text("side_a", "The first side: the perpetrator where there is one. An actor, or a coalition by an id of its own."),
        Text("side_b", "The second side: the side that was attacked."),
        Text("others", "Who took part beside the two sides."),
        Text("region", "The part of the world in which it was."),
        Text("country", "The country in which it was."),
        Text("adm1", "The governorate or province in which it was."),
        Text("adm2", "The district in which it was."),
        Text("adm3", "The sub-district in which it was."),
        Text("town", "The town in which it was."),
        Text("place", "The most precise region that it is known to lie in, whatever its level."),
        Text("kind", "What kind of incident it was, in the words of this library."),
        Text("type", "What type of event it was, in the source's own word."),
        Text("source", "Who says so."),
        Text("dyad", "The pair of opponents."),
        Text("conflict", "The conflict that it is part of."),
        Number("place_precision", "How precisely the place is known: 1 (exactly) to 7, on the source's own scale.", null),
        Number("date_precision", "How precisely the date is known: 1 (to the day) to 7, on the source's own scale.", null),
        Flag("active_year", "Whether the dyad was active in the year by the source's threshold."),
    ];

    /// <summary>How many columns of the pieces stand before those of the measures.</summary>
    internal static int StatedColumns => Stated.Length;

    private static readonly string[] Lanes = ["low", "best", "high"];

    private static readonly Dictionary<string, (Measure Measure, int Lane)> LaneOf = Enumerable.Range(0, Measure.Kinds)
        .SelectMany(i => Enumerable.Range(0, Lanes.Length).Select(lane => (Measure: Measure.At(i), Lane: lane)))
        .ToDictionary(column => NameOf(column.Measure, column.Lane));

    /// <summary>Who belonged to whom.</summary>
    public static PlainSchema Belongs { get; } = new()
    {
        Name = "belongs",
        Description = "For each actor and coalition, by stretches of time that never cross, each actor that it is or belonged to, itself "
            + "included.",
        Columns =
        [
            Text("actor", "The actor or coalition.", false),
            Text("ancestor", "Whom it belonged to.", false),
            Day("from", "The first day; null for always before."),
            Day("to", "The last day; null for ever after."),
            Flag("certain", "False where it may have belonged.", false),
            Flag("limited", "True where it depends on the place or the opponents whether it belonged.", false),
        ],
    };

    /// <summary>Who stood together.</summary>
    public static PlainSchema Members { get; } = new()
    {
        Name = "members",
        Description = "The members of each coalition; each other actor with itself.",
        Columns = [Text("actor", "The actor or coalition.", false), Text("member", "A member, or the actor itself.", false)],
    };

    /// <summary>What lies in what.</summary>
    public static PlainSchema Within { get; } = new()
    {
        Name = "within",
        Description = "For each region the regions that it lies or may lie in, itself included.",
        Columns =
        [
            Text("place", "The region.", false),
            Text("region", "What it lies in.", false),
            Flag("certain", "False where it may lie there.", false),
        ],
    };

    /// <summary>What ids are called.</summary>
    public static PlainSchema Names { get; } = new()
    {
        Name = "names",
        Description = "Every id that the table knows, as the source writes it, with its names.",
        Columns =
        [
            Text("kind", "What the id names: actor, region, source, dyad, conflict or type.", false),
            Text("id", "The id.", false),
            Text("own", "What the source itself writes for it.", false),
            Text("name", "A name; null where it has none."),
            Text("language", "The language of the name; null for the name that the source gives."),
        ],
    };

    /// <summary>Pieces of incidents with figures of these measures.</summary>
    /// <exception cref="ArgumentException">A measure is a best one alone, or two are equal.</exception>
    public static PlainSchema Pieces(params IEnumerable<Measure> measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        Measure[] all = [.. measures];
        if (all.Distinct().Count() != all.Length || Array.Exists(all, measure => measure.IsBest))
        {
            throw new ArgumentException("Pieces have different measures, with low, best and high each.", nameof(measures));
        }

        return new()
        {
            Name = "pieces",
            Description = "A row for each piece of an event that was cut at the edges of months, its people divided among the pieces "
                + "without a rest; most events are one piece. Sums over pieces are plain sums.",
            Columns =
            [
                .. Stated,
                .. all.SelectMany(measure => Lanes.Select((lane, i) => Number(NameOf(measure, i), Say(measure, lane), "people"))),
            ],
        };
    }

    /// <summary>The column of a measure's low, best or high figures: <c>killed_civilians_low</c>.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="lane">0 for low, 1 for best, 2 for high.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such lane.</exception>
    public static string NameOf(Measure measure, int lane)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lane);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lane, Lanes.Length);
        return $"{string.Concat(Measure.Of(measure.Harm).Among(measure.Group).Name.Select(Snake))}_{Lanes[lane]}";
    }

    /// <summary>The measure and the lane (0 low, 1 best, 2 high) of a column; false for a column that is none of a measure.</summary>
    public static bool TryFind(string column, out Measure measure, out int lane)
    {
        bool isFound = LaneOf.TryGetValue(column, out (Measure Measure, int Lane) found);
        (measure, lane) = found;
        return isFound;
    }

    private static string Snake(char letter) => letter == '.'
        ? "_"
        : (char.IsAsciiLetterUpper(letter) ? "_" : "") + char.ToLowerInvariant(letter).ToString(CultureInfo.InvariantCulture);

    private static string Say(Measure measure, string lane) =>
        $"The {lane} figure of {measure.Name}, as reported or this piece's share of it; null is unknown and never zero.";

    private static PlainColumn Text(string name, string description, bool isNullable = true) =>
        new() { Name = name, Type = PlainType.Text, IsNullable = isNullable, Description = description };

    private static PlainColumn Number(string name, string description, string? unit, bool isNullable = true) =>
        new() { Name = name, Type = PlainType.Integer, IsNullable = isNullable, Description = description, Unit = unit };

    private static PlainColumn Day(string name, string description) =>
        new() { Name = name, Type = PlainType.Day, IsNullable = true, Description = description };

    private static PlainColumn Flag(string name, string description, bool isNullable = true) =>
        new() { Name = name, Type = PlainType.Flag, IsNullable = isNullable, Description = description };
}
