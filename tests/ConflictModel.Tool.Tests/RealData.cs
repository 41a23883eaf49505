namespace ConflictModel.Tool.Tests;

/// <summary>The folder of real data, where there is one.</summary>
internal static class RealData
{
    /// <summary>The path of a file of the folder; the test is skipped where there is none.</summary>
    public static string File(string name)
    {
        string? folder = Environment.GetEnvironmentVariable("CONFLICTMODEL_DATA");
        if (string.IsNullOrEmpty(folder))
        {
            Assert.Skip("CONFLICTMODEL_DATA is not set");
        }

        return Path.Combine(folder, name);
    }
}
