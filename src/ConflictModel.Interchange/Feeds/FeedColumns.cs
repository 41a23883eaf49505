namespace ConflictModel.Interchange;

/// <summary>
/// The columns of several files lined up by name: those of the base in their order, then the others in the order of names.
/// </summary>
internal sealed class FeedColumns
{
    /// <summary>
    /// ACLED's files have some 35; a file in JSON can name another in every row, and every row of the merged file has them all.
    /// </summary>
    private const int Most = 1024;

    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> names = [];
    private readonly int ofBase;

    /// <summary>The columns of the base.</summary>
    public FeedColumns(ColumnSet columns, string file)
    {
        PlacesOf(columns, file);
        ofBase = columns.Count;
    }

    /// <summary>How many there are.</summary>
    public int Count => names.Count;

    /// <summary>How many of them are the base's, which come first.</summary>
    public int OfBase => ofBase;

    /// <summary>The columns in the order in which they are written.</summary>
    public int[] Order() =>
    [
        .. Enumerable.Range(0, ofBase),
        .. Enumerable.Range(ofBase, Count - ofBase).OrderBy(place => names[place].ToLowerInvariant(), StringComparer.Ordinal),
    ];

    /// <summary>The name of a column.</summary>
    public string NameOf(int place) => names[place];

    /// <summary>Where the columns of a file stand among all.</summary>
    /// <exception cref="MalformedInputException">There are too many.</exception>
    public int[] PlacesOf(ColumnSet columns, string file) => [.. columns.Names.Select(name => PlaceOf(name, file))];

    private int PlaceOf(string name, string file)
    {
        string key = name.Trim();
        if (!places.TryGetValue(key, out int place))
        {
            place = names.Count;
            if (place == Most)
            {
                throw new MalformedInputException(new()
                {
                    Code = MalformationCode.Header,
                    Reason = FormattableString.Invariant($"With this file there are more than {Most} columns."),
                    Line = 1,
                    Column = 1,
                    File = file,
                });
            }

            places.Add(key, place);
            names.Add(ofBase == 0 ? name : key);
        }
        else if (place >= ofBase && ofBase > 0 && string.CompareOrdinal(key, names[place]) < 0)
        {
            // Files that spell a name in two ways give one header in either order.
            names[place] = key;
        }

        return place;
    }
}
