using System.Runtime.ExceptionServices;

namespace ConflictModel.Interchange;

/// <summary>
/// The rows of ACLED files, of which those of a monadic export are made one: it repeats an event in a row for each of its two actors, who
/// stands as actor1 in each.
/// </summary>
/// <remarks>
/// <para>
/// Two rows are one event if they stand one below the other, bear one id, agree in every cell but those of actor1, and have no second
/// actor; and if they bear the same timestamp and differ in the actor, or <c>interaction</c> is made of the kinds of both. The upper row's
/// actor is actor1 then, the lower row's actor2. Nothing else is joined: an id that still stands twice is a repeated one.
/// </para>
/// <para>
/// A row is only held back, to see the next one first, while no row of its file has a second actor: a file that has one is no such export.
/// A file without the columns of the second actor gets them.
/// </para>
/// </remarks>
/// <param name="inner">The rows as they stand.</param>
/// <param name="keepsText">Whether <see cref="RawText"/> will be asked for.</param>
internal sealed class ActorRowSource(RowSource inner, bool keepsText) : RowSource
{
    private readonly ActorRowCopy copy = new();
    private ActorColumns layout = new(ColumnSet.Empty);
    private ActorColumns heldLayout = new(ColumnSet.Empty);
    private bool isHeld;
    private bool isAhead;
    private bool isAtEnd;
    private string? heldFile;
    private bool heldCommas;
    private long heldPosition;
    private (string Text, bool Truncated) heldText = ("", false);
    private long joined;
    private ExceptionDispatchInfo? late;

    public override ColumnSet Columns
    {
        get => (isHeld ? heldLayout : Layout()).Columns;
        protected set => throw new NotSupportedException();
    }

    public override ValueList<string> Tags
    {
        get => Layout().Widened(inner.Tags);
        protected set => throw new NotSupportedException();
    }

    public override bool IsAboveTags
    {
        get => !isHeld && inner.IsAboveTags;
        protected set => throw new NotSupportedException();
    }

    public override bool IsJson => inner.IsJson;

    public override bool HasDecimalCommas => isHeld ? heldCommas : inner.HasDecimalCommas;

    public override Row Row => isHeld ? base.Row : inner.Row;

    public override string? File => isHeld ? heldFile : inner.File;

    public override long Position => isHeld ? heldPosition : inner.Position;

    /// <summary>Rows that were made one of two stand in no one place.</summary>
    public override bool HasPlaces => inner.HasPlaces && joined == 0;

    public override long Joined => joined;

    public override PageClaim? Page => inner.Page;

    public override bool Read()
    {
        if (!Start() || (!isAhead && !inner.Read()))
        {
            return false;
        }

        if (Hold())
        {
            try
            {
                Look(inner.Read());
            }
            catch (MalformedInputException error)
            {
                late = ExceptionDispatchInfo.Capture(error);
            }
        }

        return true;
    }

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!Start() || (!isAhead && !await inner.ReadAsync(cancellationToken).ConfigureAwait(false)))
        {
            return false;
        }

        if (Hold())
        {
            try
            {
                Look(await inner.ReadAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (MalformedInputException error)
            {
                late = ExceptionDispatchInfo.Capture(error);
            }
        }

        return true;
    }

    public override ReadOnlySpan<byte> Cell(int index) => copy[index];

    public override (long Line, long Column) PositionOf(int index) => copy.PlaceOf(index);

    public override string RawText(out bool truncated)
    {
        truncated = heldText.Truncated;
        return heldText.Text;
    }

    public override void Dispose() => inner.Dispose();

    /// <summary>Leaves the row that was given last; false if there is no other.</summary>
    private bool Start()
    {
        isHeld = false;

        // What is wrong behind a row is told after the row.
        late?.Throw();
        return !isAtEnd;
    }

    private ActorColumns Layout() => ReferenceEquals(layout.Inner, inner.Columns) ? layout : layout = new(inner.Columns);

    /// <summary>Holds the row back, if the next one may be of the same event.</summary>
    private bool Hold()
    {
        isAhead = false;
        if (inner.Row.Fault is not null || inner.IsAboveTags || !Layout().MayBeHalf(inner.Row))
        {
            return false;
        }

        heldLayout = layout;
        copy.Take(inner, layout);
        heldFile = inner.File;
        heldPosition = inner.Position;
        heldCommas = inner.HasDecimalCommas;
        heldText = keepsText ? (inner.RawText(out bool truncated), truncated) : heldText;
        isHeld = true;
        base.Row.Start(inner.Row.Line);
        return true;
    }

    /// <summary>Looks at the row behind the one that is held: it is the same event's, or the next one.</summary>
    private void Look(bool isAnother)
    {
        (isAhead, isAtEnd) = (isAnother, !isAnother);
        if (isAnother && inner.Row.Fault is null && inner.HasDecimalCommas == heldCommas && Layout().IsLike(heldLayout)
            && layout.AreHalves(base.Row, inner.Row))
        {
            isAhead = false;
            joined++;
            copy.Join(inner, layout);
            if (keepsText)
            {
                heldText = ($"{heldText.Text}\n{inner.RawText(out bool truncated)}", heldText.Truncated || truncated);
            }
        }
    }
}
