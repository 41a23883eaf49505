namespace ConflictModel.Arithmetic;

/// <summary>Finds a subset from which something still follows, and of which nothing can be left out.</summary>
internal static class LeastSet
{
    /// <summary>A least subset of <paramref name="items"/>, those that come early preferred.</summary>
    /// <param name="items">The items, from all of which it follows.</param>
    /// <param name="follows">Whether it follows from some items. What follows from some follows from more.</param>
    /// <remarks>
    /// Junker's QuickXplain: a number of questions that grows with the size of the answer, and only by logarithm with that of the whole.
    /// </remarks>
    /// <param name="budget">The most questions to ask; when they are used up, what is left stays in the answer.</param>
    public static List<T> Find<T>(List<T> items, Func<List<T>, bool> follows, int budget = int.MaxValue)
    {
        var none = new List<T>();
        return items.Count == 0 || follows(none)
            ? none
            : Search(none, hasNew: false, items, some => budget > 0 && budget-- > 0 && follows(some));
    }

    // The depth of recursion is the logarithm of the number of items.
    private static List<T> Search<T>(List<T> given, bool hasNew, List<T> items, Func<List<T>, bool> follows)
    {
        if (hasNew && follows(given))
        {
            return [];
        }

        if (items.Count == 1)
        {
            return items;
        }

        int half = items.Count / 2;
        List<T> preferred = items[..half], others = items[half..];
        List<T> fromOthers = Search([.. given, .. preferred], hasNew: true, others, follows);
        List<T> fromPreferred = Search([.. given, .. fromOthers], fromOthers.Count > 0, preferred, follows);
        return [.. fromPreferred, .. fromOthers];
    }
}
