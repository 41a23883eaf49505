namespace ConflictModel.Tests.Conventions;

/// <summary>What takes a collection, a stream, a table, a data set or a text: by what it is measured, or why it need not be.</summary>
internal static class ScalingTakers
{
    public static IEnumerable<(string Way, string Methods)> Measured { get; } =
    [
        ("a document, read", "DatasetJson.Read DatasetJson.ReadAsync"),
        ("a document, written", "DatasetJson.Write"),
        ("records line by line, read", "DatasetNdjson.ReadDataset DatasetNdjson.Read"),
        ("records line by line, written", "DatasetNdjson.Write"),
        ("an edition for publication", "ConflictDataset.ForPublication"),
        ("incidents, validated", "DatasetValidation.Validate"),
        ("parts beside each other, derived", "TollDerivations.Derive"),
        ("tallies, reconciled", "TallyReconciliation.Reconcile"),
        ("chains of tallies", "TallyChain.In"),
        ("a set of dates", "UncertainDate.Parse"),
        ("a catalog", "ActorCatalog.With Catalog`2.Resolve"),
        ("incidents proposed to match others", "IncidentMatching.ProposeMatches"),
        ("people proposed to be the same", "PeopleMatching.ProposeSame"),
        ("distinct people", "DistinctPeople.Count"),
        ("people as a toll", "PeopleTolls.ToToll"),
        ("incidents as a table of captures", "CaptureTable.Of"),
        ("a table of captures, written and read", "CaptureTable.Read CaptureTable.Write"),
        ("vintages compared", "Vintages.Compare"),
        (
            "vintages accounted for",
            "VintageComparison.Account VintageComparison.Moves VintageComparison.Reattributions "
                + "AccountQuestion.By RevisionLog.Of RevisionLogJson.Write"),
        ("a log of revisions, read", "RevisionLogJson.Read"),
        ("incidents summed", "IncidentAggregation.SumByMonth"),
        ("incidents with bounds summed", "IncidentAggregation.BoundsOf"),
        ("a table", "IncidentTabulation.ToTable"),
        ("records appended to a table", "IncidentTabulation.AppendIncidents IncidentTabulation.AppendRecords"),
        ("a table asked", "IncidentTable.Query IncidentQuery.GroupBy IncidentQuery.Sum"),
        ("an answer as JSON", "Aggregate.FromJson"),
        ("answers merged, rolled up and written", "Aggregate.Merge Aggregate.MergeAll Aggregate.RollUp Aggregate.ToCsv Aggregate.ToJson"),
        ("tables asked one by one", "IncidentQuery.RunOver"),
        ("a table in pieces", "PieceTabulation.ToPieces"),
        ("a table of pieces, asked", "IncidentQuery.On PieceTables.ToTable PieceTables.ToDeferredTable"),
        ("a query of many actors as SQL", "IncidentQuery.WithEitherSide"),
        ("a table asked with many values of a key", "IncidentQuery.Where"),
        ("actors rolled up by a chain of links", "ActorHierarchy.GroupsOf ActorHierarchy.MembersOf ActorHierarchy.Belongs"),
        ("links in a ring, each of a day of its own, validated", "ActorHierarchy.FindCircle"),
        ("counts spread over the regions of a level", "RegionHierarchy.Spread"),
        ("dates spread over days", "Spread.Allocate"),
        ("a pointer", "JsonPointer.Parse"),
    ];

    public static IEnumerable<(string Reason, string Methods)> Others { get; } =
    [
        (
            "an id has 200 characters at most",
            "ActorId.From ActorId.Parse ActorId.TryParse ClaimId.From ClaimId.Parse ClaimId.TryParse "
                + "ConflictId.From ConflictId.Parse ConflictId.TryParse DyadId.From DyadId.Parse DyadId.TryParse "
                + "EventTypeId.From EventTypeId.Parse EventTypeId.TryParse IncidentId.From IncidentId.Parse "
                + "IncidentId.TryParse PeaceProcessId.From PeaceProcessId.Parse PeaceProcessId.TryParse PersonId.From "
                + "PersonId.Parse PersonId.TryParse RegionId.From RegionId.Parse RegionId.TryParse ResolutionId.From "
                + "ResolutionId.Parse ResolutionId.TryParse SourceId.From SourceId.Parse SourceId.TryParse "
                + "StatementId.From StatementId.Parse StatementId.TryParse TallyId.From TallyId.Parse TallyId.TryParse "
                + "IId`1.From"),
        (
            "looks one word up",
            "JsonName.TryParse Measure.TryFind GroupKey.Find PieceSchema.TryFind PlainSchema.IndexOf "
                + "DatasetJson.TryGetSchemaOf Catalog`2.Get Catalog`2.TryGet Catalog`2.Contains Catalog`2.LayerOf "
                + "Catalog`2.FindByExternalId ActorCatalog.LayerOf LocalizedText.In CaptureTable.On "
                + "IncidentTable.NamesOf IncidentBatch.Low IncidentBatch.Best IncidentBatch.High"),
        (
            "keeps what it is given in a list, once",
            "Breakdown.Of Casualties.With Part.By Part.Through Part.Including Part.DividedInto Toll.Including "
                + "Toll.DividedInto Victims.MembersOf Victims.Called Victims.As ValueList.Create ValueList.ToValueList "
                + "ValueList`1.Add ValueList`1.AsSpan ValueList`1.GetEnumerator Catalog`2.GetEnumerator "
                + "Aggregate.GetEnumerator WordingRule.Hedge WordingRule.Above WordingRule.Below WordingRule.Word "
                + "Wordings.With JsonPointer.Member BucketScheme.Periods ReportPolicy.BestGraded ReportPolicy.Preferred "
                + "Estimate.Exactly Estimate.Between Estimate.AtLeast Estimate.AtMost Estimate.Hedged Estimate.InWords "
                + "MatchProposal.Decided PieceSchema.Pieces PieceTables.With VintageDifference.Tell "
                + "IncidentTableBuilder.Call IncidentTableBuilder.DefineRegions "
                + "IncidentTableBuilder.DeclareAffiliations IncidentTableBuilder.DeclareMembers "
                + "IncidentTableBuilder.DeclareRowUnit IncidentTableBuilder.CodeOf IncidentTableBuilder.Keeps "
                + "ActorHierarchy.FromUnchecked RegionHierarchy.FromUnchecked Side.Add"),
        (
            "the same text is measured through Parse or Read",
            "UncertainDate.TryParse JsonPointer.TryParse Age.Read DateExplanation.Of FigurePath.Parse "
                + "FigurePath.TryParse"),
        (
            "what it takes is measured through another method of its type that does the same",
            "Spread.AllocateParts DatasetJson.WriteAsync DatasetNdjson.ReadAsync DatasetNdjson.WriteAsync "
                + "Aggregate.WriteTo IncidentAggregation.Sum IncidentAggregation.SumByKind "
                + "IncidentAggregation.SumByActor IncidentAggregation.SumByRegion IncidentAggregation.SumBy "
                + "IncidentQuery.During IncidentQuery.WithFirstSide IncidentQuery.WithSecondSide "
                + "IncidentQuery.InRegions IncidentQuery.Top IncidentTabulation.AppendDataset "
                + "IncidentTableBuilder.Append IncidentTableBuilder.AppendBatch IncidentTableBuilder.Remove "
                + "PieceTables.Of PieceTables.LieInPeriod ActorCatalog.ResolveMembers RegionCatalog.Resolve RegionCatalog.With "
                + "PeopleTolls.ToCasualties DistinctPeople.Overlap CaptureRange.Of IncidentTable.Has "
                + "IncidentTable.ValuesOf TollFigures.Find ActorHierarchy.RollUp"),
        (
            "answers from tables of 10 lists at most",
            "CaptureTable.OnAll CaptureTable.OnOnly CaptureTable.Without CaptureTable.Within ListOverlap.OnOnly "
                + "MatchProposals.Captures"),
        (
            "asks the reports of one incident",
            "ReportPolicy.Resolve"),
        (
            "goes through the records of one change or group",
            "Revision.Of Triangle.Settling"),
        (
            "asks each statement or place once",
            "TerritorialControl.By RegionHierarchy.CandidatesAt RegionCatalog.PlaceInWorld"),
        (
            "reads what a database or a file has ready, row by row",
            "PlainTable.ReadCodes PlainTable.ReadNumbers PlainTable.Take SqlQuery.Read SqlQuery.ReadAsync"),
    ];
}
