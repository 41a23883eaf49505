namespace ConflictModel.Matching;

/// <summary>A point and how far from it an event may have been, in kilometres.</summary>
internal readonly record struct EventDisc(Coordinates Centre, double Radius)
{
    /// <summary>"Near a known place" is within about 25 km of it, by the codebook of UCDP (where_prec 2).</summary>
    public const double Nearness = 25;

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

    /// <summary>How far the points are apart.</summary>
    public double Apart(EventDisc other) => EarthDistance.Between(Centre, other.Centre);
}
