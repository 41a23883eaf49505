using System.Buffers.Text;
using System.Runtime.InteropServices;
using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>The rows of a UCDP GED file as columns: for loading many at once where no incidents are needed.</summary>
/// <remarks>
/// Numbers that a row doesn't give are <see cref="Missing"/>, coordinates not a number. Names are numbered in the order in which they come.
/// Rows keep the file's order.
/// </remarks>
public sealed class GedTable
{
    /// <summary>What stands for a number that a row doesn't give.</summary>
    public const int Missing = int.MinValue;

    private static readonly string[] NumberColumns =
    [
        "id", "type_of_violence", "active_year", "conflict_new_id", "dyad_new_id", "side_a_new_id", "side_b_new_id", "where_prec", "event_clarity", "date_prec",
        "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low", "best", "high",
        "country_id",
    ];

    private static readonly (GedNumber Column, int First, int Last)[] CodeRanges =
    [
        (GedNumber.TypeOfViolence, 1, 3), (GedNumber.ActiveYear, 0, 1), (GedNumber.WherePrecision, 1, 7), (GedNumber.Clarity, 1, 2),
        (GedNumber.DatePrecision, 1, 5),
    ];

    private static readonly string[] TextColumns = ["side_a", "side_b", "country", "region", "adm_1", "adm_2", "where_coordinates"];

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly List<int>[] numbers = [.. NumberColumns.Select(_ => new List<int>())];
    private readonly NameCodes[] texts = [.. TextColumns.Select(_ => new NameCodes())];
    private readonly List<double> latitudes = [];
    private readonly List<double> longitudes = [];
    private readonly int[] values = new int[NumberColumns.Length];
    private (long Text, int Days) lastDay;

    private GedTable()
    {
    }

    /// <summary>The number of rows.</summary>
    public int Count => latitudes.Count;

    /// <summary>The rows that were read and set aside.</summary>
    public ReadCounts Counts { get; private set; }

    /// <summary>The latitudes in degrees.</summary>
    public ReadOnlySpan<double> Latitudes => CollectionsMarshal.AsSpan(latitudes);

    /// <summary>The longitudes in degrees.</summary>
    public ReadOnlySpan<double> Longitudes => CollectionsMarshal.AsSpan(longitudes);

    /// <summary>Reads the CSV file of a stream, which is closed.</summary>
    /// <exception cref="MalformedInputException">The file is no GED file in CSV, or a row can't be read and the options say to stop.</exception>
    public static GedTable Read(Stream stream, ReadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        (RewindStream text, _) = InputStreams.Open(stream);
        using CsvRowSource rows = CsvRowSource.Open(text, options.MaxRowBytes, static cells => GedFormat.IsHeaderless(cells) ? GedFormat.Columns : null);
        if (!GedFormat.Matches(rows.Columns))
        {
            throw new MalformedInputException(new() { Code = MalformationCode.Header, Reason = "The columns are not those of UCDP GED.", Line = 1, Column = 1 });
        }

        var table = new GedTable();
        int[] numberAt = [.. NumberColumns.Select(rows.Columns.IndexOf)];
        int[] textAt = [.. TextColumns.Select(rows.Columns.IndexOf)];
        int latitude = rows.Columns.IndexOf("latitude");
        int longitude = rows.Columns.IndexOf("longitude");
        long setAside = 0;
        while (rows.Read())
        {
            if (rows.Row.Fault is null && table.Add(rows, numberAt, textAt, latitude, longitude))
            {
                continue;
            }

            if (options.Malformed == MalformedRows.Stop)
            {
                throw new MalformedInputException(rows.Row.Fault!);
            }

            setAside++;
            options.OnRejected?.Invoke(rows.Row.Reject());
        }

        table.Counts = new(table.Count, setAside);
        return table;
    }

    /// <summary>A column of numbers.</summary>
    public ReadOnlySpan<int> Numbers(GedNumber column) => CollectionsMarshal.AsSpan(numbers[(int)column]);

    /// <summary>The number of each row's name in <see cref="Names"/>.</summary>
    public ReadOnlySpan<int> Codes(GedText column) => CollectionsMarshal.AsSpan(texts[(int)column].Codes);

    /// <summary>The different names of a column.</summary>
    public ValueList<string> Names(GedText column) => texts[(int)column].Names.ToValueList();

    /// <summary>An incident table of the rows, in order of date. No incidents are made on the way.</summary>
    /// <param name="undated">How many rows lack their first or last day; those are not in the table.</param>
    /// <param name="splitAt">At whose edges an event of several days is split.</param>
    /// <remarks>See <see cref="AppendTo"/>.</remarks>
    public IncidentTable ToIncidentTable(out int undated, CalendarUnit splitAt = CalendarUnit.None)
    {
        IncidentTableBuilder builder = new(splitAt);
        undated = AppendTo(builder);
        return builder.ToTable();
    }

    /// <summary>Appends the rows to an incident table that is being built.</summary>
    /// <remarks>
    /// Actors are <c>ucdp-actor:</c> and UCDP's id, or <c>ucdp-name:</c> and the name where there is no id; regions the local ones of
    /// <see cref="IncidentReader"/> where nobody knows their names; dyads UCDP's ids. Of the victim groups UCDP prints one figure, which is the best; their low and
    /// high are unknown.
    /// </remarks>
    /// <returns>How many rows lack their first or last day; those are not appended.</returns>
    /// <exception cref="ArgumentException">A region was defined otherwise in the builder before.</exception>
    public int AppendTo(IncidentTableBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return new GedTabulator(this, builder).Append();
    }

    private static bool TryDegrees(ReadOnlySpan<byte> text, double limit, out double degrees)
    {
        degrees = double.NaN;
        return text.IsEmpty || (Utf8Parser.TryParse(text, out degrees, out int used) && used == text.Length && Math.Abs(degrees) <= limit);
    }

    private bool Add(CsvRowSource rows, int[] numberAt, int[] textAt, int latitude, int longitude)
    {
        for (int i = 0; i < numberAt.Length; i++)
        {
            bool day = i is (int)GedNumber.Start or (int)GedNumber.End;
            ReadOnlySpan<byte> text = rows.Span(numberAt[i]);
            if (!(day ? TryDay(text, out values[i]) : TryNumber(text, out values[i])))
            {
                rows.Row.Fail(day ? MalformationCode.Date : MalformationCode.Number, day ? "This is no date such as 2016-01-31." : "This is no number that a column holds.", numberAt[i]);
                return false;
            }
        }

        foreach ((GedNumber column, int first, int last) in CodeRanges)
        {
            int code = values[(int)column];
            if (code != Missing && (code < first || code > last))
            {
                rows.Row.Fail(MalformationCode.UnknownCode, FormattableString.Invariant($"{code} is no code: {first} to {last} are."), numberAt[(int)column]);
                return false;
            }
        }

        if (!TryDegrees(rows.Span(latitude), 90, out double north) | !TryDegrees(rows.Span(longitude), 180, out double east))
        {
            rows.Row.Fail(MalformationCode.Number, "This is no point in degrees.", latitude);
            return false;
        }

        for (int i = 0; i < values.Length; i++)
        {
            numbers[i].Add(values[i]);
        }

        for (int i = 0; i < textAt.Length; i++)
        {
            texts[i].Add(rows.Span(textAt[i]));
        }

        latitudes.Add(north);
        longitudes.Add(east);
        return true;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, out int number)
    {
        number = Missing;
        return text.IsEmpty || (Utf8Parser.TryParse(text, out number, out int used) && used == text.Length && number >= 0);
    }

    /// <summary>Days mostly come in runs: the last one is remembered.</summary>
    private bool TryDay(ReadOnlySpan<byte> text, out int days)
    {
        days = Missing;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text.Length < 10 || !Utf8Parser.TryParse(text[..4], out int year, out int used) || used != 4 || text[4] != '-' || text[7] != '-'
            || !Utf8Parser.TryParse(text[5..7], out int month, out used) || used != 2 || !Utf8Parser.TryParse(text[8..10], out int day, out used) || used != 2
            || (text.Length > 10 && text[10] is not ((byte)' ' or (byte)'T')))
        {
            return false;
        }

        long key = (year * 10_000L) + (month * 100) + day;
        if (key != lastDay.Text)
        {
            if (year < 1 || month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
            {
                return false;
            }

            lastDay = (key, Period.DaysBetween(Epoch, new(year, month, day)));
        }

        days = lastDay.Days;
        return true;
    }
}
