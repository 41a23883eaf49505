namespace ConflictModel.Undercount;

/// <summary>
/// A log-linear model fitted to counts by the greatest likelihood, each count a Poisson variable: the logarithm of what is expected of it
/// is the sum of a row's terms. Newton's method, with steps that are halved until the likelihood grows.
/// </summary>
internal sealed class PoissonFit
{
    private const int MostSteps = 200;

    private readonly double[][] rows;
    private readonly double[] counts;
    private readonly double[] expected;
    private double[] terms;

    private PoissonFit(double[][] rows, double[] counts)
    {
        (this.rows, this.counts) = (rows, counts);
        expected = new double[rows.Length];
        terms = new double[rows[0].Length];
    }

    /// <summary>The terms, in the order of the rows' columns.</summary>
    public IReadOnlyList<double> Terms => terms;

    /// <summary>What is expected of each count.</summary>
    public IReadOnlyList<double> Expected => expected;

    /// <summary>Twice what the likelihood lacks to that of a perfect fit.</summary>
    public double Deviance => 2 * counts.Zip(expected).Sum(cell =>
        (cell.First == 0 ? 0 : cell.First * Math.Log(cell.First / cell.Second)) - (cell.First - cell.Second));

    /// <summary>The logarithm of the likelihood, with all its constants.</summary>
    public double LogLikelihood => counts.Zip(expected).Sum(cell =>
        (cell.First * Math.Log(cell.Second)) - cell.Second - GammaFunction.Log(cell.First + 1));

    /// <summary>Fits the model.</summary>
    /// <param name="rows">For each count the terms that it has, of a matrix whose columns are independent.</param>
    /// <param name="counts">The counts.</param>
    /// <param name="start">Terms to start from, or null.</param>
    public static PoissonFit Of(double[][] rows, double[] counts, IReadOnlyList<double>? start = null)
    {
        var fit = new PoissonFit(rows, counts);
        if (start is null)
        {
            fit.Begin();
        }
        else
        {
            fit.terms = [.. start];
        }

        fit.Climb();
        return fit;
    }

    /// <summary>The variance of the first term, by the curvature of the likelihood.</summary>
    public double VarianceOfFirst()
    {
        double[] first = new double[terms.Length];
        first[0] = 1;
        return Cholesky.Of(Curvature(expected))?.Solve(first)[0] ?? double.PositiveInfinity;
    }

    // The weighted least squares of the logarithms.
    private void Begin()
    {
        double[] weights = Array.ConvertAll(counts, count => count + 0.5);
        double[] right = new double[terms.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
            {
                right[j] += rows[i][j] * weights[i] * Math.Log(weights[i]);
            }
        }

        terms = Factor(weights).Solve(right);
    }

    private void Climb()
    {
        double height = Height(terms, expected);
        double[] there = new double[expected.Length], next = new double[terms.Length];
        for (int step = 0; step < MostSteps; step++)
        {
            double[] move = Factor(expected).Solve(Slope());
            double length = move.Max(Math.Abs), part = 1;
            if (length < 1e-13)
            {
                return;
            }

            double higher;
            while (true)
            {
                for (int j = 0; j < next.Length; j++)
                {
                    next[j] = terms[j] + (part * move[j]);
                }

                higher = Height(next, there);

                // Near the top the height no longer tells; there the whole step is right.
                if (higher >= height - (1e-12 * Math.Abs(height)) || part < 1e-10)
                {
                    break;
                }

                part /= 2;
            }

            bool isDone = length < 1e-7 && step > 0;
            (terms, next) = (next, terms);
            there.CopyTo(expected, 0);
            height = higher;
            if (isDone)
            {
                // The error of a step is about the square of its length.
                return;
            }
        }
    }

    private double Height(double[] at, double[] into)
    {
        double height = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            double sum = 0;
            double[] row = rows[i];
            for (int j = 0; j < at.Length; j++)
            {
                sum += row[j] * at[j];
            }

            into[i] = Math.Exp(sum);
            height += (counts[i] * sum) - into[i];
        }

        return height;
    }

    private double[] Slope()
    {
        double[] slope = new double[terms.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < slope.Length; j++)
            {
                slope[j] += rows[i][j] * (counts[i] - expected[i]);
            }
        }

        return slope;
    }

    private Cholesky Factor(double[] weights)
    {
        double[][] matrix = Curvature(weights);
        for (double more = 1e-14; ; more *= 10)
        {
            if (Cholesky.Of(matrix) is { } root)
            {
                return root;
            }

            // What is nearly flat in a direction is made a little less so; the top stays where it is.
            for (int j = 0; j < matrix.Length; j++)
            {
                matrix[j][j] = (matrix[j][j] * (1 + more)) + double.Epsilon;
            }
        }
    }

    private double[][] Curvature(double[] weights)
    {
        double[][] matrix = new double[terms.Length][];
        for (int j = 0; j < matrix.Length; j++)
        {
            matrix[j] = new double[matrix.Length];
        }

        for (int i = 0; i < rows.Length; i++)
        {
            double[] row = rows[i];
            for (int j = 0; j < row.Length; j++)
            {
                if (row[j] != 0)
                {
                    double weighted = weights[i] * row[j];
                    for (int k = 0; k <= j; k++)
                    {
                        matrix[j][k] += weighted * row[k];
                    }
                }
            }
        }

        return matrix;
    }
}
