using ConflictModel.Reconciliation;

namespace ConflictModel.Validation;

/// <summary>
/// What somebody decided about records of one event, and what the records say of each other, are one; and a source tells an event once.
/// </summary>
internal sealed class MatchDecisionRules(FindingList findings)
{
    public void Check(ValueList<Incident> incidents)
    {
        IdSets<IncidentId> same = SameEvents.Declared(incidents);
        CheckSources(incidents, same);
        for (int i = 0; i < incidents.Count; i++)
        {
            for (int j = 0; j < incidents[i].Decisions.Count; j++)
            {
                MatchDecision decision = incidents[i].Decisions[j];
                bool areOne = same.Find(incidents[i].Id) == same.Find(decision.Other);
                JsonPointer at = JsonPointer.Root.Member("incidents").Item(i).Member("decisions").Item(j);
                if (areOne && !decision.IsSame)
                {
                    findings.Error(
                        FindingCodes.DecidedApart, at,
                        $"'{incidents[i].Id}' and '{decision.Other}' were decided to be two events, and 'sameAs' makes one of them.");
                }
                else if (!areOne && decision.IsSame)
                {
                    findings.Warning(
                        FindingCodes.DecisionNotLinked, at,
                        $"'{incidents[i].Id}' and '{decision.Other}' were decided to be one event, "
                            + "which no 'sameAs' says: sums count two.");
                }
            }
        }
    }

    private void CheckSources(ValueList<Incident> incidents, IdSets<IncidentId> same)
    {
        var first = new Dictionary<(IncidentId Event, SourceId Source), IncidentId>();
        for (int i = 0; i < incidents.Count; i++)
        {
            Incident incident = incidents[i];
            foreach (SourceId source in incident.Reports.Select(report => report.Citation.Source).Distinct())
            {
                if (!first.TryAdd((same.Find(incident.Id), source), incident.Id)
                    && first[(same.Find(incident.Id), source)] is var other && other != incident.Id)
                {
                    findings.Information(
                        FindingCodes.SourceTwice,
                        JsonPointer.Root.Member("incidents").Item(i),
                        $"'{other}' and '{incident.Id}' are said to be of one event, and {source} reports each: "
                            + "a source seldom tells one event twice.");
                }
            }
        }
    }
}
