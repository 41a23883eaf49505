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

    public static void Write(PieceTables tables, string folder, ParquetDescription description)
    {
        List<DescribedFile> files = [];
        foreach (PlainTable table in tables.All)
        {
            string name = table.Schema.Name + Extension;
            string path = Path.Combine(folder, name);
            using (FileStream stream = new(path, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                if (table == tables.Pieces)
                {
                    ParquetTables.Write(tables, stream, description);
                }
                else
                {
                    PiecesWriter.Write(table, stream, 0, new Dictionary<string, string>());
                }
            }

            using FileStream written = File.OpenRead(path);
            files.Add(new(name, table.Schema, written.Length, Convert.ToHexStringLower(SHA256.HashData(written))));
        }

        File.WriteAllBytes(Path.Combine(folder, "croissant.json"), Croissant.Of(description, files));
        File.WriteAllBytes(Path.Combine(folder, "datapackage.json"), DataPackage.Of(description, files));
    }
}
