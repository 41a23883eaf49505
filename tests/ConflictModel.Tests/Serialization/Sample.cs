using ConflictModel.Serialization;

namespace ConflictModel.Tests.Serialization;

/// <summary>The sample file that the tool ships.</summary>
internal static class Sample
{
    public static string Path { get; } = System.IO.Path.Combine(Repository.Root, "src", "ConflictModel.Tool", "samples", "syria-2024.json");

    public static byte[] Bytes { get; } = File.ReadAllBytes(Path);

    public static ConflictDataset Dataset { get; } = DatasetJson.Read(Bytes);
}
