using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;

namespace ConflictModel.Validation;

/// <summary>
/// What one record must satisfy by itself: parts that say what sets them apart, nothing that lies within, replaces or is itself, levels
/// that are levels.
/// </summary>
internal sealed class ShapeRules(FindingList findings)
{
    public void Check(Report report, JsonPointer at)
    {
        if (report.Basis is { Level: { } level } basis && (basis.Kind != BasisKind.StatisticalEstimate || level is <= 0 or >= 1))
        {
            findings.Error(
                FindingCodes.OddLevel,
                at.Member("basis").Member("level"),
                FormattableString.Invariant($"A level is above 0 and below 1 and belongs to a statistical estimate; here it is {level}."));
        }

        foreach (TollPlace toll in TollPlace.In(report, at))
        {
            Check(toll.Toll.Breakdowns, toll.Pointer);
            for (int i = 0; i < toll.Toll.Beside.Count; i++)
            {
                Check(toll.Toll.Beside[i].Breakdowns, toll.Pointer.Member("beside").Item(i));
            }
        }
    }

    /// <summary>Every incident that is part of itself, each once.</summary>
    public void CheckPartOf(ValueList<Incident> incidents)
    {
        var wholes = new Dictionary<IncidentId, IncidentId>();
        foreach (Incident incident in incidents)
        {
            if (incident.PartOf is { } whole)
            {
                wholes.TryAdd(incident.Id, whole);
            }
        }

        var startOf = new Dictionary<IncidentId, IncidentId>();
        var circles = new HashSet<IncidentId>();
        for (int i = 0; i < incidents.Count; i++)
        {
            IncidentId start = incidents[i].Id, at = start;
            if (startOf.ContainsKey(start))
            {
                continue;
            }

            while (startOf.TryAdd(at, start) && wholes.TryGetValue(at, out IncidentId whole))
            {
                at = whole;
            }

            // The walk came back to where it had been: it went round a circle.
            if (startOf[at] == start && wholes.TryGetValue(at, out IncidentId next))
            {
                circles.Add(at);
                for (; next != at; next = wholes[next])
                {
                    circles.Add(next);
                }
            }
        }

        for (int i = 0; i < incidents.Count; i++)
        {
            if (circles.Contains(incidents[i].Id))
            {
                findings.Error(
                    FindingCodes.IncidentCycle,
                    JsonPointer.Root.Member("incidents").Item(i).Member("partOf"),
                    $"The incident '{incidents[i].Id}' is part of itself, by way of those it is part of.");
            }
        }
    }

    /// <summary>Links by which an actor belongs to itself: each of its own, and the first circle of several.</summary>
    public void CheckAffiliations(ValueList<Affiliation> affiliations) => CheckAffiliations(affiliations, CircleDays.Among);

    /// <summary>The same with a search of its own for so many links.</summary>
    internal void CheckAffiliations(ValueList<Affiliation> affiliations, Func<int, CircleDays> searchAmong)
    {
        JsonPointer at = JsonPointer.Root.Member("affiliations");
        for (int i = 0; i < affiliations.Count; i++)
        {
            if (affiliations[i].Actor == affiliations[i].To)
            {
                findings.Error(
                    FindingCodes.AffiliationCycle, at.Item(i), $"The actor '{affiliations[i].Actor}' is linked to itself.");
            }
        }

        ValueList<string> circle = [];
        try
        {
            circle = ActorHierarchy.FindCircle(affiliations.Where(link => link.Actor != link.To), searchAmong);
        }
        catch (HierarchyCycleException error)
        {
            findings.Information(FindingCodes.NotCompared, at, error.Message);
        }

        if (!circle.IsEmpty)
        {
            int first = affiliations.ToList().FindIndex(link => link.Actor.Value == circle[0] && link.To.Value == circle[1]);
            findings.Error(
                FindingCodes.AffiliationCycle,
                at.Item(first),
                $"The actor '{circle[0]}' belongs to itself: {HierarchyCycleException.Shown(circle)}.");
        }
    }

    /// <summary>Incidents that are said to be the same as themselves.</summary>
    public void CheckSameAs(ValueList<Incident> incidents)
    {
        for (int i = 0; i < incidents.Count; i++)
        {
            if (incidents[i].SameAs.Contains(incidents[i].Id))
            {
                findings.Warning(
                    FindingCodes.SameAsItself,
                    JsonPointer.Root.Member("incidents").Item(i).Member("sameAs"),
                    "A record is said to be the same as itself, which says nothing.");
            }
        }
    }

    /// <summary>Tallies as of a day that is certainly before the period that they count.</summary>
    public void CheckAsOf(ValueList<Tally> tallies)
    {
        for (int i = 0; i < tallies.Count; i++)
        {
            if (tallies[i] is { AsOf: { } asOf, Scope.Period: { } period } && asOf.Date.Latest < period.Date.Earliest)
            {
                findings.Error(
                    FindingCodes.AsOfBeforePeriod,
                    JsonPointer.Root.Member("tallies").Item(i).Member("asOf"),
                    $"The tally '{tallies[i].Id}' is as of {asOf}, before its period of {period} begins.");
            }
        }
    }

    public void CheckSupersedes(ConflictDataset dataset)
    {
        HashSet<TallyId> circles = [.. TallyChain.In(dataset).SelectMany(chain => chain.Circle)];
        for (int i = 0; i < dataset.Tallies.Count; i++)
        {
            if (circles.Contains(dataset.Tallies[i].Id))
            {
                findings.Error(
                    FindingCodes.TallyCycle,
                    JsonPointer.Root.Member("tallies").Item(i).Member("supersedes"),
                    $"The tally '{dataset.Tallies[i].Id}' replaces itself, by way of those that it replaces.");
            }
        }
    }

    /// <summary>Every region that lies within itself, each once.</summary>
    public void CheckWithin(ValueList<Region> regions, RegionHierarchy hierarchy)
    {
        for (int i = 0; i < regions.Count; i++)
        {
            if (hierarchy.OnCircles.Contains(regions[i].Id))
            {
                findings.Error(
                    FindingCodes.RegionCycle,
                    JsonPointer.Root.Member("regions").Item(i).Member("within"),
                    $"The region '{regions[i].Id}' lies within itself, by way of the regions it lies within.");
            }
        }
    }

    private void Check(ValueList<Breakdown> breakdowns, JsonPointer whole)
    {
        for (int i = 0; i < breakdowns.Count; i++)
        {
            Breakdown breakdown = breakdowns[i];
            JsonPointer at = whole.Member("breakdowns").Item(i).Member("parts");
            string axis = JsonName.Of(breakdown.By);
            for (int j = 0; j < breakdown.Parts.Count; j++)
            {
                if (breakdown.Parts[j].CategoryOn(breakdown.By) is null)
                {
                    string remedy = breakdown.By == Axis.Victim
                        ? " If the source says that it is not known who they were, their status is 'unidentified'."
                        : "";
                    findings.Error(
                        FindingCodes.MissingCategory, at.Item(j), $"This part of a breakdown by {axis} does not say its {axis}.{remedy}");
                }

                Check(breakdown.Parts[j].Breakdowns, at.Item(j));
            }
        }
    }
}
