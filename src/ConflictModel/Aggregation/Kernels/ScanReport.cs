namespace ConflictModel.Aggregation;

/// <summary>How many incidents each filter dropped, and how many were left without a certain answer.</summary>
internal sealed class ScanReport(int filters)
{
    public long[] Dropped { get; } = new long[filters];

    public long Perhaps { get; set; }

    public void Add(ScanReport other)
    {
        lock (Dropped)
        {
            for (int i = 0; i < Dropped.Length; i++)
            {
                Dropped[i] += other.Dropped[i];
            }

            Perhaps += other.Perhaps;
        }
    }
}
