namespace ConflictModel.Reconciliation;

/// <summary>Counts the people of a list as a report would, so that the list can stand beside reports.</summary>
public static class PeopleTolls
{
    /// <summary>How many distinct people some records list under one harm, and how they divide.</summary>
    /// <param name="people">The records to count: all of a data set's, or those of one incident or source.</param>
    /// <param name="dataset">The data set that they are of, which says who is whom, and where and when incidents were.</param>
    /// <param name="harm">
    /// The harm; records of others are passed over. Missing is not dead. Of the killed or wounded are all who were either.
    /// </param>
    /// <param name="by">What to break the count down by, each a view of all of it.</param>
    /// <returns>The toll. Its figures can all be true together: it derives and validates without a contradiction.</returns>
    /// <remarks>
    /// Records that are said to be of one person count once. Where such records disagree, the person is perhaps in each of the groups and
    /// certainly in none; a record that does not know disagrees with nobody. Only the records that are counted are asked.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="harm"/> is none of the harms.</exception>
    public static ListedToll ToToll(
        this IEnumerable<Person> people, ConflictDataset dataset, Harm harm, ValueList<PersonKey> by = default)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(dataset);
        _ = JsonName.Of(harm);
        var groups = new PersonGroups(new DistinctPeople(dataset.People), people.Where(person => person.Harm.IsCountedAs(harm)));
        var breakdowns = new PersonBreakdowns(groups, dataset);
        (Breakdown? Breakdown, ListedToll.Unanswered Unknown)[] all = [.. by.Select(breakdowns.Of)];
        return new()
        {
            Harm = harm,
            Toll = new()
            {
                Count = PersonBreakdowns.EstimateOf(groups.People),
                Breakdowns = all.Select(one => one.Breakdown).OfType<Breakdown>().ToValueList(),
            },
            Unknowns = all.Select(one => one.Unknown).ToValueList(),
        };
    }

    /// <summary>The same for every harm that the records have, as the casualties of a report.</summary>
    /// <returns>
    /// One toll each. Of whom it is only said that they were killed or wounded may be of either: with them the killed and the wounded
    /// have that many more at most, and their breakdowns leave them out. The killed or wounded are counted in all and not broken down, for
    /// what is not known of the killed a record of the wounded may say.
    /// </returns>
    public static Casualties ToCasualties(this IEnumerable<Person> people, ConflictDataset dataset, ValueList<PersonKey> by = default)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(dataset);
        var all = people.ToValueList();
        var distinct = new DistinctPeople(dataset.People);
        long untold = distinct.Count(all.Where(person => person.Harm.IsCountedAs(Harm.KilledOrWounded))).Upper!.Value
            - distinct.Count(all.Where(person => person.Harm is Harm.Killed or Harm.Wounded)).Upper!.Value;
        return all.Select(person => person.Harm).Distinct()
            .Aggregate(new Casualties(), (casualties, harm) => casualties.With(harm, TollOf(harm)));

        Toll TollOf(Harm harm)
        {
            Toll toll = all.ToToll(dataset, harm, harm == Harm.KilledOrWounded ? default : by).Toll;
            return untold > 0 && harm is Harm.Killed or Harm.Wounded
                ? new()
                {
                    Count = Estimate.Between(toll.Count.Low!.Value, toll.Count.High!.Value + untold),
                    Breakdowns = toll.Breakdowns.Select(one => one with { Kind = BreakdownKind.Inclusion }).ToValueList(),
                }
                : toll;
        }
    }

    /// <summary>
    /// Whether whoever was harmed in one way is counted under another: the killed and the wounded among the killed or wounded, and of whom
    /// that is said, among neither.
    /// </summary>
    internal static bool IsCountedAs(this Harm harm, Harm counted) =>
        harm == counted || (counted == Harm.KilledOrWounded && harm is Harm.Killed or Harm.Wounded);
}
