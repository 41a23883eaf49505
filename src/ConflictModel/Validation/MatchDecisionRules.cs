namespace ConflictModel.Validation;

/// <summary>What somebody decided about records of one event, and what the records say of each other, are one.</summary>
internal sealed class MatchDecisionRules(FindingList findings)
{
    public void Check(ValueList<Incident> incidents)
    {
        var same = new IdSets<IncidentId>();
        foreach (Incident incident in incidents)
        {
            foreach (IncidentId other in incident.SameAs)
            {
                same.Join(incident.Id, other);
            }
        }

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
}
