namespace ConflictModel.Interchange;

/// <summary>The columns of an ACLED file by which the two rows of one event in a monadic export are known, and joined.</summary>
internal sealed class ActorColumns
{
    private readonly AcledColumns at;
    private readonly AcledColumns whole;
    private readonly int timestamp;
    private readonly int[] others;
    private readonly bool isWidened;
    private bool mayBeMonadic;

    /// <summary>The columns of a file as it has them.</summary>
    public ActorColumns(ColumnSet inner)
    {
        Inner = inner;
        at = new(inner);
        timestamp = inner.IndexOf("timestamp");
        (int One, int Two)[] pairs =
            [(at.One.Actor, at.Two.Actor), (at.One.Associates, at.Two.Associates), (at.One.Inter, at.Two.Inter)];
        mayBeMonadic = at.Id >= 0 && at.One.Actor >= 0 && inner.HasAll("event_date", "event_type")
            && (timestamp >= 0 || at.Interaction >= 0);

        // A file that has all of the first actor and nothing of a second is such an export; one that lacks more was cut by somebody.
        isWidened = mayBeMonadic && pairs.All(pair => pair.One >= 0 && pair.Two < 0);
        mayBeMonadic &= isWidened || pairs.All(pair => pair.One < 0 == pair.Two < 0);

        // The second actor stands behind the first, as in ACLED's own files.
        From = [.. Enumerable.Range(0, inner.Count)];
        if (isWidened)
        {
            int[] added = [.. pairs.Select(pair => pair.One)];
            int behind = pairs.Max(pair => pair.One) + 1;
            From = [.. From[..behind], .. added.Select(_ => -1), .. From[behind..]];
            Columns = ColumnSet.Of(
            [
                .. inner.Names.Take(behind), .. added.Select(index => inner.Names[index].Trim()[..^1] + "2"), .. inner.Names.Skip(behind),
            ], out _)!;
        }
        else
        {
            Columns = inner;
        }

        whole = new(Columns);
        (int From, int To)[] moves =
            [(at.One.Actor, whole.Two.Actor), (at.One.Associates, whole.Two.Associates), (at.One.Inter, whole.Two.Inter)];
        Moves = [.. moves.Where(move => move is { From: >= 0, To: >= 0 })];
        others = [.. Enumerable.Range(0, inner.Count).Except(pairs.SelectMany(pair => (int[])[pair.One, pair.Two]))];
    }

    /// <summary>The columns as the file has them.</summary>
    public ColumnSet Inner { get; }

    /// <summary>The same with those of a second actor, if rows may be joined and the file has none.</summary>
    public ColumnSet Columns { get; }

    /// <summary>For each of <see cref="Columns"/> its place in the file, or -1.</summary>
    public int[] From { get; }

    /// <summary>From where in the file's lower row to where in the joined one the cells of its actor go.</summary>
    public (int From, int To)[] Moves { get; }

    /// <summary>A row of the file as one of <see cref="Columns"/>.</summary>
    public ValueList<string> Widened(ValueList<string> row) =>
        row.IsEmpty || !isWidened ? row : From.Select(index => index < 0 ? "" : row[index]).ToValueList();

    /// <summary>Whether these are another file's columns by name and order.</summary>
    public bool IsLike(ActorColumns other) =>
        ReferenceEquals(this, other) || Inner.Names.SequenceEqual(other.Inner.Names, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the next row may be of the same event; never again in a file that has a second actor.</summary>
    public bool MayBeHalf(Row row)
    {
        if (mayBeMonadic && HasSecond(row))
        {
            mayBeMonadic = false;
        }

        // In a file that has got columns every row has to have them.
        return isWidened || (mayBeMonadic && !CellText.IsBlank(row[at.Id]));
    }

    /// <summary>Whether two rows, one below the other, are one event's.</summary>
    /// <param name="upper">The upper one, of <see cref="Columns"/>.</param>
    /// <param name="lower">The lower one, of <see cref="Inner"/>.</param>
    public bool AreHalves(Row upper, Row lower)
    {
        if (!mayBeMonadic || CellText.IsBlank(lower[at.Id]) || !upper[whole.Id].SequenceEqual(lower[at.Id])
            || CellText.IsBlank(upper[whole.One.Actor]) || CellText.IsBlank(lower[at.One.Actor]) || HasSecond(lower))
        {
            return false;
        }

        bool isOne = true;
        for (int index = 0; index < From.Length; index++)
        {
            isOne &= From[index] < 0 || !others.Contains(From[index]) || upper.Written(index).SequenceEqual(lower.Written(From[index]));
        }

        return isOne && (IsOneTime(lower, upper) || IsInteraction(upper, lower));
    }

    private bool IsOneTime(Row lower, Row upper) =>
        timestamp >= 0 && !lower[timestamp].IsEmpty && !upper[whole.One.Actor].SequenceEqual(lower[at.One.Actor]);

    /// <summary>Whether the event is said to be a meeting of the two: then they may bear one name.</summary>
    private bool IsInteraction(Row upper, Row lower)
    {
        (string one, string two) = (upper.IdOf(whole.One.Inter), lower.IdOf(at.One.Inter));
        return at.Interaction >= 0 && AcledCodes.InterOf(one) > 0 && AcledCodes.InterOf(two) > 0
            && string.Equals(lower.IdOf(at.Interaction), AcledCodes.Interaction(one, two), StringComparison.OrdinalIgnoreCase);
    }

    private bool HasSecond(Row row) => !CellText.IsBlank(row[at.Two.Actor]) || !CellText.IsBlank(row[at.Two.Associates])
        || AcledCodes.InterOf(row.IdOf(at.Two.Inter)) != 0;
}
