using System.Numerics;

namespace ConflictModel.Aggregation;

/// <summary>Adds runs of rows to one thread's group table: which rows pass, which group each falls into, what each adds.</summary>
internal sealed class BlockScan(ScanPlan plan, GroupCells cells, ScanReport report)
{
    private readonly Workspace scratch = Workspace.Current;
    private readonly TableColumns table = plan.Table;
    private readonly BlockFilter filter = new(plan, report);

    // For each measure the first patch that is not before the block at hand.
    private readonly int[] nextPatches = new int[plan.Columns.Length];

    // The block at hand.
    private int start;
    private int rows;
    private int passing;
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

        for (start = from; start < to; start += rows)
        {
            rows = Math.Min(Workspace.Rows, to - start);
            Select(era);
            if (passing > 0)
            {
                AddBlock();
            }
        }
    }

    private ReadOnlySpan<byte> States => scratch.States.AsSpan(0, rows);

    /// <summary>The rows that pass, from the start of the block, where some do not.</summary>
    private ReadOnlySpan<ushort> Positions => scratch.Positions.AsSpan(0, passing);

    private void Select(int era)
    {
        passing = filter.Select(start, rows, era);
        isSelected = passing < rows;
    }

    private void AddBlock()
    {
        if (plan.Sparse is { } sparse)
        {
            SetIndex(key => key.WidePlaces, scratch.WideIndex);
            for (int i = 0; i < passing; i++)
            {
                scratch.Index[i] = sparse[scratch.WideIndex[i]];
            }

            AddMeasures<int>(scratch.Index.AsSpan(0, passing));
        }
        else if (plan.Keys.Length == 0)
        {
            AddMeasures();
        }
        else if (!isSelected && plan.Keys.Length == 1 && plan.Keys[0] is { IsIdentity: true, Column.Values: { } codes })
        {
            switch (codes)
            {
                case byte[] bytes: AddMeasures<byte>(bytes.AsSpan(start, rows)); break;
                case ushort[] shorts: AddMeasures<ushort>(shorts.AsSpan(start, rows)); break;
                default: AddMeasures<int>(((int[])codes).AsSpan(start, rows)); break;
            }
        }
        else
        {
            SetIndex(key => key.Places, scratch.Index);
            AddMeasures<int>(scratch.Index.AsSpan(0, passing));
        }
    }

    /// <summary>Collects the wide places of the groups that rows fall into, for a sparse table.</summary>
    public void Collect(int from, int to, int era, HashSet<long> places)
    {
        for (start = from; start < to; start += rows)
        {
            foreach (long wide in WidePlaces(to, era))
            {
                places.Add(wide);
            }
        }
    }

    /// <summary>Sets the wide place of each row that passes.</summary>
    public void Place(Span<long> places)
    {
        for (start = 0; start < places.Length; start += rows)
        {
            ReadOnlySpan<long> wide = WidePlaces(places.Length, era: 0);
            for (int i = 0; i < wide.Length; i++)
            {
                places[start + (isSelected ? Positions[i] : i)] = wide[i];
            }
        }
    }

    /// <summary>The wide places of the passing rows of the next block.</summary>
    private ReadOnlySpan<long> WidePlaces(int to, int era)
    {
        rows = Math.Min(Workspace.Rows, to - start);
        Select(era);
        Span<long> wide = scratch.WideIndex.AsSpan(0, passing);
        wide.Clear();
        SetIndex(key => key.WidePlaces, wide);
        return wide;
    }

    private void SetIndex<TPlace>(Func<KeyColumn, TPlace[]> placesOf, Span<TPlace> index)
        where TPlace : unmanaged, IBinaryInteger<TPlace>
    {
        index = index[..passing];
        int done = 0;
        if (plan.Keys is [{ Column: { } first }, { Column: { } second }, ..])
        {
            (TPlace[] places, TPlace[] others) = (placesOf(plan.Keys[0]), placesOf(plan.Keys[1]));
            bool isPair = (first.Values, second.Values) switch
            {
                (ushort[] a, ushort[] b) => SetPair(a, places, b, others, index),
                (ushort[] a, byte[] b) => SetPair(a, places, b, others, index),
                (byte[] a, ushort[] b) => SetPair(b, others, a, places, index),
                (byte[] a, byte[] b) => SetPair(a, places, b, others, index),
                _ => false,
            };
            done = isPair ? 2 : 0;
        }

        for (; done < plan.Keys.Length; done++)
        {
            KeyColumn key = plan.Keys[done];
            TPlace[] places = placesOf(key);
            bool isFirst = done == 0;
            switch (key.Column)
            {
                case null: Set<int, TPlace>(Slots(key), places, index, isFirst); break;
                case { Values: null }: Set(places[0], index, isFirst); break;
                case { Values: byte[] bytes }: Set<byte, TPlace>(bytes.AsSpan(start, rows), places, index, isFirst); break;
                case { Values: ushort[] shorts }: Set<ushort, TPlace>(shorts.AsSpan(start, rows), places, index, isFirst); break;
                default: Set<int, TPlace>(((int[])key.Column.Values).AsSpan(start, rows), places, index, isFirst); break;
            }
        }
    }

    private bool SetPair<TCode, TOther, TPlace>(TCode[] codes, TPlace[] places, TOther[] others, TPlace[] otherPlaces, Span<TPlace> index)
        where TCode : unmanaged, IBinaryInteger<TCode>
        where TOther : unmanaged, IBinaryInteger<TOther>
        where TPlace : unmanaged, IBinaryInteger<TPlace>
    {
        ReadOnlySpan<TCode> here = codes.AsSpan(start, rows);
        ReadOnlySpan<TOther> there = others.AsSpan(start, rows);
        if (isSelected)
        {
            IndexKernel.SetPair(here, places, there, otherPlaces, new PassingRows(Positions), index);
        }
        else
        {
            IndexKernel.SetPair(here, places, there, otherPlaces, default(AllRows), index);
        }

        return true;
    }

    private void Set<TCode, TPlace>(ReadOnlySpan<TCode> codes, ReadOnlySpan<TPlace> places, Span<TPlace> index, bool isFirst)
        where TCode : unmanaged, IBinaryInteger<TCode>
        where TPlace : unmanaged, IBinaryInteger<TPlace>
    {
        switch (isSelected, isFirst)
        {
            case (false, true): IndexKernel.Set(codes, default(AllRows), places, index); break;
            case (false, false): IndexKernel.Add(codes, default(AllRows), places, index); break;
            case (true, true): IndexKernel.Set(codes, new PassingRows(Positions), places, index); break;
            default: IndexKernel.Add(codes, new PassingRows(Positions), places, index); break;
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

    /// <summary>
    /// The day of each row if it stays in that day's slot, or else the day after the table's last, whose slot is outside.
    /// </summary>
    private int[] Slots(KeyColumn key)
    {
        Span<int> days = scratch.Days.AsSpan(0, rows);
        table.FillDays(start, days);
        if (table.Extents.Values is not null)
        {
            Span<int> extents = scratch.Extents.AsSpan(0, rows);
            table.Extents.CopyTo(start, extents);
            for (int i = 0; i < days.Length; i++)
            {
                int last = days[i] + extents[i];
                days[i] = last < table.DayCount && key.Slots[last] == key.Slots[days[i]] ? days[i] : table.DayCount;
            }
        }

        return scratch.Days;
    }

    /// <summary>The values of the passing rows, side by side.</summary>
    private ReadOnlySpan<T> Passing<T>(T[] column, T[] target)
        where T : unmanaged
    {
        ReadOnlySpan<T> values = column.AsSpan(start, rows);
        if (!isSelected)
        {
            return values;
        }

        GatherKernel.Gather(values, Positions, target);
        return target.AsSpan(0, passing);
    }

    private void AddMeasures<TIndex>(ReadOnlySpan<TIndex> index)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        if (isSelected)
        {
            AddMeasures(index, new PassingRows(Positions));
        }
        else
        {
            AddMeasures(index, default(AllRows));
        }
    }

    private void AddMeasures<TIndex, TRows>(ReadOnlySpan<TIndex> index, TRows which)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
        where TRows : struct, IRows, allows ref struct
    {
        cells.Reserve(passing, PatchWeight());
        for (int i = 0; i < plan.Columns.Length; i++)
        {
            MeasureColumn? column = plan.Columns[i];
            if (column is null)
            {
                continue;
            }

            if (column.Packed is { } packed)
            {
                cells.AddTriples(i, index, packed.AsSpan(start, rows), which, place);
            }
            else
            {
                cells.AddSingles(i, index, column.Single.AsSpan(start, rows), which, place);
            }

            AddPatches(i, column, index);
        }

        if (plan.Counts)
        {
            cells.AddCounts(index, table.Continuations.Values is byte[] later ? later.AsSpan(start, rows) : [], which, place);
        }
    }

    private void AddMeasures()
    {
        cells.Reserve(passing, PatchWeight());
        for (int i = 0; i < plan.Columns.Length; i++)
        {
            MeasureColumn? column = plan.Columns[i];
            if (column is null)
            {
                continue;
            }

            if (column.Packed is { } packed)
            {
                cells.AddTriples(i, Passing(packed, scratch.Packed), place);
            }
            else
            {
                cells.AddSingles(i, Passing(column.Single!, scratch.OtherStates), place);
            }

            AddPatches<int>(i, column, []);
        }

        if (plan.Counts)
        {
            cells.AddCounts(passing, table.Continuations.Values is byte[] later ? Passing(later, scratch.OtherStates) : [], place);
        }
    }

    /// <summary>No less than what the block's patches add to any lane.</summary>
    private long PatchWeight()
    {
        long weight = 0;
        for (int measure = 0; measure < nextPatches.Length; measure++)
        {
            if (plan.Columns[measure] is { } column)
            {
                int first = FirstPatch(measure, column);
                int next = first;
                while (next < column.Patches.Count && column.Patches.RowOf(next) < start + rows)
                {
                    next++;
                }

                weight = Math.Max(weight, (next - first) * column.Patches.Heaviest);
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
        for (int i = FirstPatch(measure, column); i < column.Patches.Count && column.Patches.RowOf(i) < start + rows; i++)
        {
            int at = column.Patches.RowOf(i) - start;
            if (isSelected)
            {
                if (States[at] < plan.Least)
                {
                    continue;
                }

                at = Positions.BinarySearch((ushort)at);
            }

            cells.AddPatch(measure, column.Patches[i], place + (index.IsEmpty ? 0 : int.CreateTruncating(index[at])));
        }
    }
}
