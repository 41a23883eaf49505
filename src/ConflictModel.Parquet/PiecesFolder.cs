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

    /// <summary>Whether a file of such a name says all ids and hierarchies of a folder that is divided.</summary>
    public static bool KnowsAllIds(string name) => name == PieceSchema.Names.Name + Extension;

    public static void Write(
        PieceTables tables, string folder, ParquetDescription description, IReadOnlyList<ParquetPartition> by)
    {
        bool isDivided = by.Count > 0 && tables.Pieces.Rows > 0;
        Dictionary<string, string> whole = Books.Metadata(tables, description);
        List<DescribedFile> files = [];
        foreach (PlainTable table in tables.All)
        {
            if (table != tables.Pieces)
            {
                // What no piece needs stands nowhere else in a folder whose files of pieces say their own ids.
                files.Add(Write(table, folder, table.Schema.Name + Extension, 0, isDivided && table == tables.Names ? whole : []));
            }
            else if (isDivided)
            {
                OwnBooks own = new(tables);
                (string Folder, PlainTable Pieces, int CutRows)[] parts = [.. PiecesPartitions.Of(tables, description.Vintage, by)];
                TablePart[] said = TablePart.Of(parts.Select(part => (part.Folder, part.Pieces)));
                files.AddRange(parts.Select((part, i) => Write(
                    part.Pieces, folder, $"{part.Folder}/{table.Schema.Name}{Extension}", part.CutRows,
                    said[i].In(own.Metadata(part.Pieces, description)))));
            }
            else
            {
                files.Add(Write(table, folder, table.Schema.Name + Extension, tables.CutRows, TablePart.Whole(table).In(whole)));
            }
        }

        FolderList.Write(folder, description, files);
    }

    private static DescribedFile Write(
        PlainTable table, string folder, string name, int cutRows, Dictionary<string, string> metadata)
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
