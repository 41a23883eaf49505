namespace ConflictModel.Benchmarks.Interchange;

/// <summary>
/// A long file made by repeating a published one, whose path CONFLICTMODEL_GED gives; its length in MB is CONFLICTMODEL_MB, 200 unless
/// said.
/// </summary>
internal static class InterchangeFile
{
    public static string Make()
    {
        string source = Environment.GetEnvironmentVariable("CONFLICTMODEL_GED")
            ?? throw new InvalidOperationException("CONFLICTMODEL_GED is not set: it is the path of a UCDP GED file.");
        string megabytes = Environment.GetEnvironmentVariable("CONFLICTMODEL_MB") ?? "200";
        long wanted = long.Parse(megabytes, System.Globalization.CultureInfo.InvariantCulture) * 1_000_000;
        string path = Path.Combine(Path.GetTempPath(), $"conflictmodel-{wanted / 1_000_000}.csv");
        if (!File.Exists(path))
        {
            byte[] text = File.ReadAllBytes(source);
            int body = Array.IndexOf(text, (byte)'\n') + 1;
            using FileStream file = File.Create(path);
            file.Write(text.AsSpan(0, body));
            while (file.Length < wanted)
            {
                file.Write(text.AsSpan(body));
            }
        }

        return path;
    }
}
