using System.Text.Json.Serialization;
using ConflictModel.Hierarchies;

namespace ConflictModel.Catalogs;

/// <summary>The actors that a program knows, and the links between them.</summary>
/// <remarks>Immutable and thread-safe. <see cref="BuiltIn"/> is read when it is first asked for.</remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed class ActorCatalog : Catalog<ActorId, Actor>
{
    private const int Fields = 5;
    private const int LinkFields = 7;
    private const int DocumentFields = 5;

    // More names than any coalition has: a longer list is one text.
    private const int MostMembers = 64;

    private static readonly Lazy<ActorCatalog> BuiltInCatalog = new(ReadBuiltIn);

    private readonly Lazy<ActorHierarchy> hierarchy;
    private readonly IReadOnlyCollection<string> homonyms;
    private readonly KeyValuePair<Affiliation, string>[] affiliations;

    private ActorCatalog(
        string version, ActorCatalog? below, string layer,
        IEnumerable<Actor> actors, IEnumerable<Affiliation> links, IReadOnlyCollection<string>? homonyms = null)
        : base(version, below, layer, actors)
    {
        this.homonyms = homonyms ?? below?.homonyms ?? [];
        affiliations = [.. below?.affiliations ?? [], .. links.Select(link => KeyValuePair.Create(link, layer))];
        Affiliations = affiliations.Select(pair => pair.Key).ToValueList();
        hierarchy = new(() => new ActorHierarchy(Affiliations, new Lazy<RegionHierarchy?>(static () => RegionCatalog.BuiltIn.Hierarchy)));
    }

    /// <summary>The actors of the Syrian war and its neighbours that the library comes with.</summary>
    public static ActorCatalog BuiltIn => BuiltInCatalog.Value;

    /// <summary>A catalog without entries, to lay one's own on.</summary>
    public static ActorCatalog Empty { get; } = new("empty", null, "empty", [], []);

    /// <summary>The links between actors, dated and sourced; those of the lowest layer first.</summary>
    public ValueList<Affiliation> Affiliations { get; }

    /// <summary>Who belonged to whom as of a date; links that are limited to regions look at the built-in ones.</summary>
    /// <exception cref="HierarchyCycleException">The links make a circle.</exception>
    public ActorHierarchy Hierarchy => hierarchy.Value;

    private protected override IReadOnlyCollection<string> Homonyms => homonyms;

    private protected override string Word => "actor";

    /// <summary>The layer that a link came from; null if the catalog has no such link.</summary>
    public string? LayerOf(Affiliation affiliation)
    {
        ArgumentNullException.ThrowIfNull(affiliation);
        return affiliations.LastOrDefault(pair => pair.Key == affiliation).Value;
    }

    /// <summary>This catalog with a layer of one's own on top: an actor takes the place of the one of its id, links are added.</summary>
    /// <param name="layer">The layer's name, which the catalog remembers for each entry.</param>
    /// <param name="actors">The actors.</param>
    /// <param name="affiliations">The links.</param>
    /// <exception cref="ArgumentException">The layer has no name or an id is listed twice in it.</exception>
    public ActorCatalog With(string layer, IEnumerable<Actor> actors, params IEnumerable<Affiliation> affiliations)
    {
        ArgumentNullException.ThrowIfNull(actors);
        ArgumentNullException.ThrowIfNull(affiliations);
        return new($"{Version}+{layer}", this, layer, actors, affiliations);
    }

    /// <summary>The same with actors in the text form of the built-in catalog.</summary>
    /// <exception cref="CatalogFormatException">The text breaks the format.</exception>
    public ActorCatalog With(string layer, TextReader actors)
    {
        ArgumentNullException.ThrowIfNull(actors);
        return With(layer, CatalogText.ReadOnce(actors, Fields, ReadActor).Records);
    }

    /// <summary>
    /// What each actor named in a text is: the text as one name, or names apart by commas as data sets write coalitions. A comma that
    /// belongs to a name
    /// is no division: the longest names that resolve are taken. Never empty.
    /// </summary>
    public ValueList<NameAnswer<Actor>> ResolveMembers(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] pieces = text.Split(", ");
        if (pieces.Length == 1 || pieces.Length > MostMembers || Find(text) is not null)
        {
            return [Resolve(text)];
        }

        var members = new List<NameAnswer<Actor>>();
        for (int from = 0; from < pieces.Length;)
        {
            int to = pieces.Length;
            NameAnswer<Actor>? answer = null;
            for (; to > from + 1 && answer is null; to--)
            {
                answer = Find(string.Join(", ", pieces[from..to]));
                if (answer is not null)
                {
                    break;
                }
            }

            members.Add(answer ?? Resolve(pieces[from]));
            from = to;
        }

        return members.ToValueList();
    }

    private protected override ActorId IdOf(Actor entry) => entry.Id;

    private protected override IEnumerable<ExternalId> ExternalIdsOf(Actor entry) => entry.ExternalIds;

    private protected override IEnumerable<NameEntry<Actor>> NamesOf(Actor entry) => NamesOf(
        entry, entry.Id.Value, 0, null, entry.Name, entry.Aliases,
        [entry.Id.Value, .. entry.ExternalIds.SelectMany(CodesOf)]);

    // What ACLED calls an actor is a name that stands for itself; the others are numbers.
    private static string[] CodesOf(ExternalId external) =>
        external.Scheme == "acled" ? [external.Value, $"acled:{external.Value}"] : [$"{external.Scheme}:{external.Value}"];

    private static ActorCatalog ReadBuiltIn()
    {
        using TextReader actors = CatalogText.Open("actors.txt");
        using TextReader links = CatalogText.Open("affiliations.txt");
        using TextReader documents = CatalogText.Open("documents.txt");
        var cited = CatalogText.Read(documents, DocumentFields, static fields => (Id: fields[0], Citation: ReadDocument(fields))).Records
            .ToDictionary(document => document.Id, document => document.Citation, StringComparer.Ordinal);
        (string version, List<Actor> records) = CatalogText.Read(actors, Fields, ReadActor);
        return new($"syria-{version}", null, "built-in",
            records, CatalogText.Read(links, LinkFields, fields => ReadLink(fields, cited)).Records, CatalogText.Homonyms());
    }

    private static Actor ReadActor(string[] fields) => new()
    {
        Id = ActorId.From(fields[0]),
        Kind = CatalogText.Kind<ActorKind>(fields[1]),
        ExternalIds = CatalogText.ExternalIds(fields[2]),
        Name = CatalogText.Name(fields[3]),
        Aliases = CatalogText.Aliases(fields[4]),
    };

    private static Affiliation ReadLink(string[] fields, Dictionary<string, Citation> documents) => new()
    {
        Actor = ActorId.From(fields[0]),
        Kind = CatalogText.Kind<AffiliationKind>(fields[1]),
        To = ActorId.From(fields[2]),
        Period = fields[3].Length == 0 ? null : (ReportedDate?)UncertainDate.Parse(fields[3]),
        Citation = documents.TryGetValue(fields[4], out Citation? document)
            ? document
            : SourceId.From(CatalogText.Required(fields[4], "source")),
        Regions = [.. CatalogText.Ids<RegionId>(fields[5])],
        Against = [.. CatalogText.Ids<ActorId>(fields[6])],
    };

    private static Citation ReadDocument(string[] fields) => new()
    {
        Source = SourceId.From(fields[1]),
        Published = fields[2].Length == 0 ? null : (ReportedDate?)UncertainDate.Parse(fields[2]),
        Title = fields[3].Length == 0 ? null : fields[3],
        Url = CatalogText.Required(fields[4], "address"),
    };
}
