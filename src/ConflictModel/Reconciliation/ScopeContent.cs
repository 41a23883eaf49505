using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;
using AccountedRecord = (ConflictModel.Incident Incident, ConflictModel.Reconciliation.ReconciledTally.AccountedIncident Accounted);

namespace ConflictModel.Reconciliation;

/// <summary>The incidents that are or may be in a scope, and what they account for of what is counted over it.</summary>
internal sealed class ScopeContent
{
    private readonly List<AccountedRecord> incidents;
    private readonly RegionHierarchy regions;
    private readonly IncidentListings listings;
    private readonly Comparisons comparisons;
    private readonly Dictionary<Axis, (List<AccountedRecord> Told, Bounds Others)> axes = [];
    private readonly Dictionary<(int Part, bool IsPiece), Bounds> parts = [];
    private ValueList<ReconciledTally.AccountedIncident> accounted;
    private Bounds? sum;

    /// <param name="incidents">The incidents, in their order.</param>
    /// <param name="regions">What lies within what.</param>
    /// <param name="listings">What the incidents' reports list.</param>
    /// <param name="comparisons">How much is looked at.</param>
    public ScopeContent(
        List<AccountedRecord> incidents, RegionHierarchy regions, IncidentListings listings, Comparisons comparisons)
    {
        (this.incidents, this.regions, this.listings, this.comparisons) = (incidents, regions, listings, comparisons);
        Certain = incidents.Where(one => one.Accounted.Accounts.Lower > 0)
            .Select(one => (one.Incident, new ReconciledTally.Certain(null, one.Accounted.Incident, one.Accounted.Accounts.Lower)))
            .ToList();
    }

    /// <summary>How many they are.</summary>
    public int Count => incidents.Count;

    /// <summary>The incidents, in their order: one list for all who ask.</summary>
    public ValueList<ReconciledTally.AccountedIncident> Incidents =>
        accounted.IsEmpty ? accounted = incidents.Select(one => one.Accounted).ToValueList() : accounted;

    /// <summary>What they account for together.</summary>
    public Bounds Sum => sum ??= incidents.Aggregate(Bounds.Zero, (all, one) => all + one.Accounted.Accounts);

    /// <summary>Those that certainly account for somebody.</summary>
    public List<(Incident Incident, ReconciledTally.Certain Certain)> Certain { get; }

    /// <summary>What they account for of a part of a count; null if there is more to look at than may be.</summary>
    public Bounds? Of(DerivedFigure part)
    {
        Axis by = part.Breakdown!.By;
        if (!axes.TryGetValue(by, out (List<AccountedRecord> Told, Bounds Others) axis))
        {
            axes.Add(by, axis = Split(by, part));
        }

        (int Number, bool) key = (listings.NumberOf(by, part.Part!), part.IsPiece);
        if (!parts.TryGetValue(key, out Bounds all))
        {
            // Where and when an incident was is held against a part in a fraction of the time that its own parts take.
            if (!comparisons.Take(IsOfOccasion(by) ? axis.Told.Count / Comparisons.PassedOver : axis.Told.Count))
            {
                return null;
            }

            parts.Add(key, all = axis.Others + Together(axis.Told, part, key.Number));
        }

        return all;
    }

    /// <summary>The incidents whose parts are set apart on an axis, and how many of the others may be of any part.</summary>
    private (List<AccountedRecord> Told, Bounds Others) Split(Axis by, DerivedFigure part)
    {
        if (IsOfOccasion(by))
        {
            return (incidents, Bounds.Zero);
        }

        // Of incidents that list nothing on an axis, as many may be of each of its parts: they are looked at once.
        List<AccountedRecord> told = [], silent = [];
        foreach (AccountedRecord one in incidents.TakeWhile(_ => comparisons.Take()))
        {
            (listings.ListAny(one.Incident, by) ? told : silent).Add(one);
        }

        return (told, Together(silent, part, listings.NumberOf(by, part.Part!)));
    }

    private Bounds Together(List<AccountedRecord> some, DerivedFigure part, int number)
    {
        var answer = new PartAnswer(regions, listings, part, number);
        return some.Aggregate(Bounds.Zero, (all, one) => all + answer.Of(one.Incident, one.Accounted));
    }

    private static bool IsOfOccasion(Axis axis) => axis is Axis.Region or Axis.Period;
}
