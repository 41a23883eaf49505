namespace ConflictModel.Interchange;

/// <summary>What pages of an API's answers say of the whole.</summary>
/// <param name="Here">How many rows there are on this page; null if it doesn't say.</param>
/// <param name="Total">How many rows there are on all pages; null if it doesn't say.</param>
/// <param name="Pages">How many pages there are; null if it doesn't say.</param>
internal readonly record struct PageClaim(long? Here, long? Total, long? Pages)
{
    /// <summary>How many pages say so.</summary>
    public long Count { get; private init; } = 1;

    /// <summary>
    /// What the pages among some files say together; null if none is a page. Pages that say the same of the whole are pages of one answer,
    /// and a file that is no page is whole.
    /// </summary>
    public static PageClaim? Of(IReadOnlyList<(PageClaim? Claim, long Rows)> files)
    {
        var answers = new HashSet<PageClaim>();
        (long count, long? total, long? pages) = (0, null, null);
        foreach ((PageClaim? claim, long rows) in files)
        {
            count += claim is null ? 0 : 1;
            if (claim is not { Total: { } stated } page)
            {
                total = (total ?? 0) + (claim?.Here ?? rows);
            }
            else if (page.Pages == 1 || answers.Add(page with { Here = null }))
            {
                total = (total ?? 0) + stated;
                pages = page.Pages is { } more ? (pages ?? 0) + more : pages;
            }
        }

        return count == 0 ? null : new(null, total, pages) { Count = count };
    }
}
