using System.Globalization;

namespace ConflictModel;

/// <summary>A point on the earth: WGS 84 latitude and longitude in decimal degrees.</summary>
/// <remarks>
/// Equality is that of both numbers. The default value is the point 0, 0, which is a place in the Gulf of Guinea and not "unknown": leave
/// the property null for that.
/// </remarks>
public readonly partial record struct Coordinates
{
    /// <summary>The point at a latitude and longitude.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="latitude"/> is not within -90 to 90, or <paramref name="longitude"/>
    /// not within -180 to 180.</exception>
    public Coordinates(double latitude, double longitude)
    {
        Latitude = latitude is >= -90 and <= 90
            ? latitude
            : throw new ArgumentOutOfRangeException(nameof(latitude), latitude, "A latitude is -90 to 90 degrees.");
        Longitude = longitude is >= -180 and <= 180
            ? longitude
            : throw new ArgumentOutOfRangeException(nameof(longitude), longitude, "A longitude is -180 to 180 degrees.");
    }

    /// <summary>Degrees north, -90 to 90.</summary>
    public double Latitude { get; }

    /// <summary>Degrees east, -180 to 180.</summary>
    public double Longitude { get; }

    /// <summary>Latitude, then longitude: <c>34.5, 38.25</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude}, {Longitude}");
}
