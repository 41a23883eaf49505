using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

/// <summary>Finds the records that left a group for another.</summary>
internal static class MoveFinder
{
    private static readonly GroupKey[] Keys =
        [GroupKey.Year, GroupKey.Country, GroupKey.FirstSide, GroupKey.SecondSide, GroupKey.Dyad];

    public static ValueList<RecordMove> Find(VintageTables tables, Measure measure, CancellationToken cancellationToken)
    {
        (IncidentTable before, IncidentTable after) = tables.Made(cancellationToken);
        int[] older = Array.ConvertAll(tables.Differing, pair => pair.Older);
        int[] newer = Array.ConvertAll(tables.Differing, pair => pair.Newer);
        SortedDictionary<int, List<RecordMove.Step>> steps = [];
        foreach (GroupKey key in Keys)
        {
            var left = RecordGroups.Of(before, older, measure, [key], cancellationToken);
            var entered = RecordGroups.Of(after, newer, measure, [key], cancellationToken);
            for (int i = 0; i < older.Length; i++)
            {
                if (!left[i].Keys.ToHashSet(GroupNames.Comparer).SetEquals(entered[i].Keys))
                {
                    if (!steps.TryGetValue(i, out List<RecordMove.Step>? its))
                    {
                        steps.Add(i, its = []);
                    }

                    its.Add(new(key, Text(left[i].Keys), Text(entered[i].Keys)));
                }
            }
        }

        int[] moved = [.. steps.Keys];
        var was = RecordGroups.Of(before, Array.ConvertAll(moved, i => older[i]), measure, [], cancellationToken);
        var became = RecordGroups.Of(after, Array.ConvertAll(moved, i => newer[i]), measure, [], cancellationToken);
        return moved.Select((i, place) => new RecordMove
        {
            Id = tables.Differing[i].Id,
            Steps = steps[i].ToValueList(),
            Was = Figures(was[place]),
            Is = Figures(became[place]),
        }).ToValueList();
    }

    private static string Text(IEnumerable<ValueList<string>> groups) =>
        string.Join(", ", groups.Order(Comparer<ValueList<string>>.Create(GroupNames.Compare)).Select(group => group[0]));

    private static Estimate Figures(IReadOnlyDictionary<ValueList<string>, Sums> all)
    {
        Sums sums = all.Values.Single();
        return new(sums.Low, sums.Best, sums.High);
    }
}
