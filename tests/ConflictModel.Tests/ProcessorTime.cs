using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ConflictModel.Tests;

/// <summary>For how long a processor has worked, which no other work of the machine changes.</summary>
internal static class ProcessorTime
{
    // CLOCK_THREAD_CPUTIME_ID of Linux.
    private const int OfThread = 3;

    /// <summary>For this thread; elsewhere than on Linux, time as it passes.</summary>
    public static TimeSpan Now => OperatingSystem.IsLinux() && clock_gettime(OfThread, out Moment moment) == 0
        ? TimeSpan.FromTicks((moment.Seconds * TimeSpan.TicksPerSecond) + (moment.Nanoseconds / TimeSpan.NanosecondsPerTick))
        : Stopwatch.GetElapsedTime(0);

    [DllImport("libc")]
    private static extern int clock_gettime(int clock, out Moment moment);

    private readonly record struct Moment(nint Seconds, nint Nanoseconds);
}
