namespace ConflictModel.Matching;

/// <summary>A point and how far from it an event may have been, in kilometres.</summary>
internal readonly record struct EventDisc(Coordinates Centre, double Radius)
{
    /// <summary>"Near a known place" is within about 25 km of it, by the codebook of UCDP (where_prec 2).</summary>
    public const double Nearness = 25;

    private const double EarthRadius = 6371.0088;

    /// <summary>
    /// Null where a place has no point, or its point only stands for an area: an event known to a governorate is not 0 km from anything.
    /// </summary>
    /// <remarks>A point of which nobody says how precise it is counts as near.</remarks>
    public static EventDisc? Of(Place? place) => place is not { Coordinates: { } point } ? null : place.Precision switch
    {
        PlacePrecision.Exact => new EventDisc(point, 0),
        PlacePrecision.Near or PlacePrecision.Unknown => new EventDisc(point, Nearness),
        _ => null,
    };

    /// <summary>Whether the two are certainly within so many kilometres of each other.</summary>
    public Truth Within(EventDisc other, double kilometres)
    {
        double apart = Apart(other);
        double slack = Radius + other.Radius;
        return apart - slack > kilometres ? Truth.No : apart + slack <= kilometres ? Truth.Yes : Truth.Unknown;
    }

    /// <summary>How far the points are apart, on a sphere.</summary>
    public double Apart(EventDisc other)
    {
        double here = Radians(Centre.Latitude), there = Radians(other.Centre.Latitude);
        double north = Math.Sin((there - here) / 2);
        double east = Math.Sin(Radians(other.Centre.Longitude - Centre.Longitude) / 2);
        double half = (north * north) + (Math.Cos(here) * Math.Cos(there) * east * east);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
