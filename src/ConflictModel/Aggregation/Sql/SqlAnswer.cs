using System.Data.Common;
using System.Globalization;
using System.Numerics;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>Collects the rows of a statement and makes an aggregate of them.</summary>
/// <param name="query">The query.</param>
/// <param name="keys">The keys that the rows have, in order: those of the query but for keys of time that are made of another.</param>
internal sealed class SqlAnswer(IncidentQuery query, GroupKey[] keys)
{
    private const int FirstKey = 2;

    private readonly Dictionary<string, List<AggregateParts.Row>> rows = [];
    private readonly List<AggregateParts.Going> events = [];
    private readonly HashSet<(string Kind, string Id)> known = [];
    private long[]? filters;
    private long limited;
    private long broken;

    /// <summary>Takes the row at which a reader stands.</summary>
    public void Add(DbDataReader reader)
    {
        string part = reader.GetString(0);
        switch (part)
        {
            case SqlPart.Filters:
                filters = [.. Enumerable.Range(0, reader.FieldCount - FirstKey - keys.Length).Select(i => Number(reader, i))];
                break;
            case SqlPart.Limited: limited += Number(reader, 0); break;
            case SqlPart.Broken: broken += Number(reader, 0); break;
            case SqlPart.Event: events.Add(new(reader.GetString(1), KeysOf(reader), Number(reader, 0) > 0, SumsOf(reader))); break;
            case SqlPart.Group or SqlPart.Once or SqlPart.Continuing or SqlPart.Outside or SqlPart.Total:
                Rows(part).Add(new(KeysOf(reader), Number(reader, 0), SumsOf(reader)));
                break;
            case var kind when kind.StartsWith(SqlPart.Known, StringComparison.Ordinal):
                known.Add((kind[SqlPart.Known.Length..], reader.GetString(1)));
                break;
            default: throw new FormatException($"The rows are none of this statement: one is a '{part}'.");
        }
    }

    public Aggregate ToAggregate()
    {
        Check();
        string[] names =
            [.. query.Period is null ? (ReadOnlySpan<string>)[] : [IncidentQuery.PeriodName], .. query.Conditions.Select(one => one.Name)];
        return Aggregate.Of(new AggregateParts
        {
            Keys = query.GroupedBy,
            Measures = [.. query.Measures],
            KeepsUnknown = query.KeepsUnknown,
            Top = query.Highest,
            Groups = Rows(SqlPart.Group),
            Once = query.GroupedBy.Any(key => key.Overlaps) ? Rows(SqlPart.Once) : null,
            Continuing = Rows(SqlPart.Continuing),
            Outside = OneOf(SqlPart.Outside),
            Total = OneOf(SqlPart.Total),
            Events = events,
            Filters = [.. names.Select((name, i) => new FilterCount(name, filters?[i] ?? 0))],
            Perhaps = filters?[names.Length] ?? 0,
        });
    }

    private void Check()
    {
        foreach ((string kind, string id) in query.Conditions.SelectMany(AskedIds.Of))
        {
            if (!known.Contains((kind, id)))
            {
                throw new ArgumentException($"The tables have no {kind} '{id}'.");
            }
        }

        if (limited > 0)
        {
            throw new NotSupportedException(
                FormattableString.Invariant($"Of {limited} pieces it depends on their place or their opponents whether a side belonged to ")
                    + "those asked for, which SQL can't tell: ask a table in memory.");
        }

        if (broken > 0)
        {
            throw new PieceFormatException(
                FormattableString.Invariant($"{broken} events that were cut have not all of their pieces here, or share an id"),
                PieceSchema.Pieces().Name);
        }
    }

    private List<AggregateParts.Row> Rows(string part)
    {
        if (!rows.TryGetValue(part, out List<AggregateParts.Row>? of))
        {
            rows.Add(part, of = []);
        }

        return of;
    }

    private Sums[] OneOf(string part) => Rows(part) is [{ } only] ? only.Sums : new Sums[query.Measures.Length];

    /// <summary>The texts of the query's keys.</summary>
    private string?[] KeysOf(DbDataReader reader)
    {
        string?[] texts = new string?[query.GroupedBy.Length];
        LocalDate? day = null;
        for (int i = 0; i < keys.Length; i++)
        {
            string? text = reader.IsDBNull(FirstKey + i) ? null : reader.GetString(FirstKey + i);
            if (keys[i].IsTime)
            {
                day = text is null ? null : DayOf(keys[i], int.Parse(text, CultureInfo.InvariantCulture));
            }
            else
            {
                texts[query.GroupedBy.IndexOf(keys[i])] = text;
            }
        }

        for (int i = 0; i < texts.Length; i++)
        {
            if (query.GroupedBy[i].Scheme is { } scheme)
            {
                texts[i] = day is { } known ? scheme.BucketOf(known).Label : null;
            }
        }

        return texts;
    }

    private static LocalDate DayOf(GroupKey key, int number) => key == GroupKey.Year
        ? new(number, 1, 1)
        : Days.ToDate(number) ?? throw new OverflowException($"The {number}th day after 1970-01-01 is in no calendar.");

    private Sums[] SumsOf(DbDataReader reader)
    {
        long incidents = Number(reader, 0);
        var sums = new Sums[query.Measures.Length];
        for (int i = 0; i < sums.Length; i++)
        {
            int at = 1 + i * SqlFigures.Each;
            long At(int lane) => Number(reader, at + lane);
            sums[i] = new(reader.GetString(0) == SqlPart.Event ? 0 : incidents, At(0), At(1), At(2), At(3), At(4), At(5), At(6));
        }

        return sums;
    }

    /// <summary>A number of whatever type the driver gives.</summary>
    private long Number(DbDataReader reader, int number)
    {
        object value = reader.GetValue(FirstKey + keys.Length + number);
        return value switch
        {
            long whole => whole,
            BigInteger large => (long)large,
            _ => (long)BigInteger.Parse(
                Convert.ToString(value, CultureInfo.InvariantCulture)!, NumberStyles.Integer, CultureInfo.InvariantCulture),
        };
    }
}
