namespace ConflictModel.Undercount;

/// <summary>Solves symmetric systems of a few dozen equations, by the square root of their matrix.</summary>
internal sealed class Cholesky
{
    private readonly double[][] root;

    private Cholesky(double[][] root) => this.root = root;

    /// <summary>The root of a matrix, of which the lower triangle is read; null if it is not positive definite, as far as doubles
    /// tell.</summary>
    public static Cholesky? Of(double[][] matrix)
    {
        int size = matrix.Length;
        double[][] root = new double[size][];
        for (int i = 0; i < size; i++)
        {
            root[i] = new double[i + 1];
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++)
                {
                    sum -= root[i][k] * root[j][k];
                }

                if (i != j)
                {
                    root[i][j] = sum / root[j][j];
                }
                else if (sum > 1e-14 * matrix[i][i])
                {
                    root[i][i] = Math.Sqrt(sum);
                }
                else
                {
                    return null;
                }
            }
        }

        return new(root);
    }

    /// <summary>What the matrix times gives this.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        double[] x = right.ToArray();
        for (int i = 0; i < x.Length; i++)
        {
            for (int k = 0; k < i; k++)
            {
                x[i] -= root[i][k] * x[k];
            }

            x[i] /= root[i][i];
        }

        for (int i = x.Length - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < x.Length; k++)
            {
                x[i] -= root[k][i] * x[k];
            }

            x[i] /= root[i][i];
        }

        return x;
    }
}
