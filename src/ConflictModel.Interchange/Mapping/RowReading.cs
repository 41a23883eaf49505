namespace ConflictModel.Interchange;

/// <summary>What reading rows needs beside them.</summary>
/// <param name="Glossary">Takes the actors, regions and sources that the rows name.</param>
/// <param name="Names">Who knows actors and regions by name.</param>
/// <param name="Vintage">The vintage of the data set; null if unknown.</param>
internal sealed record RowReading(Glossary Glossary, NameResolver Names, Vintage? Vintage = null);
