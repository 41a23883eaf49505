using ConflictModel.Aggregation;
using ConflictModel.Benchmarks.Tables;
using ConflictModel.Parquet;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Benchmarks.Scale;

/// <summary>Made-up incidents as a folder of Parquet files in order of time, one of which is made at a time.</summary>
internal static class ScaleFiles
{
    private const int Actors = 300;
    private const int Dyads = 900;
    private const int Regions = 400;
    private const int Days = 13_149;
    private const int FileRows = 4_000_000;

    /// <summary>Of a hundred incidents so many last several days.</summary>
    private const double LastingShare = 0.05;

    public static void Generate(string folder, long pieces)
    {
        int files = (int)Math.Max(1, (pieces + FileRows - 1) / FileRows);
        long written = 0;
        for (int file = 0; file < files; file++)
        {
            int rows = (int)Math.Min(FileRows, pieces - written);
            string below = Path.Combine(folder, $"part={file:000}");
            Directory.CreateDirectory(below);
            int made = Write(Path.Combine(below, "pieces.parquet"), file, files, rows);
            written += made;
            Console.Error.WriteLine($"{written:N0} pieces in {file + 1} files");
        }
    }

    /// <summary>Writes about so many pieces, and says how many.</summary>
    private static int Write(string path, int file, int files, int rows)
    {
        SplitMix random = new((ulong)(1000 + file));
        Zipf actors = new(Actors, 1.0);
        Zipf dyads = new(Dyads, 0.9);
        Zipf places = new(Regions, 0.7);
        IncidentTableBuilder builder = new(BucketScheme.Month);
        TableCode<ActorId>[] sides = [.. Enumerable.Range(0, Actors).Select(i => builder.CodeOf(ActorId.From($"actor-{i}")))];
        TableCode<DyadId>[] pairs = [.. Enumerable.Range(0, Dyads).Select(i => builder.CodeOf(DyadId.From($"dyad-{i}")))];
        TableCode<RegionId>[] regions = [.. Enumerable.Range(0, Regions).Select(i => Region(builder, i))];
        IncidentKind[] kinds = [IncidentKind.Ambush, IncidentKind.ArmedAttack, IncidentKind.Shelling, IncidentKind.AirStrike];
        LocalDate start = new LocalDate(1989, 1, 1).PlusDays((int)((long)Days * file / files));
        int span = Days / files;
        while (builder.Rows < rows)
        {
            LocalDate first = start.PlusDays((int)(random.Next() * span));
            bool lasts = random.Next() < LastingShare;
            builder.Append(
                new()
                {
                    Id = IncidentId.From($"{file:000}-{builder.IncidentCount}"),
                    Earliest = first,
                    Latest = lasts ? first.PlusDays((int)(random.Next() * 40)) : first,
                    FirstSide = sides[actors.Next(ref random)],
                    SecondSide = sides[actors.Next(ref random)],
                    Region = regions[places.Next(ref random)],
                    Kind = kinds[(int)(random.Next() * kinds.Length)],
                    Dyad = pairs[dyads.Next(ref random)],
                    DatePrecision = 1,
                },
                Figures(Measure.Killed, ref random),
                Figures(Measure.Killed.Civilians, ref random));
        }

        IncidentTable table = builder.ToTable();
        table.WriteParquet(path);
        return table.Rows;
    }

    private static TableCode<RegionId> Region(IncidentTableBuilder builder, int i)
    {
        builder.DefineRegion(RegionId.From($"country-{i % 20}"), RegionKind.Country);
        return builder.DefineRegion(RegionId.From($"region-{i}"), RegionKind.Governorate, RegionId.From($"country-{i % 20}"));
    }

    private static (Measure, long?, long?, long?) Figures(Measure measure, ref SplitMix random)
    {
        if (random.Next() < 0.02)
        {
            return measure.Is(null, null, null);
        }

        long best = random.Next() < 0.5 ? 0 : (long)Math.Min(30_000, Math.Pow(1 - random.Next(), -0.8));
        return random.Next() < 0.25 ? measure.Is(best / 2, best, best * 2 + 1) : measure.Is(best);
    }
}
