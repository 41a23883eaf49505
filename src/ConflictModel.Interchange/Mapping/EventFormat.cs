using System.Text.Json.Serialization;
using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>A format of published data: what it is called, how its files are known, and what can be done with them.</summary>
/// <remarks><see cref="EventFormats"/> lists them. Each is one object; equality is by reference.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public abstract class EventFormat
{
    /// <summary>A format.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="title">Its name in a sentence.</param>
    internal EventFormat(string name, string title) => (Name, Title) = (name, title);

    /// <summary>
    /// The name, by which a command line and <see cref="Original.Format"/> know the format, and which is the id of its source:
    /// <c>ucdp-ged</c>.
    /// </summary>
    public string Name { get; }

    /// <summary>The name in a sentence: UCDP GED.</summary>
    public string Title { get; }

    /// <summary>The columns that the format's own files have, in their order; empty if it is no table or its columns vary.</summary>
    public virtual ValueList<string> Columns => default;

    /// <summary>The source of every report that is read from the format; null if no reports are.</summary>
    public virtual Source? Source => null;

    /// <summary>Whether incidents, or the totals of <see cref="HoldsTallies"/>, can be read from it.</summary>
    public virtual bool IsRead => false;

    /// <summary>
    /// Whether its rows are published totals, such as those of a dyad and year, and no incidents: they are read as tallies of a data set,
    /// and a table's rows of them are never added to incidents.
    /// </summary>
    public virtual bool HoldsTallies => false;

    /// <summary>Whether incidents can be written to it.</summary>
    public virtual bool IsWritten => false;

    /// <summary>Whether <see cref="PublishedValidator"/> has rules for it.</summary>
    public virtual bool IsChecked => false;

    /// <summary>The rules whose findings <see cref="PublishedRepairer"/> can mend; empty if there are none.</summary>
    public ValueList<PublishedRule> Repairs =>
        IsChecked ? Rules().Checks.Select(check => check.Rule).Where(rule => rule.Repairs).ToValueList() : [];

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>The column of a row's id; null if rows have none.</summary>
    internal virtual string? IdColumn => null;

    /// <summary>The column of a whole number that is higher in a newer row of the same id; null if there is none.</summary>
    internal virtual string? VersionColumn => null;

    /// <summary>The columns that together tell a row from all others of its vintage; empty if nothing does.</summary>
    internal virtual ValueList<string> KeyColumns => IdColumn is { } column ? [column] : [];

    /// <summary>What a column is about that differs between two vintages.</summary>
    /// <param name="column">Its name in lower case.</param>
    internal virtual ColumnMeaning MeaningOf(string column) => default;

    /// <summary>What a file may be that has an id twice, in a sentence; empty if that says nothing.</summary>
    internal virtual string RepeatHint => "";

    /// <summary>Whether a message may quote the id of a row.</summary>
    internal virtual bool TellsIds => true;

    /// <summary>Whether a header or an object's property names are the format's.</summary>
    internal virtual bool Matches(ColumnSet columns) => false;

    /// <summary>Whether a header has anything of the format: what the caller says to be of the format must.</summary>
    internal virtual bool KnowsAny(ColumnSet columns) => Matches(columns) || Columns.Any(columns.Has);

    /// <summary>Whether the first row of a file is a row of <see cref="Columns"/>, for the file has no header.</summary>
    internal virtual bool MatchesRow(IReadOnlyList<string> cells) => false;

    /// <summary>What the cells of a column are (its name in lower case), where files write numbers and days in several ways.</summary>
    internal virtual CellKind KindOf(string column) => CellKind.Text;

    /// <summary>The rows of a file, those that are of one event joined to one; the file may be of another format.</summary>
    /// <param name="rows">The rows as they stand, which the result closes.</param>
    /// <param name="keepsText">Whether the text of rows will be asked for.</param>
    internal virtual RowSource OneAnEvent(RowSource rows, bool keepsText) => rows;

    /// <summary>What makes incidents of its rows.</summary>
    internal virtual RowReader Reader(RowReading reading) => throw NotRead();

    /// <summary>What makes tallies of its rows.</summary>
    internal virtual TallyReader TallyReader(RowReading reading) => throw new NotSupportedException($"{Title} holds no tallies.");

    /// <summary>What appends its rows to a table that is being built.</summary>
    internal virtual RowTabulator Tabulator(RowReading reading, IncidentTableBuilder builder) => throw NotRead();

    /// <summary>A table's row of an incident that was read from the format, with what its tabulator knows beside the model.</summary>
    internal virtual IncidentRow Completed(
        IncidentRow row, Incident incident, Original original, IncidentTableBuilder builder, Glossary glossary) => row;

    /// <summary>What checks its rows.</summary>
    internal virtual RuleBook Rules() => throw new NotSupportedException($"There are no rules for {Title}.");

    /// <summary>What writes incidents to a stream, which stays open.</summary>
    /// <param name="stream">Takes the file.</param>
    /// <param name="glossary">The names of the incidents' actors and regions.</param>
    /// <param name="shape">What a table is to look like.</param>
    internal virtual IncidentOutput Output(Stream stream, Glossary glossary, TableShape shape) =>
        throw new NotSupportedException($"{Title} is not written.");

    /// <summary>
    /// The shape asked for; where that has no columns, those that the format's source has in the glossary, with their tags, else the
    /// format's own.
    /// </summary>
    private protected TableShape Whole(TableShape shape, Glossary glossary)
    {
        if (!shape.Columns.IsEmpty)
        {
            return shape;
        }

        if (Source is not { } source || glossary.Find(source.Id) is not { Columns.IsEmpty: false } known)
        {
            return shape with { Columns = Columns };
        }

        return shape with { Columns = known.Columns, Tags = shape.Tags.IsEmpty ? Glossary.TagsOf(known) : shape.Tags };
    }

    /// <summary>The columns of a shape.</summary>
    /// <exception cref="ArgumentException">A column stands twice.</exception>
    private protected static ColumnSet ColumnsOf(TableShape shape) => ColumnSet.Of(shape.Columns, out string? twice)
        ?? throw new ArgumentException($"The column '{twice}' occurs twice.", nameof(shape));

    private NotSupportedException NotRead() => new($"Incidents are not read from {Title}.");
}
