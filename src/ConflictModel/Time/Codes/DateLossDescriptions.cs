namespace ConflictModel.Time;

/// <summary>Words for <see cref="DateLosses"/>.</summary>
public static class DateLossDescriptions
{
    private static readonly string[] Sentences =
    [
        "that the date is uncertain or approximate",
        "the time of day",
        "that it lasted for the whole span",
        "that some days of the span are ruled out",
        "that it names a season",
        "its exact limits",
        "the date, since an end is open, unknown or out of range",
        "the date, since no code is as vague",
        "the precision, which does not follow from the dates",
        "the wording of the approximate date",
    ];

    extension(DateLosses self)
    {
        /// <summary>What is lost, one phrase each, in a fixed order; empty if nothing is.</summary>
        public IReadOnlyList<string> Describe()
        {
            var result = new List<string>();
            for (var bit = 0; bit < Sentences.Length; bit++)
            {
                if (((int)self & (1 << bit)) != 0)
                    result.Add(Sentences[bit]);
            }

            return result;
        }
    }
}
