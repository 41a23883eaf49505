using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>Armed Conflict Location and Event Data: CSV, or an answer of its API.</summary>
internal sealed class AcledFormat() : EventFormat(Format, "ACLED")
{
    /// <summary>The name of the format, and the prefix of ids made of ACLED's.</summary>
    public const string Format = "acled";

    /// <summary>The scheme of the ISO 3166-1 numeric codes of countries (<c>iso</c>).</summary>
    public const string IsoScheme = "iso-3166-1-numeric";

    /// <summary>The joint between names in one cell.</summary>
    public const string Joint = "; ";

    public static Source TheSource { get; } = new()
    {
        Id = SourceId.From(Format),
        Name = "Armed Conflict Location and Event Data",
        Kind = SourceKind.DataSet,
        Url = "https://acleddata.com",
    };

    public override ValueList<string> Columns { get; } =
    [
        "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1",
        "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2",
        "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags",
        "timestamp",
    ];

    public override Source Source => TheSource;

    public override bool IsRead => true;

    public override bool IsWritten => true;

    public override bool IsChecked => true;

    internal override string IdColumn => AcledColumns.IdName;

    internal override string VersionColumn => "timestamp";

    internal override string RepeatHint =>
        "The two rows of an event in ACLED's monadic export, one for each actor, are read as one where they stand one below the other "
        + "and agree in all but the actor: sort such a file by event_id_cnty, or export it dyadic.";

    /// <summary>A date, a type of event and an actor: a table of them needs no ids.</summary>
    internal override bool Matches(ColumnSet columns) => columns.HasAll("event_date", "event_type", "actor1");

    internal override CellKind KindOf(string column) => AcledColumns.KindOf(column);

    internal override RowSource OneAnEvent(RowSource rows, bool keepsText) =>
        rows.IsJson || Matches(rows.Columns) ? new ActorRowSource(rows, keepsText) : rows;

    internal override ColumnMeaning MeaningOf(string column) => AcledMeanings.Of(column);

    internal override RowReader Reader(RowReading reading) => new AcledReader(reading);

    internal override RowTabulator Tabulator(RowReading reading, IncidentTableBuilder builder) => new AcledTabulator(reading, builder);

    internal override RuleBook Rules() => new AcledRules();

    internal override IncidentOutput Output(Stream stream, Glossary glossary, TableShape shape)
    {
        TableShape whole = Whole(shape, glossary);
        return new CsvOutput(stream, new AcledWriter(ColumnsOf(whole), glossary), whole);
    }
}
