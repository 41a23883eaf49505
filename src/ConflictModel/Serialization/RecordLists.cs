namespace ConflictModel.Serialization;

/// <summary>Puts records into a data set one by one, and takes them out of one.</summary>
internal sealed class RecordLists
{
    private readonly List<Source> sources = [];
    private readonly List<Actor> actors = [];
    private readonly List<Affiliation> affiliations = [];
    private readonly List<Region> regions = [];
    private readonly List<Incident> incidents = [];
    private readonly List<Tally> tallies = [];
    private readonly List<Person> people = [];
    private readonly List<Claim> claims = [];
    private readonly List<Strength> strengths = [];
    private readonly List<Control> controls = [];
    private readonly List<Statement> statements = [];
    private readonly List<Resolution> resolutions = [];
    private readonly List<PeaceProcess> processes = [];
    private ConflictDataset header = new();

    /// <summary>The records of a data set, in the order of its file.</summary>
    public static IEnumerable<object> In(ConflictDataset dataset)
    {
        var lists = new Collector { Lists = [] };
        Show(dataset, ref lists);
        return lists.Lists.SelectMany(list => list);
    }

    /// <exception cref="ArgumentException">It is neither a header nor a record that stands on a line.</exception>
    public void Add(object record)
    {
        switch (record)
        {
            case ConflictDataset said:
                header = said;
                break;
            case Source source:
                sources.Add(source);
                break;
            case Actor actor:
                actors.Add(actor);
                break;
            case Affiliation affiliation:
                affiliations.Add(affiliation);
                break;
            case Region region:
                regions.Add(region);
                break;
            case Incident incident:
                incidents.Add(incident);
                break;
            case Tally tally:
                tallies.Add(tally);
                break;
            case Person person:
                people.Add(person);
                break;
            case Claim claim:
                claims.Add(claim);
                break;
            case Strength strength:
                strengths.Add(strength);
                break;
            case Control control:
                controls.Add(control);
                break;
            case Statement statement:
                statements.Add(statement);
                break;
            case Resolution resolution:
                resolutions.Add(resolution);
                break;
            case PeaceProcess process:
                processes.Add(process);
                break;
            default:
                throw new ArgumentException($"A {record.GetType().Name} is no record of a data set.", nameof(record));
        }
    }

    public ConflictDataset ToDataset() => header with
    {
        Sources = sources.ToValueList(),
        Actors = actors.ToValueList(),
        Affiliations = affiliations.ToValueList(),
        Regions = regions.ToValueList(),
        Incidents = incidents.ToValueList(),
        Tallies = tallies.ToValueList(),
        People = people.ToValueList(),
        Claims = claims.ToValueList(),
        Strengths = strengths.ToValueList(),
        Controls = controls.ToValueList(),
        Statements = statements.ToValueList(),
        Resolutions = resolutions.ToValueList(),
        Processes = processes.ToValueList(),
    };

    private static void Show<T>(T record, ref Collector lists)
        where T : class, IRecord<T> =>
        T.Show(record, ref lists);

    private readonly struct Collector : IMemberVisitor
    {
        public required List<IEnumerable<object>> Lists { get; init; }

        public void Required<T>(string name, T value)
            where T : notnull
        {
        }

        public void RequiredOrNull<T>(string name, T? value)
            where T : struct
        {
        }

        public void Optional<T>(string name, T? value)
        {
            if (value is IEnumerable<object> records)
            {
                Lists.Add(records);
            }
        }

        public void Optional<T>(string name, T? value)
            where T : struct
        {
        }
    }
}
