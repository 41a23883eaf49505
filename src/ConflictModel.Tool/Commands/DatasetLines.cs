using ConflictModel.Aggregation;
using ConflictModel.Interchange;

namespace ConflictModel.Tool.Commands;

/// <summary>Makes a table of a data set while its lines are read: nothing but what stands before the incidents is kept.</summary>
internal sealed class DatasetLines
{
    private readonly List<Source> sources = [];
    private readonly List<Actor> actors = [];
    private readonly List<Region> regions = [];
    private readonly Dictionary<Type, int> counts = [];
    private Func<Incident, IncidentRow, IncidentRow>? complete;

    /// <summary>How many records of a type there are.</summary>
    public int CountOf(Type type) => counts.GetValueOrDefault(type);

    public void AppendTo(IncidentTableBuilder builder, IEnumerable<object> records)
    {
        // A row is completed by what the sources' columns say, which stand before it.
        builder.AppendRecords(Noted(records), complete: (incident, row) =>
            (complete ??= EventFormats.Completing(builder, Known()))(incident, row));
    }

    private Glossary Known() => Glossary.Of(new()
    {
        Sources = sources.ToValueList(),
        Actors = actors.ToValueList(),
        Regions = regions.ToValueList(),
    });

    // The records may be gone through more than once.
    private IEnumerable<object> Noted(IEnumerable<object> records)
    {
        sources.Clear();
        actors.Clear();
        regions.Clear();
        counts.Clear();
        foreach (object record in records)
        {
            counts[record.GetType()] = CountOf(record.GetType()) + 1;
            switch (record)
            {
                case Source source:
                    sources.Add(source);
                    break;
                case Actor actor:
                    actors.Add(actor);
                    break;
                case Region region:
                    regions.Add(region);
                    break;
            }

            yield return record;
        }
    }
}
