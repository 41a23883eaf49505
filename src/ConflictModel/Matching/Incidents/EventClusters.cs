namespace ConflictModel.Matching;

/// <summary>The best possible pairs as clusters of one record of a source each.</summary>
internal static class EventClusters
{
    /// <summary>Marks the pairs that are chosen, and gives the clusters that they make, in the order of their first records.</summary>
    /// <param name="lists">The records of each source.</param>
    /// <param name="pairs">All pairs, the best first.</param>
    public static ValueList<ValueList<Incident>> Of(EventProfile[][] lists, MatchProposal[] pairs)
    {
        EventProfile[] all = [.. lists.SelectMany(list => list)];
        int[] firstOf = [.. all.Select(record => record.Number)];
        List<int>[] clusters = [.. all.Select(record => new List<int> { record.Number })];
        ILookup<int, MatchProposal> byList = pairs
            .Where(pair => pair.Verdict == MatchVerdict.Possible)
            .ToLookup(pair => pair.OtherList);
        for (int list = 1; list < lists.Length; list++)
        {
            HashSet<int> taken = [];
            foreach (MatchProposal pair in byList[list])
            {
                (int first, int record) = (pair.OneNumber, pair.OtherNumber);
                if (firstOf[first] == first && firstOf[record] == record && taken.Add(first))
                {
                    firstOf[record] = first;
                    clusters[first].Add(record);
                    pair.Choose();
                }
            }
        }

        return all
            .Where(record => firstOf[record.Number] == record.Number && clusters[record.Number].Count > 1)
            .Select(record => clusters[record.Number].Select(number => all[number].Incident).ToValueList())
            .ToValueList();
    }
}
