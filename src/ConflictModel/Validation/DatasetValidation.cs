using ConflictModel.Arithmetic;
using ConflictModel.Hierarchies;
using ConflictModel.Reconciliation;

namespace ConflictModel.Validation;

/// <summary>Validation of data sets.</summary>
public static class DatasetValidation
{
    /// <summary>What can't be true in a data set, what is odd, and what a reader should see.</summary>
    /// <returns>
    /// The findings: first those of ids, references, shapes and people, then those of the figures, then the claims; each in the order of
    /// the data set. Where there are values that no file can hold, those and nothing else. None of severity error means that nothing in it
    /// is known to be impossible, not that it is true.
    /// </returns>
    public static ValueList<Finding> Validate(this ConflictDataset dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var findings = new FindingList();
        foreach ((JsonPointer at, string reason) in RecordFaults.In(dataset))
        {
            findings.Error(FindingCodes.NotWritable, at, $"No file can hold this. {reason}");
        }

        // What is no value can't be compared with others either.
        if (findings.Has(FindingCodes.NotWritable))
        {
            return findings.ToValueList();
        }

        new ReferenceRules(new DatasetIndex(dataset, findings), findings).Check(dataset);
        var shapes = new ShapeRules(findings);
        var regions = RegionHierarchy.FromUnchecked(dataset.Regions);
        shapes.CheckWithin(dataset.Regions, regions);
        shapes.CheckPartOf(dataset.Incidents);
        shapes.CheckSupersedes(dataset);
        new MatchDecisionRules(findings).Check(dataset.Incidents);
        shapes.CheckAffiliations(dataset.Affiliations);
        shapes.CheckSameAs(dataset.Incidents);
        shapes.CheckAsOf(dataset.Tallies);
        var distinct = new DistinctPeople(dataset.People);
        new PersonRules(findings, dataset, regions).Check();
        new SamePersonRules(findings, dataset.People, distinct).Check();
        FigureNames names = Names(dataset);
        var casualties = new CasualtyRules(findings, names);
        var relations = CategoryRelations.Of(dataset, regions);
        foreach ((Report report, JsonPointer at, ValueList<ActorId> attributedTo, ReportedDate? when) in Reports(dataset))
        {
            shapes.Check(report, at);
            foreach (TollPlace place in TollPlace.In(report, at))
            {
                casualties.Check(place, () => place.Toll.Derive(relations.At(when), attributedTo));
            }
        }

        // Figures that nest too deep were found above; nothing can be derived from them here.
        if (!findings.Has(FindingCodes.TooDeep))
        {
            new ReportRules(findings, dataset, relations).Check();
            if (!findings.Has(FindingCodes.IncidentCycle))
            {
                new EventPartRules(findings, dataset, relations).Check();
            }

            var harms = new HarmRules(findings);
            foreach ((Report report, JsonPointer at, _, ReportedDate? when) in Reports(dataset))
            {
                harms.Check(report, at, toll => toll.Derive(relations.At(when)));
            }

            new TallyRules(findings, relations, regions, Comparisons.Of(dataset)).Check(dataset);
            new ListRules(findings, dataset, distinct, relations, names).Check();
            new ClaimRules(findings, new DatasetFigures(dataset, relations)).Check(dataset.Claims);
        }

        return findings.ToValueList();
    }

    private static IEnumerable<(
        Report Report, JsonPointer At, ValueList<ActorId> AttributedTo, ReportedDate? When)> Reports(ConflictDataset dataset)
    {
        for (int i = 0; i < dataset.Incidents.Count; i++)
        {
            for (int j = 0; j < dataset.Incidents[i].Reports.Count; j++)
            {
                JsonPointer at = JsonPointer.Root.Member("incidents").Item(i).Member("reports").Item(j);
                yield return (dataset.Incidents[i].Reports[j], at, default, dataset.Incidents[i].Date);
            }
        }

        for (int i = 0; i < dataset.Tallies.Count; i++)
        {
            Scope scope = dataset.Tallies[i].Scope;
            JsonPointer at = JsonPointer.Root.Member("tallies").Item(i).Member("report");
            yield return (dataset.Tallies[i].Report, at, scope.AttributedTo, scope.Period);
        }
    }

    private static FigureNames Names(ConflictDataset dataset)
    {
        var actors = new Dictionary<ActorId, string>();
        foreach (Actor actor in dataset.Actors)
        {
            actors.TryAdd(actor.Id, actor.Name.ToString());
        }

        var regions = new Dictionary<RegionId, string>();
        foreach (Region region in dataset.Regions)
        {
            regions.TryAdd(region.Id, region.Name.ToString());
        }

        return new() { Actor = id => actors.GetValueOrDefault(id, id.Value), Region = id => regions.GetValueOrDefault(id, id.Value) };
    }
}
