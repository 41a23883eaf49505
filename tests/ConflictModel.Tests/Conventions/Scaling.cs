using System.Collections;
using System.Reflection;

namespace ConflictModel.Tests.Conventions;

/// <summary>Twice as much takes about twice the work; and whatever takes much is measured, or it is said why it need not be.</summary>
/// <remarks>The work is counted in the bytes that it takes from the heap, which no other test and no busy machine changes; a loop that
/// takes none is not seen.</remarks>
internal static class Scaling
{
    private const double Most = 2.3;

    private static readonly string[] Large =
    [
        "ConflictDataset", "IncidentTable", "Toll", "CaptureTable", "CaptureRange", "PieceTables", "Aggregate", "VintageComparison",
        "IncidentBatch",
    ];

    /// <summary>Makes what is to be counted, of a size and of twice that, and counts.</summary>
    public static void Check(int size, Func<int, Action> make)
    {
        (Action once, Action twice) = (make(size), make(2 * size));

        OnOneThread(() =>
        {
            // What is made once for all, and what is lent again, is not counted; what was lent may be gone when the memory was cleared.
            twice();
            (long one, long two) = (Bytes(once), Bytes(twice));
            for (int again = 0; again < 5 && two >= Most * one; again++)
            {
                (one, two) = (Math.Min(one, Bytes(once)), Math.Min(two, Bytes(twice)));
            }

            return (double)two / one;
        }).Should().BeLessThan(Most);
    }

    /// <summary>Each public method that takes a collection, a stream, a table, a data set or a text is listed once.</summary>
    /// <param name="assembly">Where the methods are.</param>
    /// <param name="ways">The names of what is measured.</param>
    /// <param name="measured">Methods by the way that measures them, apart by spaces: <c>Type.Method</c>.</param>
    /// <param name="others">The others by the reason why they need not be.</param>
    public static void CheckComplete(
        Assembly assembly, IEnumerable<string> ways, IEnumerable<(string Way, string Methods)> measured,
        IEnumerable<(string Reason, string Methods)> others)
    {
        measured.Select(one => one.Way).Should().BeSubsetOf(ways);
        measured.Concat(others).SelectMany(one => one.Item2.Split(' ')).Order(StringComparer.Ordinal)
            .Should().Equal(Takers(assembly).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Takers(Assembly assembly) => assembly.GetExportedTypes()
        .Where(type => !type.IsSpecialName)
        .SelectMany(type => type
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType == type
                && method.Name is not ("Equals" or "ToString" or "TryFormat" or "Deconstruct" or "<Clone>$")
                && (method.GetParameters().Any(one => IsLarge(one.ParameterType)) || (!method.IsStatic && IsLarge(type))))
            .Select(method => $"{type.Name}.{method.Name}"))
        .Distinct();

    private static bool IsLarge(Type type)
    {
        Type bare = type.IsByRef ? type.GetElementType()! : type;
        return typeof(IEnumerable).IsAssignableFrom(bare) || typeof(Stream).IsAssignableFrom(bare)
            || typeof(TextReader).IsAssignableFrom(bare) || typeof(TextWriter).IsAssignableFrom(bare)
            || bare.Name.StartsWith("ReadOnlySpan", StringComparison.Ordinal) || bare.Name.StartsWith("Span", StringComparison.Ordinal)
            || bare.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal) || Large.Contains(bare.Name);
    }

    /// <summary>
    /// Runs something without help: of work that is shared out among threads only what comes to one of them would be counted.
    /// </summary>
    private static double OnOneThread(Func<double> work) => Task.Factory.StartNew(
        work,
        CancellationToken.None,
        TaskCreationOptions.None,
        new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, maxConcurrencyLevel: 1).ExclusiveScheduler).Result;

    private static long Bytes(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
