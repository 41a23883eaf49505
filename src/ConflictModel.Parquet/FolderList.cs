using System.Text.Json;

namespace ConflictModel.Parquet;

/// <summary>The files that a folder says it holds: what is missing is lost, and a sum without it would be a wrong one.</summary>
internal static class FolderList
{
    private const string Croissant = "croissant.json";
    private const string DataPackage = "datapackage.json";

    /// <summary>So many missing files are named.</summary>
    private const int MostNamed = 3;

    /// <summary>Writes the lists of a folder.</summary>
    public static void Write(string folder, ParquetDescription description, IReadOnlyList<DescribedFile> files)
    {
        File.WriteAllBytes(Path.Combine(folder, Croissant), Parquet.Croissant.Of(description, files));
        File.WriteAllBytes(Path.Combine(folder, DataPackage), Parquet.DataPackage.Of(description, files));
    }

    /// <summary>Holds that whatever a folder says it holds is there.</summary>
    /// <exception cref="ParquetFormatException">A file is missing, or a list is not understood.</exception>
    public static void Check(string folder)
    {
        foreach (string name in (string[])[Croissant, DataPackage])
        {
            string list = Path.Combine(folder, name);
            if (!File.Exists(list))
            {
                continue;
            }

            string[] missing = [.. Listed(list).Where(file => !File.Exists(Path.Combine(folder, file)))];
            if (missing.Length > 0)
            {
                string more = missing.Length > MostNamed ? FormattableString.Invariant($" and {missing.Length - MostNamed} more") : "";
                throw new ParquetFormatException(
                    $"it lists files that are not there: {string.Join(", ", missing.Take(MostNamed))}{more}", list);
            }
        }
    }

    private static List<string> Listed(string list)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(list));
            JsonElement root = document.RootElement;
            return root.TryGetProperty("resources", out JsonElement resources)
                ? [.. resources.EnumerateArray().SelectMany(Paths)]
                : root.TryGetProperty("distribution", out JsonElement files)
                    ? [.. files.EnumerateArray().SelectMany(file => Text(file, "contentUrl")).Select(Uri.UnescapeDataString)]
                    : [];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ParquetFormatException($"it is no list of files: {error.Message.TrimEnd('.')}", list, inner: error);
        }
    }

    /// <summary>The paths of a resource: one, or several.</summary>
    private static IEnumerable<string> Paths(JsonElement resource) =>
        resource.TryGetProperty("path", out JsonElement path) && path.ValueKind == JsonValueKind.Array
            ? path.EnumerateArray().SelectMany(one => Local(one.GetString()))
            : Text(resource, "path");

    private static string[] Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out JsonElement text) ? Local(text.GetString()) : [];

    /// <summary>A name of a file in the folder; what is elsewhere is not looked for.</summary>
    private static string[] Local(string? path) => path is null || path.Contains("://", StringComparison.Ordinal) ? [] : [path];
}
