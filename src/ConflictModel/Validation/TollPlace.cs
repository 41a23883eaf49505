namespace ConflictModel.Validation;

/// <summary>A toll and where it stands in the file.</summary>
internal readonly record struct TollPlace(Harm Harm, Toll Toll, JsonPointer Pointer)
{
    /// <summary>The tolls of a report, in the order of the harms.</summary>
    public static IEnumerable<TollPlace> In(Report report, JsonPointer at)
    {
        if (report.Casualties is { } casualties)
        {
            foreach ((Harm harm, Toll toll) in casualties.Tolls())
            {
                yield return new(harm, toll, at.Member("casualties").Member(JsonName.Of(harm)));
            }
        }
    }
}
