namespace ConflictModel.Matching;

/// <summary>Whether two places may be one, by the regions that hold them and the points that are given.</summary>
internal sealed class PlaceComparer
{
    private const double Near = 5;
    private const double Far = 50;

    private readonly Dictionary<RegionId, Region> regions = [];

    public PlaceComparer(ValueList<Region> regions)
    {
        foreach (Region region in regions)
        {
            this.regions.TryAdd(region.Id, region);
        }
    }

    public Agreement Compare(Place? one, Place? other)
    {
        if (one is null || other is null)
        {
            return Agreement.NotKnown;
        }

        if (one is { Coordinates: { } here, Precision: PlacePrecision.Exact or PlacePrecision.Near }
            && other is { Coordinates: { } there, Precision: PlacePrecision.Exact or PlacePrecision.Near })
        {
            double apart = EarthDistance.Between(here, there);
            return apart <= Near ? Agreement.Same : apart <= Far ? Agreement.Compatible : Agreement.Differs;
        }

        Agreement found = Agreement.NotKnown;
        foreach (RegionId mine in one.Regions)
        {
            foreach (RegionId theirs in other.Regions)
            {
                Agreement pair = Compare(mine, theirs);
                if (pair == Agreement.Same)
                {
                    return pair;
                }

                found = pair == Agreement.Compatible || found == Agreement.NotKnown ? pair : found;
            }
        }

        return found;
    }

    private Agreement Compare(RegionId mine, RegionId theirs)
    {
        Region? one = regions.GetValueOrDefault(mine), other = regions.GetValueOrDefault(theirs);
        if (mine == theirs)
        {
            return one is null or { Kind: RegionKind.Town or RegionKind.SubDistrict or RegionKind.District }
                ? Agreement.Same
                : Agreement.Compatible;
        }

        // Whether regions that nobody describes, or that no administration drew, have something in common is not known.
        return !IsDrawn(one) || !IsDrawn(other) ? Agreement.NotKnown
            : IsWithin(one, theirs) || IsWithin(other, mine) ? Agreement.Compatible
            : Agreement.Differs;
    }

    private static bool IsDrawn([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] Region? region) =>
        region is not (null or { Kind: RegionKind.Natural or RegionKind.Zone });

    private bool IsWithin(Region region, RegionId whole)
    {
        var seen = new HashSet<RegionId> { region.Id };
        var open = new Stack<Region>([region]);
        while (open.TryPop(out Region? at))
        {
            foreach (RegionId above in at.Within)
            {
                if (above == whole)
                {
                    return true;
                }

                if (seen.Add(above) && regions.TryGetValue(above, out Region? next))
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }
}
