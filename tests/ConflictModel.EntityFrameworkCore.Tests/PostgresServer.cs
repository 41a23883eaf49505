using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ConflictModel.EntityFrameworkCore.Tests;

/// <summary>
/// A PostgreSQL server of these tests' own: in a temporary folder, on a free port of this machine's loopback address, as long as they run.
/// </summary>
/// <remarks>PostgreSQL does not run as root; where the tests do, it runs as the user postgres, whom its package makes.</remarks>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string folder =
        Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"conflictmodel-{Environment.ProcessId}"));

    private readonly int port = FreePort();
    private int databases;

    /// <summary>Why there is no server; null if there is one.</summary>
    public string? Missing { get; private set; }

    private string Data => Path.Combine(folder, "data");

    private string Log => Path.Combine(folder, "log");

    /// <summary>The connection to a database that is not there yet.</summary>
    public string NewDatabase() => string.Create(
        CultureInfo.InvariantCulture,
        $"Host=127.0.0.1;Port={port};Username=postgres;Database=d{Interlocked.Increment(ref databases)};Timeout=30;Pooling=false");

    public async ValueTask InitializeAsync()
    {
        if (Programs() is not { } programs)
        {
            Missing = "No PostgreSQL server is installed (Debian's package postgresql has one): these tests are skipped.";
            return;
        }

        if (IsRoot && !(await File.ReadAllTextAsync("/etc/passwd")).Contains("\npostgres:", StringComparison.Ordinal))
        {
            Missing = "PostgreSQL does not run as root, and there is no user postgres: these tests are skipped.";
            return;
        }

        Directory.CreateDirectory(folder);
        if (IsRoot)
        {
            await Run("chown", "postgres", folder);
        }

        await AsServer(
            Path.Combine(programs, "initdb"),
            "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await AsServer(
            Path.Combine(programs, "pg_ctl"),
            "-D", Data, "-w",
            "-o", FormattableString.Invariant($"-h 127.0.0.1 -p {port} -k '{folder}' -c fsync=off"),
            "start");
        EndWithTests(Path.Combine(programs, "pg_ctl"));
    }

    public async ValueTask DisposeAsync()
    {
        if (Missing is null && Programs() is { } programs)
        {
            await AsServer(Path.Combine(programs, "pg_ctl"), "-D", Data, "-m", "immediate", "-w", "stop");
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static string? Programs() => !Directory.Exists("/usr/lib/postgresql") ? null
        : Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // Tests that crash dispose of nothing: then whoever looks on ends the server and clears the folder away.
    private void EndWithTests(string control)
    {
        string ended = "exec > /dev/null 2>&1; while [ -d /proc/$0 ]; do sleep 1; done; "
            + (IsRoot ? "runuser -u postgres -- " : "") + "\"$1\" -D \"$2/data\" -m immediate -w stop; rm -rf \"$2\"";
        string tests = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        using var onlooker = Process.Start(
            new ProcessStartInfo("sh", ["-c", ended, tests, control, folder]) { WorkingDirectory = "/" });
    }

    // The server keeps the output that it inherits, so that goes to a file: nobody waits for the end of a pipe.
    private async Task AsServer(string program, params string[] arguments)
    {
        string[] quietly = ["sh", "-c", "exec \"$@\" >> \"$0\" 2>&1", Log, program, .. arguments];
        try
        {
            await (IsRoot ? Run("runuser", ["-u", "postgres", "--", .. quietly]) : Run("sh", quietly[1..]));
        }
        catch (InvalidOperationException failure)
        {
            string told = File.Exists(Log) ? await File.ReadAllTextAsync(Log) : "";
            throw new InvalidOperationException($"{Path.GetFileName(program)} failed: {told}", failure);
        }
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
