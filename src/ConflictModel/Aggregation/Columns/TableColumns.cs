namespace ConflictModel.Aggregation;

/// <summary>What an <see cref="IncidentTable"/> holds, as the kernels read it.</summary>
internal sealed class TableColumns
{
    public required int Rows { get; init; }

    public required long Incidents { get; init; }

    /// <summary>The first day of any row.</summary>
    public required int FirstDay { get; init; }

    /// <summary>How many days there are from the first to the last that any row reaches.</summary>
    public required int DayCount { get; init; }

    /// <summary>The first row of each day from <see cref="FirstDay"/> on, with the number of rows at the end; null if rows are not sorted.</summary>
    public required int[]? DayStarts { get; init; }

    /// <summary>The first day of each row, from <see cref="FirstDay"/>; null if rows are sorted.</summary>
    public required CodeColumn? Days { get; init; }

    /// <summary>How many days after its first each row ends.</summary>
    public required CodeColumn Extents { get; init; }

    public required CodeColumn FirstSides { get; init; }

    public required CodeColumn SecondSides { get; init; }

    public required CodeColumn RegionCodes { get; init; }

    public required CodeColumn Kinds { get; init; }

    public required CodeColumn Sources { get; init; }

    public required CodeColumn Dyads { get; init; }

    public required CodeColumn Labels { get; init; }

    public required CodeColumn Qualities { get; init; }

    /// <summary>1 for the later pieces of an incident that was split.</summary>
    public required CodeColumn Continuations { get; init; }

    public required MeasureColumn[] Columns { get; init; }

    public required CodeBook<ActorId> Actors { get; init; }

    public required CodeBook<RegionId> Regions { get; init; }

    public required CodeBook<KindId> KindBook { get; init; }

    public required CodeBook<SourceId> SourceBook { get; init; }

    public required CodeBook<DyadId> DyadBook { get; init; }

    public required CodeBook<LabelId> LabelBook { get; init; }

    public required RegionTree RegionTree { get; init; }

    public required ActorLinks ActorLinks { get; init; }

    public IEnumerable<CodeColumn> CodeColumns => Days is null
        ? [Extents, FirstSides, SecondSides, RegionCodes, Kinds, Sources, Dyads, Labels, Qualities, Continuations]
        : [Days, Extents, FirstSides, SecondSides, RegionCodes, Kinds, Sources, Dyads, Labels, Qualities, Continuations];

    /// <summary>Sets the first day of each row from <paramref name="start"/> on.</summary>
    public void FillDays(int start, Span<int> days)
    {
        if (DayStarts is null)
        {
            for (int i = 0; i < days.Length; i++)
            {
                days[i] = Days![start + i];
            }

            return;
        }

        int day = Array.BinarySearch(DayStarts, start);
        day = day >= 0 ? day : ~day - 1;
        for (int i = 0; i < days.Length; i++)
        {
            while (DayStarts[day + 1] <= start + i)
            {
                day++;
            }

            days[i] = day;
        }
    }

    /// <summary>The first days, from <see cref="FirstDay"/>, of the stretches over which the same affiliations hold.</summary>
    public int[] EraStarts() => [0, .. ActorLinks.Changes().Select(day => (long)day - FirstDay).Where(day => day > 0 && day < DayCount).Select(day => (int)day)];

    /// <summary>How many incidents begin in rows from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public long IncidentsBetween(int start, int end)
    {
        long later = 0;
        foreach (byte flag in Continuations.Values is byte[] flags ? flags.AsSpan(start, end - start) : default)
        {
            later += flag;
        }

        return end - start - later;
    }

    public MeasureColumn? ColumnOf(Measure measure)
    {
        MeasureColumn? column = Array.Find(Columns, column => column.Measure == measure || column.Measure.AsBest == measure);
        return measure.IsBest ? column?.Best ?? column : column;
    }
}
