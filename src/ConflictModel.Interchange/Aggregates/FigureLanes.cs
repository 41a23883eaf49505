using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>The figures of <see cref="EventCells.Figures"/> (low, best, high, civilians, side A, side B, unknown) as measures of a table.</summary>
internal static class FigureLanes
{
    public const int Count = 7;

    // Low, best and high are one measure.
    private const int FirstGroup = 3;

    public static Measure[] Measures { get; } =
    [
        Measure.Killed, Measure.Killed.Civilians, Measure.Killed.Among(VictimGroup.FirstSide), Measure.Killed.Among(VictimGroup.SecondSide),
        Measure.Killed.Among(VictimGroup.Unknown),
    ];

    /// <summary>A bit for each figure that is stated.</summary>
    public static int StatedIn(long?[] figures)
    {
        int stated = 0;
        for (int i = 0; i < figures.Length; i++)
        {
            stated |= figures[i] is null ? 0 : 1 << i;
        }

        return stated;
    }

    /// <summary>Sets the figures that are stated; returns how many.</summary>
    public static int Fill(long?[] figures, Span<Figure> target)
    {
        int count = 0;
        if (figures[0] is not null || figures[1] is not null || figures[2] is not null)
        {
            target[count++] = Measure.Killed.Is(figures[0], figures[1], figures[2]);
        }

        for (int i = FirstGroup; i < Count; i++)
        {
            if (figures[i] is { } figure)
            {
                target[count++] = Measures[i - FirstGroup + 1].Is(figure);
            }
        }

        return count;
    }

    /// <summary>The sum of one figure in a group.</summary>
    public static long SumOf(AggregateRow row, int figure) => figure switch
    {
        0 => row.Of(Measure.Killed).Low,
        1 => row.Of(Measure.Killed).Best,
        2 => row.Of(Measure.Killed).High,
        _ => row.Of(Measures[figure - FirstGroup + 1]).Best,
    };
}
