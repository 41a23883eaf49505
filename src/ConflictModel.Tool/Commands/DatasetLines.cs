using ConflictModel.Aggregation;
using ConflictModel.Interchange;
using ConflictModel.Serialization;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>Makes a table of a data set while its lines are read: nothing but what stands before the incidents is kept.</summary>
/// <param name="stream">The lines.</param>
/// <param name="path">Where they come from, for the message.</param>
internal sealed class DatasetLines(Stream stream, string path)
{
    private readonly List<Source> sources = [];
    private readonly List<Actor> actors = [];
    private readonly List<Region> regions = [];
    private readonly Dictionary<Type, int> counts = [];
    private Func<Incident, IncidentRow, IncidentRow>? complete;
    private bool isReading;
    private bool isRead;

    /// <summary>How many records of a type there are.</summary>
    public int CountOf(Type type) => counts.GetValueOrDefault(type);

    /// <summary>Appends the incidents of the lines.</summary>
    /// <exception cref="InputException">A line is none, the records make no table, or they have to be read again and can't be.</exception>
    public void AppendTo(IncidentTableBuilder builder)
    {
        try
        {
            // A row is completed by what the sources' columns say, which stand before it.
            builder.AppendRecords(Noted(DatasetNdjson.Read(stream, Environment.ProcessorCount)), complete: (incident, row) =>
                (complete ??= EventFormats.Completing(builder, Known()))(incident, row));
        }
        catch (DatasetFormatException error)
        {
            throw Refused(error.Message, error);
        }
        catch (ArgumentException error) when (!isReading)
        {
            // Records that make no table are told so; nothing that is read has such an error.
            throw Refused(error.Message.Split(" (Parameter")[0], error);
        }
    }

    private InputException Refused(string why, Exception? error = null) => new($"{DatasetInput.NameOf(path)}: {why}", error);

    private Glossary Known() => Glossary.Of(new()
    {
        Sources = sources.ToValueList(),
        Actors = actors.ToValueList(),
        Regions = regions.ToValueList(),
    });

    // The records may be gone through more than once.
    private IEnumerable<object> Noted(IEnumerable<object> records)
    {
        if (isRead && !stream.CanSeek)
        {
            throw Refused(
                "an incident is named as one event with another that stands behind it, so that the lines have to be read again, "
                + "and what is packed or comes through a pipe is read once: name a file of the lines themselves.");
        }

        sources.Clear();
        actors.Clear();
        regions.Clear();
        counts.Clear();
        using IEnumerator<object> lines = records.GetEnumerator();
        while (Next(lines))
        {
            object record = lines.Current;
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

        isRead = true;
    }

    private bool Next(IEnumerator<object> lines)
    {
        isReading = true;
        bool isThere = lines.MoveNext();
        isReading = false;
        return isThere;
    }
}
