namespace ConflictModel.Benchmarks.Tables;

/// <summary>An engine that answers the five queries.</summary>
public interface IPeer
{
    /// <summary>The whole answer to a query from 1 to 5, to be compared.</summary>
    Answer Ask(int query);

    /// <summary>Works the answer out without handing it over, and returns the milliseconds.</summary>
    double Time(int query);
}
