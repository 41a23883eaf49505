namespace ConflictModel.Undercount;

/// <summary>Where a function crosses zero between two places at which it has different signs.</summary>
internal static class RootSearch
{
    private const int MostSteps = 200;

    /// <summary>
    /// The place, to the last digits: by false position that halves the weight of an end which stays (the Illinois rule).
    /// </summary>
    public static double Between(double from, double to, Func<double, double> function)
    {
        double atFrom = function(from), atTo = function(to);
        for (int step = 0; step < MostSteps && Math.Abs(to - from) > 1e-14 * Math.Max(1, Math.Abs(to)); step++)
        {
            double middle = atFrom == atTo ? (from + to) / 2 : to - (atTo * (to - from) / (atTo - atFrom));
            double there = function(middle);
            if (there == 0)
            {
                return middle;
            }

            if (Math.Sign(there) == Math.Sign(atTo))
            {
                atFrom /= 2;
            }
            else
            {
                (from, atFrom) = (to, atTo);
            }

            if (Math.Abs(middle - to) <= 1e-14 * Math.Max(1, Math.Abs(middle)))
            {
                return middle;
            }

            (to, atTo) = (middle, there);
        }

        return to;
    }
}
