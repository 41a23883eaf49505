namespace ConflictModel.Validation;

/// <summary>Every id that is used names a record of the data set.</summary>
internal sealed partial class ReferenceRules(DatasetIndex index, FindingList findings)
{
    public void Check(ConflictDataset dataset)
    {
        JsonPointer root = JsonPointer.Root;
        Each(dataset.Affiliations, root.Member("affiliations"), Check);
        Each(dataset.Regions, root.Member("regions"), Check);
        Each(dataset.Incidents, root.Member("incidents"), Check);
        Each(dataset.Tallies, root.Member("tallies"), Check);
        Each(dataset.People, root.Member("people"), Check);
        Each(dataset.Claims, root.Member("claims"), Check);
        Each(dataset.Strengths, root.Member("strengths"), Check);
        Each(dataset.Controls, root.Member("controls"), Check);
        Each(dataset.Statements, root.Member("statements"), Check);
        Each(dataset.Resolutions, root.Member("resolutions"), Check);
        Each(dataset.Processes, root.Member("processes"), Check);
    }

    private static void Each<T>(ValueList<T> records, JsonPointer at, Action<T, JsonPointer> check)
        where T : notnull
    {
        for (int i = 0; i < records.Count; i++)
        {
            check(records[i], at.Item(i));
        }
    }

    private void Check(Affiliation affiliation, JsonPointer at)
    {
        Actor(affiliation.Actor, at.Member("actor"));
        Actor(affiliation.To, at.Member("to"));
        Each(affiliation.Regions, at.Member("regions"), Region);
        Each(affiliation.Against, at.Member("against"), Actor);
        Check(affiliation.Citation, at.Member("citation"));
    }

    private void Check(Region region, JsonPointer at)
    {
        Each(region.Within, at.Member("within"), Region);
        Each(region.Overlaps, at.Member("overlaps"), Region);
    }

    private void Check(Incident incident, JsonPointer at)
    {
        if (incident.Place is { } place)
        {
            Each(place.Regions, at.Member("place").Member("regions"), Region);
        }

        Each(incident.Involvements, at.Member("involvements"), (involvement, here) => Actor(involvement.Actor, here.Member("actor")));
        Each(incident.Attributions, at.Member("attributions"), Check);
        Each(incident.SameAs, at.Member("sameAs"), (id, here) => Found(index.Incidents, id, "incident", here));
        Each(incident.Decisions, at.Member("decisions"), (decision, here) =>
            Found(index.Incidents, decision.Other, "incident", here.Member("other")));
        if (incident.PartOf is { } whole)
        {
            Found(index.Incidents, whole, "incident", at.Member("partOf"));
        }

        Each(incident.Reports, at.Member("reports"), Check);
    }

    private void Check(Attribution attribution, JsonPointer at)
    {
        Each(attribution.Actors, at.Member("actors"), Actor);
        Check(attribution.Citation, at.Member("citation"));
    }

    private void Check(Tally tally, JsonPointer at)
    {
        JsonPointer scope = at.Member("scope");
        Each(tally.Scope.Regions, scope.Member("regions"), Region);
        Each(tally.Scope.AttributedTo, scope.Member("attributedTo"), Actor);
        Check(tally.Scope.Victims, scope.Member("victims"));
        Each(tally.Supersedes, at.Member("supersedes"), (id, here) => Found(index.Tallies, id, "tally", here));
        Check(tally.Report, at.Member("report"));
    }

    private void Check(Report report, JsonPointer at)
    {
        Check(report.Citation, at.Member("citation"));
        foreach (TollPlace toll in TollPlace.In(report, at))
        {
            Each(toll.Toll.Breakdowns, toll.Pointer.Member("breakdowns"), Check);
            Each(toll.Toll.Beside, toll.Pointer.Member("beside"), Check);
        }
    }

    private void Check(Breakdown breakdown, JsonPointer at) => Each(breakdown.Parts, at.Member("parts"), Check);

    private void Check(Part part, JsonPointer at)
    {
        Check(part.Victims, at.Member("victims"));
        Each(part.Perpetrators, at.Member("perpetrators"), Actor);
        if (part.Region is { } region)
        {
            Region(region, at.Member("region"));
        }

        Each(part.Breakdowns, at.Member("breakdowns"), Check);
    }

    private void Check(Victims? victims, JsonPointer at)
    {
        if (victims is not null)
        {
            Each(victims.Actors, at.Member("actors"), Actor);
        }
    }

    private void Check(Claim claim, JsonPointer at)
    {
        Check(claim.Citation, at.Member("citation"));
        Each(claim.Actors, at.Member("actors"), Actor);
        Each(claim.Regions, at.Member("regions"), Region);
    }

    private void Check(Strength strength, JsonPointer at)
    {
        Actor(strength.Actor, at.Member("actor"));
        Each(strength.Regions, at.Member("regions"), Region);
        Check(strength.Citation, at.Member("citation"));
    }

    private void Check(Control control, JsonPointer at)
    {
        Each(control.Actors, at.Member("actors"), Actor);
        Each(control.Regions, at.Member("regions"), Region);
        Check(control.Citation, at.Member("citation"));
    }

    private void Check(Statement statement, JsonPointer at)
    {
        Actor(statement.Actor, at.Member("actor"));
        Each(statement.Resolutions, at.Member("resolutions"), (id, here) => Found(index.Resolutions, id, "resolution", here));
        Check(statement.Citation, at.Member("citation"));
    }

    private void Check(Resolution resolution, JsonPointer at)
    {
        Actor(resolution.Body, at.Member("body"));
        Each(resolution.PresentedBy, at.Member("presentedBy"), Actor);
        Each(resolution.Provisions, at.Member("provisions"), (provision, here) => Each(provision.Actors, here.Member("actors"), Actor));
        Check(resolution.Citation, at.Member("citation"));
    }

    private void Check(PeaceProcess process, JsonPointer at)
    {
        Each(process.EstablishedBy, at.Member("establishedBy"), Actor);
        Each(process.Parties, at.Member("parties"), Actor);
        Check(process.Citation, at.Member("citation"));
    }

    private void Check(Citation? citation, JsonPointer at)
    {
        if (citation is null)
        {
            return;
        }

        Found(index.Sources, citation.Source, "source", at.Member("source"));
        if (citation.Via is { } via)
        {
            Found(index.Sources, via, "source", at.Member("via"));
        }
    }

    private void Actor(ActorId id, JsonPointer at) => Found(index.Actors, id, "actor", at);

    private void Region(RegionId id, JsonPointer at) => Found(index.Regions, id, "region", at);

    private void Found<TId>(HashSet<TId> ids, TId id, string what, JsonPointer at)
        where TId : struct, IId<TId>
    {
        if (!ids.Contains(id))
        {
            findings.Error(FindingCodes.DanglingReference, at, $"The data set has no {what} '{id.Value}'.");
        }
    }
}
