using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Benchmarks.Tables;

/// <summary>Made-up incidents with the skew of real ones, in order of date: the rows that all engines are given.</summary>
public sealed class SyntheticIncidents
{
    public const int Actors = 300;
    public const int Regions = 400;
    public const int Parents = 20;
    public const int Kinds = 12;
    public const int Days = 13_149;
    public const int Groups = 4;
    public const int Civilians = 2;

    /// <summary>The kinds are this one and those after it.</summary>
    public const IncidentKind FirstKind = IncidentKind.Battle;

    private const int Cap = 30_000;

    private static readonly double[] ZeroShare = [0.55, 0.70, 0.65, 0.88, 0.60];
    private static readonly double[] Alpha = [1.25, 1.30, 1.35, 1.28, 1.30];

    public SyntheticIncidents(int rows)
    {
        SplitMix random = new(42);
        Zipf perpetrators = new(Actors, 1.0);
        Zipf targets = new(Actors, 0.8);
        Zipf regions = new(Regions, 0.7);
        Zipf kinds = new(Kinds, 0.9);
        Rows = rows;
        (Perpetrator, Target, Region, Kind, Day) = (new ushort[rows], new ushort[rows], new ushort[rows], new byte[rows], new ushort[rows]);
        for (int i = 0; i < Figures.Length; i++)
        {
            Figures[i] = new ushort[rows];
        }

        for (int row = 0; row < rows; row++)
        {
            Day[row] = (ushort)(Math.Pow(random.Next(), 0.85) * Days);
        }

        Array.Sort(Day);
        for (int row = 0; row < rows; row++)
        {
            Perpetrator[row] = (ushort)perpetrators.Next(ref random);
            Target[row] = (ushort)targets.Next(ref random);
            Region[row] = (ushort)regions.Next(ref random);
            Kind[row] = (byte)kinds.Next(ref random);
            for (int group = 0; group < ZeroShare.Length; group++)
            {
                SetFigure(row, group, ref random);
            }
        }
    }

    private SyntheticIncidents(SyntheticIncidents all, int rows)
    {
        int[] chosen = [.. Enumerable.Range(0, rows).Select(i => (int)((long)i * all.Rows / rows))];
        Rows = rows;
        (Perpetrator, Target, Region) = (Pick(all.Perpetrator), Pick(all.Target), Pick(all.Region));
        (Kind, Day, Figures) = (Pick(all.Kind), Pick(all.Day), Array.ConvertAll(all.Figures, Pick));

        T[] Pick<T>(T[] column) => Array.ConvertAll(chosen, row => column[row]);
    }

    public int Rows { get; }

    public ushort[] Perpetrator { get; }

    public ushort[] Target { get; }

    public ushort[] Region { get; }

    public byte[] Kind { get; }

    public ushort[] Day { get; }

    /// <summary>Low, best and high of the killed of each of four groups, then of the wounded.</summary>
    public ushort[][] Figures { get; } = new ushort[15][];

    public static LocalDate FirstDate { get; } = new(1989, 1, 1);

    public static int ParentOf(int region) => region % Parents;

    /// <summary>So many of these rows, spread over the whole time, so that groups are met as often as among all.</summary>
    public SyntheticIncidents Sample(int rows) => new(this, rows);

    /// <summary>The killed in all: low, best or high.</summary>
    public int Killed(int row, int part) =>
        Figures[part][row] + Figures[3 + part][row] + Figures[6 + part][row] + Figures[9 + part][row];

    public IncidentTable ToTable()
    {
        IncidentTableBuilder builder = new();
        for (int i = 0; i < Parents; i++)
        {
            builder.DefineRegion(RegionId.From($"parent{i}"), RegionKind.Governorate);
        }

        var regions = new TableCode<RegionId>[Regions];
        for (int i = 0; i < Regions; i++)
        {
            regions[i] = builder.DefineRegion(RegionId.From($"region{i}"), RegionKind.District, RegionId.From($"parent{ParentOf(i)}"));
        }

        TableCode<ActorId>[] actors = [.. Enumerable.Range(0, Actors).Select(i => builder.CodeOf(ActorId.From($"actor{i:000}")))];
        LocalDate[] dates = [.. Enumerable.Range(0, Days).Select(FirstDate.PlusDays)];
        Measure[] measures =
        [
            Measure.Killed.Among(VictimGroup.FirstSide), Measure.Killed.Among(VictimGroup.SecondSide), Measure.Killed.Civilians,
            Measure.Killed.Among(VictimGroup.Unknown), Measure.Wounded,
        ];
        IncidentBatch batch = new(1024);
        for (int start = 0; start < Rows; start += batch.Capacity)
        {
            int count = Math.Min(batch.Capacity, Rows - start);
            for (int i = 0; i < count; i++)
            {
                int row = start + i;
                batch.Earliest[i] = dates[Day[row]];
                batch.FirstSides[i] = actors[Perpetrator[row]];
                batch.SecondSides[i] = actors[Target[row]];
                batch.Regions[i] = regions[Region[row]];
                batch.Kinds[i] = FirstKind + Kind[row];
                batch.Low(Measure.Killed)[i] = Killed(row, 0);
                batch.Best(Measure.Killed)[i] = Killed(row, 1);
                batch.High(Measure.Killed)[i] = Killed(row, 2);
                for (int m = 0; m < measures.Length; m++)
                {
                    batch.Low(measures[m])[i] = Figures[3 * m][row];
                    batch.Best(measures[m])[i] = Figures[3 * m + 1][row];
                    batch.High(measures[m])[i] = Figures[3 * m + 2][row];
                }
            }

            builder.AppendBatch(batch, count);
        }

        return builder.ToTable(sortByDate: true);
    }

    private void SetFigure(int row, int group, ref SplitMix random)
    {
        if (random.Next() < ZeroShare[group])
        {
            return;
        }

        int best = (int)Math.Min(Cap, Math.Pow(1 - random.Next(), -1 / Alpha[group]));
        bool isRange = random.Next() < 0.25;
        Figures[3 * group][row] = (ushort)(isRange ? best * (0.5 + 0.5 * random.Next()) : best);
        Figures[3 * group + 1][row] = (ushort)best;
        Figures[3 * group + 2][row] = (ushort)(isRange ? Math.Min(Cap, best * (1 + random.Next())) : best);
    }
}
