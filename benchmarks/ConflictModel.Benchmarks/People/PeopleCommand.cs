using System.Diagnostics;
using System.Globalization;
using ConflictModel.Interchange;
using ConflictModel.Reconciliation;
using ConflictModel.Time;
using CsvHelper;

namespace ConflictModel.Benchmarks.People;

/// <summary>
/// <c>people TASK</c>: one task on a list of people, three times in a process of its own, with the best time, of the clock and of the
/// processor, and the most memory that it took: <c>csv</c>, <c>read</c>, <c>count</c>, <c>keep</c>, <c>distinct</c>, <c>toll</c> or
/// <c>write</c>.
/// </summary>
internal static class PeopleCommand
{
    private const int Runs = 3;

    private static readonly PersonMapping Mapping = new()
    {
        Source = new() { Id = SourceId.From("made-up"), Name = "Made-up people" },
        Columns =
        [
            new("id", PersonField.Id), new("name_ar", PersonField.Name) { Lang = "ar" },
            new("name", PersonField.Name) { Kind = NameKind.Transliteration, Lang = "ar-Latn" },
            new("father", PersonField.Name) { Kind = NameKind.Father, Lang = "ar-Latn" }, new("age", PersonField.Age),
            new("sex", PersonField.Sex) { Words = [new("F", "female"), new("M", "male")] },
            new("status", PersonField.Status) { Words = [new("Civilian", "civilian"), new("Non-Civilian", "armedForces")] },
            new("harm", PersonField.Harm), new("date", PersonField.Date), new("province", PersonField.Governorate),
            new("cause", PersonField.Cause),
        ],
    };

    public static int Run(string task)
    {
        string path = PeopleFile.Make();
        Func<string, long> work = task switch
        {
            "csv" => Csv,
            "read" => Read,
            "count" => Count,
            "keep" => Keep,
            "distinct" => Distinct,
            "toll" => Tolls,
            "write" => Write,
            _ => throw new ArgumentException($"There is no task '{task}'.", nameof(task)),
        };
        using var process = Process.GetCurrentProcess();
        (double clock, double processor) = (double.MaxValue, double.MaxValue);
        for (int run = 0; run < Runs; run++)
        {
            (long start, TimeSpan before) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            if (work(path) != PeopleFile.Count)
            {
                throw new InvalidOperationException("Somebody was left out.");
            }

            clock = Math.Min(clock, Stopwatch.GetElapsedTime(start).TotalSeconds);
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
            GC.Collect();
        }

        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"task\": \"{task}\", \"s\": {clock:G3}, \"cpu_s\": {processor:G3}, "
                + $"\"peak_mb\": {process.PeakWorkingSet64 / 1_000_000}}}"));
        return 0;
    }

    /// <summary>Each cell as a text, thrown away.</summary>
    private static long Csv(string path)
    {
        using var reader = CsvReader.FromFile(path, CsvReaderOptions.Default with { Separator = ',' });
        long rows = 0;
        while (reader.Read())
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                rows += reader.GetString(i).Length >> 30;
            }

            rows++;
        }

        return rows;
    }

    private static long Read(string path)
    {
        using var reader = PersonReader.Open(path, Mapping);
        long people = 0;
        foreach (Person person in reader.Read())
        {
            people += person.Names.IsEmpty ? 0 : 1;
        }

        return people;
    }

    private static long Count(string path)
    {
        using var reader = PersonReader.Open(path, Mapping);
        var counts = new Dictionary<(Harm Harm, AgeGroup Age, Sex Sex), long>();
        foreach (Person person in reader.Read())
        {
            (Harm, AgeGroup, Sex) group = (person.Harm, person.ToVictims().Age, person.Sex);
            counts[group] = counts.GetValueOrDefault(group) + 1;
        }

        return counts.Values.Sum();
    }

    private static long Keep(string path)
    {
        using var reader = PersonReader.Open(path, Mapping);
        return reader.ReadDataset().People.Count;
    }

    private static long Distinct(string path)
    {
        using var reader = PersonReader.Open(path, Mapping);
        ConflictDataset dataset = reader.ReadDataset();
        var distinct = new DistinctPeople(dataset.People);
        return dataset.People.ToLookup(person => (person.Harm, person.ToVictims().Age, person.Sex))
            .Sum(group => distinct.Count(group).Lower);
    }

    private static long Tolls(string path)
    {
        using var reader = PersonReader.Open(path, Mapping);
        ConflictDataset dataset = reader.ReadDataset();
        ValueList<PersonKey> keys =
        [
            .. PersonKey.Sdg1612, PersonKey.AgeAndSex, PersonKey.Region(RegionKind.Governorate), PersonKey.Period(BucketScheme.Month),
        ];
        return dataset.People.Select(person => person.Harm).Distinct()
            .Sum(harm => dataset.People.ToToll(dataset, harm, keys).Toll.Count.Low!.Value);
    }

    private static long Write(string path)
    {
        using var reader = PersonReader.Open(path, Mapping);
        using var writer = PersonWriter.Create(Stream.Null, Mapping, reader.Glossary, new() { Columns = reader.Columns });
        writer.Write(reader.Read());
        return reader.Counts.Kept;
    }
}
