using ConflictModel.Serialization;

namespace ConflictModel.Revisions;

/// <summary>
/// The records of two data sets, compared member by member as the file format has them, so that no member can be forgotten.
/// </summary>
internal sealed class DatasetRevisions(CancellationToken cancellationToken)
{
    private static readonly (string Start, FieldClass Class)[] Classes =
    [
        ("/date", FieldClass.Date), ("/scope/period", FieldClass.Date), ("/asOf", FieldClass.Date), ("/place", FieldClass.Place),
        ("/scope/regions", FieldClass.Place), ("/involvements", FieldClass.Actor), ("/attributions", FieldClass.Actor),
        ("/scope/attributedTo", FieldClass.Actor), ("/reports", FieldClass.Source), ("/report", FieldClass.Source),
        ("/title", FieldClass.Renaming), ("/name", FieldClass.Renaming), ("/aliases", FieldClass.Renaming),
    ];

    public List<string> Removed { get; } = [];

    public List<string> Added { get; } = [];

    public List<Revision> Revisions { get; } = [];

    /// <summary>Compares the records of a kind.</summary>
    /// <exception cref="ArgumentException">Two records of the kind bear one id.</exception>
    public void Compare<TRecord>(ValueList<TRecord> older, ValueList<TRecord> newer, Func<TRecord, string> idOf)
        where TRecord : class, IRecord<TRecord>
    {
        Dictionary<string, TRecord> before = ById(older, idOf);
        Dictionary<string, TRecord> after = ById(newer, idOf);
        Removed.AddRange(older.Select(idOf).Where(id => !after.ContainsKey(id)));
        Added.AddRange(newer.Select(idOf).Where(id => !before.ContainsKey(id)));
        foreach (TRecord became in newer)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (before.TryGetValue(idOf(became), out TRecord? was) && Changes(was, became) is { IsEmpty: false } changes)
            {
                Revisions.Add(new() { Id = idOf(became), Changes = changes });
            }
        }
    }

    /// <summary>Notes the records of a kind that are called otherwise.</summary>
    /// <exception cref="ArgumentException">Two records of the kind bear one id.</exception>
    public void CompareNames<TRecord>(ValueList<TRecord> older, ValueList<TRecord> newer, Func<TRecord, string> idOf)
        where TRecord : class, IRecord<TRecord>
    {
        Dictionary<string, TRecord> before = ById(older, idOf);
        foreach (TRecord became in newer)
        {
            if (before.TryGetValue(idOf(became), out TRecord? was)
                && Changes(was, became).Where(change => change.Class == FieldClass.Renaming).ToValueList() is { IsEmpty: false } names)
            {
                Revisions.Add(new() { Id = idOf(became), Changes = names });
            }
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

    private static ValueList<FieldChange> Changes<TRecord>(TRecord was, TRecord became)
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

        return changes.ToValueList();
    }

    private static FieldChange Change(JsonPointer field, string was, string became)
    {
        string at = field.ToString();
        return new()
        {
            Field = at,
            Was = was,
            Is = became,
            Class = at.Contains("/casualties/", StringComparison.Ordinal)
                ? FieldClass.Figure
                : Classes.FirstOrDefault(one => at == one.Start || at.StartsWith(one.Start + "/", StringComparison.Ordinal)).Class,
        };
    }
}
