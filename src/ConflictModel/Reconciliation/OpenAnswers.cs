namespace ConflictModel.Reconciliation;

/// <summary>Which answers to one question several records of one person leave open. Answers are numbers from 1.</summary>
/// <remarks>
/// A record says one, or that it is one of several, with <see cref="NotKnown"/> among them if it may be none of these; or it says nothing.
/// What says nothing disagrees with nothing. Records that have no answer in common leave open all that any of them has.
/// </remarks>
internal struct OpenAnswers
{
    /// <summary>The answer that there is none.</summary>
    public const int NotKnown = 0;

    /// <summary>What a record says that says nothing.</summary>
    public static readonly int[] Silence = [];

    private static readonly int[] NoneKnown = [NotKnown];

    private int[]? common;
    private int[]? any;

    /// <summary>What is open: one answer if it is certain.</summary>
    public readonly int[] Open => common is null ? NoneKnown : common.Length > 0 ? common : any!;

    /// <summary>What is open once records are added that have no answer in common with these: all that any record has.</summary>
    public readonly int[] OpenOnceDisputed => any ?? NoneKnown;

    /// <summary>Whether those that say anything have no answer in common.</summary>
    public readonly bool IsDisputed => common is [];

    /// <summary>Whether all that say anything have one answer in common and no other, or nobody says anything; and that answer.</summary>
    public readonly bool IsAgreed(out int answer)
    {
        answer = common is [var only] ? only : NotKnown;
        return common is null or [_];
    }

    /// <summary>Takes a record's answers in.</summary>
    public void Add(int[] said)
    {
        if (said.Length == 0 || ReferenceEquals(said, common))
        {
            return;
        }

        common = common is null ? said : [.. common.Intersect(said)];
        any = any is null ? said : [.. any.Union(said)];
    }
}
