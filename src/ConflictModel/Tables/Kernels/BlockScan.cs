using System.Numerics;

namespace ConflictModel.Aggregation.Kernels;

/// <summary>Adds runs of rows to one thread's group table: which rows pass, which group each falls into, what each adds.</summary>
internal sealed class BlockScan(ScanPlan plan, GroupCells cells, ScanReport report)
{
    private readonly Workspace scratch = Workspace.Current;
    private readonly TableColumns table = plan.Table;
    private readonly bool needsBlocks = plan.Filters.Length > 0 || plan.Keys.Length > 1 || (plan.Keys.Length == 1 && !plan.Keys[0].IsIdentity);

    // For each measure the first patch that is not before the block at hand.
    private readonly int[] nextPatches = new int[plan.Columns.Length];

    // The block at hand.
    private int start;
    private int rows;
    private int place;
    private bool isSelected;

    /// <summary>Adds rows over which nothing changes that depends on the date.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="to">The row after the last.</param>
    /// <param name="era">Which affiliations hold.</param>
    /// <param name="firstPlace">The place of the first group they can fall into.</param>
    public void Add(int from, int to, int era, int firstPlace)
    {
        place = firstPlace;
        for (int i = 0; i < nextPatches.Length; i++)
        {
            nextPatches[i] = plan.Columns[i]?.Patches.First(from) ?? 0;
        }

        int step = needsBlocks ? Workspace.Rows : to - from;
        for (start = from; start < to; start += rows)
        {
            rows = Math.Min(step, to - start);
            int passing = plan.Filters.Length == 0 ? rows : Select(era);
            isSelected = passing < rows;
            if (passing > 0)
            {
                AddBlock(passing);
            }
        }
    }

    private ReadOnlySpan<byte> States => scratch.States.AsSpan(0, rows);

    /// <summary>Works out which rows pass, and counts those that do not by the filter that dropped them.</summary>
    private int Select(int era)
    {
        Span<byte> states = scratch.States.AsSpan(0, rows);
        int left = rows - Later(rows);
        for (int i = 0; i < plan.Filters.Length; i++)
        {
            Span<byte> target = i == 0 ? states : scratch.OtherStates.AsSpan(0, rows);
            plan.Filters[i].Match(start, era, target);
            if (i > 0)
            {
                SelectKernel.And(states, target);
            }

            int still = CountIncidents(states, SelectKernel.Perhaps);
            report.Dropped[i] += left - still;
            left = still;
        }

        int certain = CountIncidents(states, SelectKernel.Yes);
        report.Perhaps += left - certain;
        return table.Continuations.Values is not null ? SelectKernel.Count(states, plan.Least) : plan.Least == SelectKernel.Yes ? certain : left;
    }

    private int CountIncidents(ReadOnlySpan<byte> states, byte least)
    {
        int count = SelectKernel.Count(states, least);
        if (table.Continuations.Values is byte[] later)
        {
            for (int i = 0; i < states.Length; i++)
            {
                count -= states[i] >= least ? later[start + i] : 0;
            }
        }

        return count;
    }

    private int Later(int count)
    {
        ulong later = 0;
        ulong known = 0;
        if (table.Continuations.Values is byte[] flags)
        {
            SumKernel.AddSingles(flags.AsSpan(start, count), ref later, ref known);
        }

        return (int)later;
    }

    private void AddBlock(int passing)
    {
        if (plan.Sparse is { } sparse)
        {
            SetIndex(key => key.WidePlaces, scratch.WideIndex, passing);
            for (int i = 0; i < passing; i++)
            {
                scratch.Index[i] = sparse[scratch.WideIndex[i]];
            }

            AddMeasures<int>(scratch.Index.AsSpan(0, passing), passing);
        }
        else if (plan.Keys.Length == 0)
        {
            AddMeasures(passing);
        }
        else if (plan.Keys.Length == 1 && plan.Keys[0] is { IsIdentity: true, Column.Values: { } codes })
        {
            switch (codes)
            {
                case byte[] bytes: AddMeasures(Passing<byte>(bytes, scratch.Bytes, passing), passing); break;
                case ushort[] shorts: AddMeasures(Passing<ushort>(shorts, scratch.Shorts, passing), passing); break;
                default: AddMeasures(Passing<int>((int[])codes, scratch.Ints, passing), passing); break;
            }
        }
        else
        {
            SetIndex(key => key.Places, scratch.Index, passing);
            AddMeasures<int>(scratch.Index.AsSpan(0, passing), passing);
        }
    }

    /// <summary>Collects the wide places of the groups that rows fall into, for a sparse table.</summary>
    public void Collect(int from, int to, int era, HashSet<long> places)
    {
        for (start = from; start < to; start += rows)
        {
            rows = Math.Min(Workspace.Rows, to - start);
            int passing = plan.Filters.Length == 0 ? rows : Select(era);
            isSelected = passing < rows;
            SetIndex(key => key.WidePlaces, scratch.WideIndex, passing);
            foreach (long wide in scratch.WideIndex.AsSpan(0, passing))
            {
                places.Add(wide);
            }
        }
    }

    private void SetIndex<TPlace>(Func<KeyColumn, TPlace[]> placesOf, Span<TPlace> index, int passing)
        where TPlace : unmanaged, IBinaryInteger<TPlace>
    {
        index = index[..passing];
        bool isFirst = true;
        foreach (KeyColumn key in plan.Keys)
        {
            TPlace[] places = placesOf(key);
            switch (key.Column)
            {
                case null: Set(Passing<int>(Slots(key), scratch.Ints, passing, 0), places, index, isFirst); break;
                case { Values: null }: Set(places[0], index, isFirst); break;
                case { Values: byte[] bytes }: Set(Passing<byte>(bytes, scratch.Bytes, passing), places, index, isFirst); break;
                case { Values: ushort[] shorts }: Set(Passing<ushort>(shorts, scratch.Shorts, passing), places, index, isFirst); break;
                default: Set(Passing<int>((int[])key.Column.Values, scratch.Ints, passing), places, index, isFirst); break;
            }

            isFirst = false;
        }
    }

    private static void Set<TCode, TPlace>(ReadOnlySpan<TCode> codes, ReadOnlySpan<TPlace> places, Span<TPlace> index, bool isFirst)
        where TCode : unmanaged, IBinaryInteger<TCode>
        where TPlace : unmanaged, IBinaryInteger<TPlace>
    {
        if (isFirst)
        {
            IndexKernel.Set(codes, places, index);
        }
        else
        {
            IndexKernel.Add(codes, places, index);
        }
    }

    private static void Set<TPlace>(TPlace constant, Span<TPlace> index, bool isFirst)
        where TPlace : unmanaged, IBinaryInteger<TPlace>
    {
        foreach (ref TPlace entry in index)
        {
            entry = isFirst ? constant : entry + constant;
        }
    }

    /// <summary>The day of each row if it stays in that day's slot, or else the day after the table's last, whose slot is outside.</summary>
    private int[] Slots(KeyColumn key)
    {
        Span<int> days = scratch.Days.AsSpan(0, rows);
        table.FillDays(start, days);
        for (int i = 0; i < rows; i++)
        {
            int last = days[i] + table.Extents[start + i];
            days[i] = last < table.DayCount && key.Slots[last] == key.Slots[days[i]] ? days[i] : table.DayCount;
        }

        return scratch.Days;
    }

    private ReadOnlySpan<T> Passing<T>(T[] column, T[] target, int passing)
        where T : unmanaged, IBinaryInteger<T> => Passing(column, target, passing, start);

    private ReadOnlySpan<T> Passing<T>(T[] column, T[] target, int passing, int first)
        where T : unmanaged, IBinaryInteger<T>
    {
        ReadOnlySpan<T> values = column.AsSpan(first, rows);
        if (!isSelected)
        {
            return values;
        }

        CompactKernel.Compact(values, States, plan.Least, target);
        return target.AsSpan(0, passing);
    }

    private void AddMeasures<TIndex>(ReadOnlySpan<TIndex> index, int passing)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        cells.Reserve(passing, PatchWeight());
        for (int i = 0; i < plan.Columns.Length; i++)
        {
            if (plan.Columns[i] is not { } column)
            {
                continue;
            }

            if (column.Packed is { } packed)
            {
                cells.AddTriples(i, index, Passing<uint>(packed, scratch.Packed, passing), place);
            }
            else
            {
                cells.AddSingles(i, index, Passing<byte>(column.Single!, scratch.OtherStates, passing), place);
            }

            AddPatches(i, column, index);
        }

        if (plan.Counts)
        {
            cells.AddCounts(index, Continuations(passing), place);
        }
    }

    private void AddMeasures(int passing)
    {
        cells.Reserve(passing, PatchWeight());
        for (int i = 0; i < plan.Columns.Length; i++)
        {
            if (plan.Columns[i] is not { } column)
            {
                continue;
            }

            if (column.Packed is { } packed)
            {
                cells.AddTriples(i, Passing<uint>(packed, scratch.Packed, passing), place);
            }
            else
            {
                cells.AddSingles(i, Passing<byte>(column.Single!, scratch.OtherStates, passing), place);
            }

            AddPatches<int>(i, column, []);
        }

        if (plan.Counts)
        {
            cells.AddCounts(passing, Continuations(passing), place);
        }
    }

    private ReadOnlySpan<byte> Continuations(int passing) =>
        table.Continuations.Values is byte[] later ? Passing<byte>(later, scratch.OtherStates, passing) : [];

    private long PatchWeight()
    {
        long weight = 0;
        for (int measure = 0; measure < nextPatches.Length; measure++)
        {
            if (plan.Columns[measure] is { } column)
            {
                long sum = 0;
                for (int i = FirstPatch(measure, column); i < column.Patches.Count && column.Patches.RowOf(i) < start + rows; i++)
                {
                    sum += GroupCells.WeightOf(column.Patches[i]);
                }

                weight = Math.Max(weight, sum);
            }
        }

        return weight;
    }

    private int FirstPatch(int measure, MeasureColumn column)
    {
        ref int next = ref nextPatches[measure];
        while (next < column.Patches.Count && column.Patches.RowOf(next) < start)
        {
            next++;
        }

        return next;
    }

    private void AddPatches<TIndex>(int measure, MeasureColumn column, ReadOnlySpan<TIndex> index)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        int counted = 0;
        int before = 0;
        for (int i = FirstPatch(measure, column); i < column.Patches.Count && column.Patches.RowOf(i) < start + rows; i++)
        {
            Patch patch = column.Patches[i];
            int at = patch.Row - start;
            if (isSelected)
            {
                if (States[at] < plan.Least)
                {
                    continue;
                }

                // The row's place among those that pass.
                before += SelectKernel.Count(States[counted..at], plan.Least);
                counted = at;
                at = before;
            }

            cells.AddPatch(measure, patch, place + (index.IsEmpty ? 0 : int.CreateTruncating(index[at])));
        }
    }
}
