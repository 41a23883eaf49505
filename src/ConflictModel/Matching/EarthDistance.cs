namespace ConflictModel.Matching;

/// <summary>How far two points are apart on a sphere of the earth's mean radius, in kilometres.</summary>
internal static class EarthDistance
{
    private const double Radius = 6371.0088;

    public static double Between(Coordinates one, Coordinates other)
    {
        double here = Radians(one.Latitude), there = Radians(other.Latitude);
        double north = Math.Sin((there - here) / 2);
        double east = Math.Sin(Radians(other.Longitude - one.Longitude) / 2);
        double half = (north * north) + (Math.Cos(here) * Math.Cos(there) * east * east);
        return 2 * Radius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
