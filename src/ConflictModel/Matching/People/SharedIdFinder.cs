namespace ConflictModel.Matching;

/// <summary>Finds ids on records that seem to be of two people: the records' own, and those of other systems.</summary>
internal sealed class SharedIdFinder(PersonList list, Func<PersonProfile, PersonProfile, bool> areTwo)
{
    // An id on more records than this is looked at where it stands first, and from one record to the next.
    private const int AllPairsUpTo = 12;

    public IEnumerable<PersonProposals.SharedId> Find()
    {
        IEnumerable<PersonProposals.SharedId?> own = list.All
            .GroupBy(one => one.Person.Id)
            .Where(group => group.Skip(1).Any())
            .Select(group => Judge(group, null));
        IEnumerable<PersonProposals.SharedId?> external = list.All
            .SelectMany(one => one.Person.ExternalIds.Distinct().Select(id => (Id: id, One: one)))
            .GroupBy(bearer => bearer.Id, bearer => bearer.One)
            .Where(group => group.Skip(1).Any())
            .Select(group => Judge(group, group.Key));
        return own.Concat(external).OfType<PersonProposals.SharedId>()
            .OrderByDescending(shared => shared.Strength.Rank())
            .ThenBy(shared => shared.External?.Scheme ?? "", StringComparer.Ordinal)
            .ThenBy(shared => shared.External?.Value ?? shared.One.Id.Value, StringComparer.Ordinal);
    }

    private PersonProposals.SharedId? Judge(IEnumerable<PersonProfile> sharing, ExternalId? external)
    {
        PersonProfile[] bearers = [.. sharing];
        PersonProposals.SharedId? worst = null;
        (int Strength, int Exclusions) most = default;
        for (int i = 0; i < bearers.Length; i++)
        {
            for (int j = i + 1; j < bearers.Length; j++)
            {
                if (bearers.Length > AllPairsUpTo && i > 0 && j > i + 1)
                {
                    break;
                }

                PersonProfile one = bearers[i], other = bearers[j];
                bool isTwo = areTwo(one, other);
                if (external is not null && one.Decided == other.Decided && !isTwo)
                {
                    continue;
                }

                var compared = PersonComparison.Of(one, other, list, NameComparer.Compare(one, other, list.Rarity), isTwo);
                if (StrengthOf(compared) is { } strength && (strength.Rank(), compared.Exclusions).CompareTo(most) > 0)
                {
                    most = (strength.Rank(), compared.Exclusions);
                    worst = new()
                    {
                        External = external,
                        One = one.Person,
                        Other = other.Person,
                        Bearers = bearers.Length,
                        Strength = strength,
                        Reasons = compared.Reasons,
                        AreWithheld = list.AreWithheld(one.Person, other.Person),
                    };
                }
            }
        }

        return worst;
    }

    private static ProposalStrength? StrengthOf(PersonComparison compared)
    {
        bool isNamed = compared[ComparedField.Name] == Agreement.Differs;
        return compared[ComparedField.Tie] == Agreement.Differs || (isNamed && compared.Exclusions > 0) ? ProposalStrength.Strong
            : isNamed || compared.Exclusions > 1 ? ProposalStrength.Fair
            : compared.Exclusions > 0 ? ProposalStrength.Faint
            : null;
    }
}
