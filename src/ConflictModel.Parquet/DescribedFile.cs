using ConflictModel.Aggregation;

namespace ConflictModel.Parquet;

/// <summary>A file of a folder as the files beside it describe it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">Its columns.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its SHA-256 in small hexadecimal letters.</param>
internal sealed record DescribedFile(string Name, PlainSchema Schema, long Bytes, string Sha256);
