namespace ConflictModel.Reporting;

/// <summary>Outlines of regions for a map, as the caller gave them.</summary>
/// <param name="Shapes">The shapes, in the order of the file.</param>
internal sealed record Outlines(IReadOnlyList<Outlines.Shape> Shapes)
{
    /// <summary>The regions that are outlined, each once.</summary>
    public IEnumerable<RegionId> Regions => Shapes.Select(shape => shape.Region).OfType<RegionId>().Distinct();

    /// <summary>One region's outline: rings of points, longitude first.</summary>
    /// <param name="Region">The region of the data set that it is of; null if none was found by id, code or name, or several.</param>
    /// <param name="Rings">Its rings, holes among them.</param>
    internal sealed record Shape(RegionId? Region, IReadOnlyList<(double Longitude, double Latitude)[]> Rings);
}
