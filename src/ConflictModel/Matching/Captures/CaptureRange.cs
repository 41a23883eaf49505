using System.Text.Json.Serialization;
using ConflictModel.Reconciliation;

namespace ConflictModel.Matching;

/// <summary>Who is on which lists where it is not decided of all whether they are one: each cell as a range, and the two extreme
/// tables.</summary>
/// <remarks>
/// <para>
/// <see cref="Apart"/> and <see cref="Together"/> are tables that can be true, each for all undecided pairs at once: none of them is one
/// person, or every one is. What is between is not told by these two: an estimate from another decision can be below both or above both.
/// <see cref="Cells"/> has each cell's own range; its ends do not all go together.
/// </para>
/// <para>Equality is by content.</para>
/// </remarks>
[JsonConverter(typeof(NoJsonConverter))]
public sealed record CaptureRange
{
    private CaptureRange(CaptureTable apart, CaptureTable together, ListOverlap cells) =>
        (Apart, Together, Cells) = (apart, together, cells);

    /// <summary>The table if no undecided pair is one person.</summary>
    public CaptureTable Apart { get; }

    /// <summary>The table if every undecided pair is one person.</summary>
    public CaptureTable Together { get; }

    /// <summary>What each cell can be.</summary>
    public ListOverlap Cells { get; }

    /// <summary>Whether everything is decided that the table depends on.</summary>
    public bool IsDecided => Apart == Together && Cells.Patterns.All(pattern => pattern.People.IsSingle);

    /// <summary>Who, of the people of a data set whom one harm befell, is on the list of which source.</summary>
    /// <param name="dataset">The data set. The lists are those of all sources that records of these people cite, in its order.</param>
    /// <param name="harm">The harm; records of others are passed over. Of the killed or wounded are all who were either.</param>
    /// <exception cref="ArgumentException">There are fewer than <see cref="CaptureTable.MinLists"/> such sources or more than
    /// <see cref="CaptureTable.MaxLists"/>, or <paramref name="harm"/> is none of the harms.</exception>
    public static CaptureRange Of(ConflictDataset dataset, Harm harm)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        _ = JsonName.Of(harm);
        Person[] some = [.. dataset.People.Where(person => person.Harm.IsCountedAs(harm))];
        SourceId[] cited = [.. some.SelectMany(person => person.Citations).Select(citation => citation.Source).Distinct().Order()];
        SourceId[] listed = [.. dataset.Sources.Select(source => source.Id).Where(cited.Contains).Distinct()];
        SourceId[] lists = [.. listed, .. cited.Except(listed)];
        if (lists.Length is < CaptureTable.MinLists or > CaptureTable.MaxLists)
        {
            string sources = lists.Length == 1 ? "1 source" : FormattableString.Invariant($"{lists.Length} sources");
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"The records are of {sources}, and a table has {CaptureTable.MinLists} to {CaptureTable.MaxLists} lists."),
                nameof(dataset));
        }

        return Of(dataset.People, some, lists);
    }

    /// <summary>Who is on which lists, by what records say of each other.</summary>
    /// <param name="people">All records of a data set, for two may be one person by way of a third.</param>
    /// <param name="lists">Whose lists: a record is on the list of each source that it cites.</param>
    /// <exception cref="ArgumentException">There are fewer than <see cref="CaptureTable.MinLists"/> or more than
    /// <see cref="CaptureTable.MaxLists"/> lists, or one is named twice.</exception>
    public static CaptureRange Of(IEnumerable<Person> people, params IEnumerable<SourceId> lists)
    {
        var all = people.ToValueList();
        return Of(all, all, lists);
    }

    /// <summary>The same for some of the records: those of people killed, or of one month.</summary>
    /// <param name="people">All records of a data set, which say who is whom.</param>
    /// <param name="some">Those that are counted.</param>
    /// <param name="lists">Whose lists: a record is on the list of each source that it cites.</param>
    /// <inheritdoc cref="Of(IEnumerable{Person}, IEnumerable{SourceId})" path="/exception"/>
    public static CaptureRange Of(IEnumerable<Person> people, IEnumerable<Person> some, IEnumerable<SourceId> lists)
    {
        ArgumentNullException.ThrowIfNull(lists);
        var all = people.ToValueList();
        var counted = some.ToValueList();
        var named = lists.ToValueList();
        return new(TableOf(all, isTogether: false), TableOf(all, isTogether: true), new DistinctPeople(all).Overlap(counted, named));

        CaptureTable TableOf(IEnumerable<Person> records, bool isTogether)
        {
            var sets = new IdSets<PersonId>();
            foreach (Person person in records)
            {
                foreach (PersonId other in isTogether ? person.SameAs.Concat(person.MayBeSameAs) : person.SameAs)
                {
                    sets.Join(person.Id, other);
                }
            }

            return CapturePatterns.TableOf(
                named, counted.Select(person => (sets.Find(person.Id), person.Citations.Select(citation => citation.Source))));
        }
    }
}
