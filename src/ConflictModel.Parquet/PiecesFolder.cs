using System.Security.Cryptography;
using ConflictModel.Aggregation;

namespace ConflictModel.Parquet;

/// <summary>A folder of plain tables as Parquet files, with the files that describe them.</summary>
internal static class PiecesFolder
{
    private const string Extension = ".parquet";

    private static readonly string[] Companions =
        [PieceSchema.Belongs.Name, PieceSchema.Members.Name, PieceSchema.Within.Name, PieceSchema.Names.Name];

    /// <summary>Whether a file of such a name is one of the small tables beside the pieces.</summary>
    public static bool IsCompanion(string name) => Array.Exists(Companions, companion => name == companion + Extension);

    public static void Write(
        PieceTables tables, string folder, ParquetDescription description, IReadOnlyList<ParquetPartition> by)
    {
        List<DescribedFile> files = [];
        foreach (PlainTable table in tables.All)
        {
            if (table != tables.Pieces)
            {
                files.Add(Write(table, folder, table.Schema.Name + Extension, 0, new Dictionary<string, string>()));
                continue;
            }

            Dictionary<string, string> metadata = Books.Metadata(tables, description);
            IEnumerable<(string Folder, PlainTable Pieces, int CutRows)> parts = by.Count == 0 || table.Rows == 0
                ? [("", table, tables.CutRows)]
                : PiecesPartitions.Of(tables, description.Vintage, by);
            files.AddRange(parts.Select(part =>
                Write(part.Pieces, folder, $"{part.Folder}/{table.Schema.Name}{Extension}".TrimStart('/'), part.CutRows, metadata)));
        }

        File.WriteAllBytes(Path.Combine(folder, "croissant.json"), Croissant.Of(description, files));
        File.WriteAllBytes(Path.Combine(folder, "datapackage.json"), DataPackage.Of(description, files));
    }

    private static DescribedFile Write(
        PlainTable table, string folder, string name, int cutRows, IReadOnlyDictionary<string, string> metadata)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (FileStream stream = new(path, FileMode.CreateNew, FileAccess.ReadWrite))
        {
            PiecesWriter.Write(table, stream, cutRows, metadata);
        }

        using FileStream written = File.OpenRead(path);
        return new(name, table.Schema, written.Length, Convert.ToHexStringLower(SHA256.HashData(written)));
    }
}
