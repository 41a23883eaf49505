using ConflictModel.Serialization;

namespace ConflictModel.Revisions;

/// <summary>
/// The records of two data sets, compared member by member as the file format has them, so that no member can be forgotten.
/// </summary>
/// <remarks>
/// Incidents and tallies go by their ids, any other record by its list and its id: <c>claims/mainly-regime</c>. Records without an id go
/// by their places, once those that say the same in both were set against each other: <c>strengths/0</c>.
/// </remarks>
internal sealed class DatasetRevisions(CancellationToken cancellationToken)
{
    private const string Withheld = "withheld";

    private static readonly (string Start, FieldClass Class)[] Classes =
    [
        ("/date", FieldClass.Date), ("/scope/period", FieldClass.Date), ("/asOf", FieldClass.Date), ("/period", FieldClass.Date),
        ("/born", FieldClass.Date),
        ("/place", FieldClass.Place), ("/scope/regions", FieldClass.Place), ("/regions", FieldClass.Place),
        ("/coordinates", FieldClass.Place), ("/within", FieldClass.Place), ("/overlaps", FieldClass.Place),
        ("/involvements", FieldClass.Actor), ("/attributions", FieldClass.Actor), ("/scope/attributedTo", FieldClass.Actor),
        ("/actor", FieldClass.Actor), ("/actors", FieldClass.Actor), ("/memberOf", FieldClass.Actor),
        ("/fighters", FieldClass.Figure),
        ("/reports", FieldClass.Source), ("/report", FieldClass.Source), ("/citation", FieldClass.Source),
        ("/citations", FieldClass.Source), ("/text", FieldClass.Source), ("/points", FieldClass.Source),
        ("/title", FieldClass.Renaming), ("/name", FieldClass.Renaming), ("/aliases", FieldClass.Renaming),
    ];

    /// <summary>How many records the older data set has.</summary>
    public int Old { get; private set; }

    public List<string> Removed { get; } = [];

    public List<string> Added { get; } = [];

    public List<Revision> Revisions { get; } = [];

    /// <summary>Compares all that two data sets hold.</summary>
    /// <exception cref="ArgumentException">Two records of a kind bear one id.</exception>
    public void Compare(ConflictDataset older, ConflictDataset newer)
    {
        Compare(older.Incidents, newer.Incidents, "", incident => incident.Id.Value);
        Compare(older.Tallies, newer.Tallies, "", tally => tally.Id.Value);
        ComparePeople(older, newer);
        Compare(older.Claims, newer.Claims, "claims/", claim => claim.Id.Value);
        Compare(older.Strengths, newer.Strengths, "strengths/");
        Compare(older.Controls, newer.Controls, "controls/");
        Compare(older.Statements, newer.Statements, "statements/", statement => statement.Id.Value);
        Compare(older.Resolutions, newer.Resolutions, "resolutions/", resolution => resolution.Id.Value);
        Compare(older.Processes, newer.Processes, "processes/", process => process.Id.Value);
        Compare(older.Sources, newer.Sources, "sources/", source => source.Id.Value);
        Compare(older.Actors, newer.Actors, "actors/", actor => actor.Id.Value);
        Compare(older.Affiliations, newer.Affiliations, "affiliations/");
        Compare(older.Regions, newer.Regions, "regions/", region => region.Id.Value);

        // The data set itself is a record too.
        Old++;
        Note("dataset",
        [
            .. Itself("title", older.Title ?? "", newer.Title ?? ""),
            .. Itself("extensions", older.Extensions.Json, newer.Extensions.Json),
        ]);
    }

    private static IEnumerable<FieldChange> Itself(string member, string was, string became) =>
        was == became ? [] : [Change(JsonPointer.Root.Member(member), was, became)];

    private void Compare<TRecord>(
        ValueList<TRecord> older, ValueList<TRecord> newer, string list, Func<TRecord, string> idOf)
        where TRecord : class, IRecord<TRecord>
    {
        Dictionary<string, TRecord> before = ById(older, idOf);
        Dictionary<string, TRecord> after = ById(newer, idOf);
        Old += older.Count;
        Removed.AddRange(older.Select(idOf).Where(id => !after.ContainsKey(id)).Select(id => list + id));
        Added.AddRange(newer.Select(idOf).Where(id => !before.ContainsKey(id)).Select(id => list + id));
        foreach (TRecord became in newer)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (before.TryGetValue(idOf(became), out TRecord? was))
            {
                Note(list + idOf(became), Changes(was, became));
            }
        }
    }

    private void Compare<TRecord>(ValueList<TRecord> older, ValueList<TRecord> newer, string list)
        where TRecord : class, IRecord<TRecord>
    {
        Old += older.Count;
        var unmatched = newer.Select((record, place) => (record, place))
            .GroupBy(pair => pair.record, pair => pair.place).ToDictionary(places => places.Key, places => new Queue<int>(places));
        int[] gone =
        [
            .. Enumerable.Range(0, older.Count)
                .Where(place => !unmatched.TryGetValue(older[place], out Queue<int>? same) || !same.TryDequeue(out _)),
        ];
        int[] left = [.. unmatched.Values.SelectMany(places => places).Order()];
        Removed.AddRange(gone.Except(left).Select(place => FormattableString.Invariant($"{list}{place}")));
        Added.AddRange(left.Except(gone).Select(place => FormattableString.Invariant($"{list}{place}")));
        foreach (int place in gone.Intersect(left))
        {
            Note(FormattableString.Invariant($"{list}{place}"), Changes(older[place], newer[place]));
        }
    }

    /// <summary>
    /// Compares the people. Of whoever is withheld in either vintage is told that the record came, went or was revised, and in which
    /// members: neither the id nor what they say.
    /// </summary>
    private void ComparePeople(ConflictDataset older, ConflictDataset newer)
    {
        ToldPeople people = new(older, newer);
        if (people.HasRepeatedIds)
        {
            throw new ArgumentException("Two people of a vintage bear one id; keep the one that counts.");
        }

        string IdOf(PersonId id) => "people/" + (people.IsTold(id) ? id.Value : Withheld);
        Old += older.People.Count;
        var before = older.People.Select((person, place) => (person.Id, place)).ToDictionary();
        var after = newer.People.Select(person => person.Id).ToHashSet();
        Removed.AddRange(older.People.Where(person => !after.Contains(person.Id)).Select(person => IdOf(person.Id)));
        Added.AddRange(newer.People.Where(person => !before.ContainsKey(person.Id)).Select(person => IdOf(person.Id)));
        for (int i = 0; i < newer.People.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Person became = newer.People[i];
            if (before.TryGetValue(became.Id, out int place))
            {
                List<FieldChange> told = people.IsTold(became.Id) ? Changes(people.Older[place], people.Newer[i]) : [];
                Note(IdOf(became.Id), told.Count > 0 ? told : Members(Changes(older.People[place], became)));
            }
        }
    }

    private static List<FieldChange> Members(List<FieldChange> changes) =>
    [
        .. changes.Select(change => "/" + change.Field.Split('/')[1]).Distinct()
            .Select(member => new FieldChange { Field = member, Was = Withheld, Is = Withheld, Class = ClassOf(member) }),
    ];

    private void Note(string id, List<FieldChange> changes)
    {
        if (changes.Count > 0)
        {
            Revisions.Add(new() { Id = id, Changes = changes.ToValueList() });
        }
    }

    private static Dictionary<string, TRecord> ById<TRecord>(ValueList<TRecord> records, Func<TRecord, string> idOf)
        where TRecord : class, IRecord<TRecord>
    {
        Dictionary<string, TRecord> byId = new(records.Count);
        foreach (TRecord record in records)
        {
            if (!byId.TryAdd(idOf(record), record))
            {
                throw new ArgumentException($"Two records bear the id '{idOf(record)}'; keep the one that counts.", nameof(records));
            }
        }

        return byId;
    }

    private static List<FieldChange> Changes<TRecord>(TRecord was, TRecord became)
        where TRecord : class, IRecord<TRecord>
    {
        if (was.Equals(became))
        {
            return [];
        }

        List<FieldChange> changes = [];
        HashSet<string> told = [];
        foreach ((JsonPointer field, string before, string? after) in RecordFields.Lost(was, became))
        {
            told.Add(field.ToString());
            changes.Add(Change(field, before, after ?? ""));
        }

        foreach ((JsonPointer field, string after, _) in RecordFields.Lost(became, was))
        {
            if (told.Add(field.ToString()))
            {
                changes.Add(Change(field, "", after));
            }
        }

        return changes;
    }

    private static FieldChange Change(JsonPointer field, string was, string became) =>
        new() { Field = field.ToString(), Was = was, Is = became, Class = ClassOf(field.ToString()) };

    private static FieldClass ClassOf(string at) => at.Contains("/casualties/", StringComparison.Ordinal)
        ? FieldClass.Figure
        : Classes.FirstOrDefault(one => at == one.Start || at.StartsWith(one.Start + "/", StringComparison.Ordinal)).Class;
}
