using System.Text;
using System.Text.Json;
using ConflictModel.Aggregation;
using ConflictModel.Catalogs;
using ConflictModel.Interchange;
using ConflictModel.Matching;
using ConflictModel.Parquet;
using ConflictModel.Reporting;
using ConflictModel.Revisions;
using ConflictModel.Serialization;
using ConflictModel.Time;
using ConflictModel.Undercount;
using ConflictModel.Validation;

namespace ConflictModel.Tool.Tests.Fuzzing;

/// <content>What is done with an input, and what must hold of whatever is taken.</content>
internal static partial class EntryPoints
{
    private static void Holds(bool law, string what)
    {
        if (!law)
        {
            throw new BrokenLawException(what);
        }
    }

    /// <summary>Text whose bytes are UTF-8; one that is not becomes half of a surrogate pair.</summary>
    private static string Text(byte[] input) => Encoding.UTF8.GetString(input).Replace('\uFFFD', '\uD800');

    private static bool ReadDataset(byte[] input)
    {
        ConflictDataset dataset = DatasetJson.Read(input);
        string text = DatasetJson.Write(dataset);
        Holds(DatasetJson.Read(text).Equals(dataset), "What is read is written and read again the same.");
        Holds(
            ReadAsync(text).Equals(dataset) && DatasetJson.Read(new MemoryStream(input)).Equals(dataset),
            "Every way to read gives the same.");
        _ = dataset.Validate();

        // What takes longer is asked of some.
        if (input.Length % 8 == 0)
        {
            _ = dataset.ToTable().Query().GroupBy(GroupKey.Month, GroupKey.Actor).Sum(Measure.Killed).Run().ToJson();
        }

        if (input.Length % 16 == 1)
        {
            HtmlReport.Write(dataset, Stream.Null);
        }

        return true;
    }

    private static ConflictDataset ReadAsync(string json) =>
        DatasetJson.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(json))).AsTask().GetAwaiter().GetResult();

    private static bool ReadLines(byte[] input)
    {
        // What takes longer is asked of some.
        if (input.Length % 8 == 0)
        {
            (int, string?) outcome = OutcomeOf(() => DatasetNdjson.Read(new MemoryStream(input)));
            (int, string?) ofThreads = OutcomeOf(() => DatasetNdjson.Read(new MemoryStream(input), threads: 2));
            (int, string?) later = OutcomeOf(() => DatasetNdjson.ReadAsync(new MemoryStream(input)).ToBlockingEnumerable());
            Holds(outcome == ofThreads && outcome == later, $"Every way to read gives the same: {outcome}, {ofThreads}, {later}");
        }

        ConflictDataset dataset = DatasetNdjson.ReadDataset(new MemoryStream(input));
        using var again = new MemoryStream();
        DatasetNdjson.Write(dataset, again);
        again.Position = 0;

        // A line break within extensions becomes a space.
        Holds(
            input.Contains((byte)'\r') || DatasetNdjson.ReadDataset(again).Equals(dataset),
            "What is read is written and read again the same.");
        return true;
    }

    /// <summary>How many records come, and why no more do.</summary>
    private static (int Records, string? Refusal) OutcomeOf(Func<IEnumerable<object>> read)
    {
        int count = 0;
        try
        {
            foreach (object _ in read())
            {
                count++;
            }

            return (count, null);
        }
        catch (DatasetFormatException error)
        {
            return (count, error.Message);
        }
    }

    private static bool ReadJson(byte[] input)
    {
        int end = Array.IndexOf(input, (byte)'\n');
        if (end < 0 || !Values.TryGetValue(Text(input[..end]), out Type? type)
            || JsonSerializer.Deserialize(input.AsSpan(end + 1), type) is not { } value)
        {
            return false;
        }

        Holds(
            value.Equals(JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(value, type), type)),
            "A value is written and read again the same.");
        return true;
    }

    private static bool ReadLog(byte[] input)
    {
        RevisionLog log = RevisionLogJson.Read(input);
        Holds(RevisionLogJson.Read(RevisionLogJson.Write(log)).Equals(log), "What is read is written and read again the same.");
        return true;
    }

    private static bool ReadAggregate(byte[] input)
    {
        var aggregate = Aggregate.FromJson(Text(input));
        Holds(Aggregate.FromJson(aggregate.ToJson()).Equals(aggregate), "What is read is written and read again the same.");
        _ = aggregate.ToCsv();
        return true;
    }

    private static bool ParseAny(byte[] input)
    {
        string[] parts = Text(input).Split('\n', 2);
        return parts.Length == 2 && Parsers.TryGetValue(parts[0], out Func<string, bool>? parse) && parse(parts[1]);
    }

    private static bool Parse<T>(string text)
        where T : ISpanParsable<T>
    {
        bool isOne = T.TryParse(text, null, out T? value);
        Holds(T.TryParse(text.AsSpan(), null, out T? same) == isOne && (!isOne || same!.Equals(value)), "A span is read as a string is.");
        if (isOne)
        {
            Holds(
                T.Parse(text, null).Equals(value) && T.Parse(value!.ToString()!, null).Equals(value),
                "What is read prints as what is read the same.");
        }
        else
        {
            _ = T.Parse(text, null);
            Holds(false, "What can't be read is no value.");
        }

        return isOne;
    }

    private static bool ParseDate(byte[] input)
    {
        bool isDate = UncertainDate.TryParse(input, out UncertainDate date);
        string text = Encoding.UTF8.GetString(input);
        bool isText = UncertainDate.TryParse(text, out UncertainDate same);
        Holds(isText == isDate && (!isDate || same.Equals(date)), "UTF-8 is read as text is.");
        if (!isDate)
        {
            _ = UncertainDate.Parse(text);
        }

        Holds(UncertainDate.Parse(date.ToString()).Equals(date), "A date prints as what is read the same.");
        Holds(date.Earliest is not { } earliest || date.Latest is not { } latest || earliest <= latest, "A date begins before it ends.");
        return true;
    }

    private static bool ExplainDate(byte[] input)
    {
        string text = Text(input);
        var explanation = DateExplanation.Of(text);
        bool isDate = UncertainDate.TryParse(text, out UncertainDate date);
        Holds(
            explanation.IsValid == isDate && explanation.Text == text && (!isDate || explanation.Date!.Value.Equals(date)),
            "What is explained as a date is read as that date, and nothing else.");
        Holds(
            isDate ? explanation.Error is null
                : explanation.Error is { Reason.Length: > 0, Position: var at } && at >= 0 && at <= text.Length,
            "Why a text is no date is said, at a place of the text.");
        return isDate;
    }

    /// <summary>Asks a table for the incidents of a text, by the key in the first line.</summary>
    private static bool Ask(byte[] input)
    {
        string[] parts = Text(input).Split('\n', 2);
        return parts.Length == 2 && GroupKey.Find(parts[0]) is { } key
            && Few.Has(key, parts[1]) == Few.Query().Where(key, parts[1]).GroupBy(key).Sum(Measure.Killed).Run().Count > 0;
    }

    private static bool Neutralise(byte[] input)
    {
        string text = Text(input);
        string safe = SpreadsheetFormula.Neutralised(text);
        Holds(!SpreadsheetFormula.Is(safe), "What is neutralised is no formula.");
        Holds(safe == (SpreadsheetFormula.Is(text) ? $"'{text}" : text), "What is no formula stays as it is.");
        return SpreadsheetFormula.Is(text);
    }

    private static bool ReadWording(byte[] input)
    {
        Bounds bounds = Wordings.Default.Read(new(null, null, null, Text(input) is { Length: > 0 } text ? text : null));
        Holds(bounds.Upper is not { } upper || bounds.Lower <= upper, "Bounds have an order.");
        return !bounds.Equals(Bounds.Unknown);
    }

    private static bool Resolve(byte[] input)
    {
        string text = Text(input);
        _ = ActorCatalog.BuiltIn.Resolve(text);
        _ = RegionCatalog.BuiltIn.Resolve(text);
        return ActorCatalog.BuiltIn.ResolveMembers(text).Count > 0;
    }

    private static bool ReadCaptures(byte[] input)
    {
        var table = CaptureTable.Read(new StringReader(Text(input)));
        using var text = new StringWriter();
        table.Write(text);
        Holds(CaptureTable.Read(new StringReader(text.ToString())).Equals(table), "What is read is written and read again the same.");
        return true;
    }

    private static bool Estimate(byte[] input)
    {
        var table = CaptureTable.Read(new StringReader(Text(input)));

        // Of more lists there are more models than there is time for, and what is added up grows with the people.
        return table.Lists.Count <= 3 && table.Observed <= 10_000 && UnseenEstimate.Of(table).ToString() is not null;
    }

    /// <summary>One of the ways to read an input, always the same for one.</summary>
    private static ReadOptions Options(byte[] input)
    {
        int choice = input.Length;
        return new()
        {
            SetAsideMalformed = (choice & 1) != 0,
            Names = (choice & 2) != 0 ? NameResolver.BuiltIn : NameResolver.None,
            Repeated = (RepeatedRows)(choice / 4 % 3),
            Dates = (choice / 12 % 4) is > 0 and int dates ? (NumericDates)dates : null,
            MaxRowBytes = 1 << 20,
        };
    }

    private static bool ReadIncidents(byte[] input)
    {
        MalformedInputException? refusal = null;
        ReadCounts counts = default;
        try
        {
            using var tabulated = IncidentReader.Open(new MemoryStream(input), Options(input));
            counts = tabulated.AppendTo(new IncidentTableBuilder { KeepsIds = true });
        }
        catch (MalformedInputException error)
        {
            refusal = error;
        }

        ConflictDataset dataset;
        try
        {
            using var reader = IncidentReader.Open(new MemoryStream(input), Options(input));
            dataset = reader.ReadDataset();
            Holds(refusal is null, $"A table refuses what a data set takes: {refusal}");
            Holds(counts.Equals(reader.Counts), $"A table counts {counts}, and a data set {reader.Counts}.");
        }
        catch (MalformedInputException error)
        {
            Holds(
                refusal is not null && refusal.Malformation.Equals(error.Malformation),
                $"A data set refuses what a table takes, or elsewhere: {error}\n{refusal}");
            throw;
        }

        Holds(DatasetJson.Read(DatasetJson.Write(dataset)).Equals(dataset), "What is read can be kept as a data set.");
        return true;
    }

    private static bool Repair(byte[] input)
    {
        ReadOptions options = Options(input);
        EventFormat? format;
        using (var stream = new MemoryStream(input))
        {
            format = EventFormats.Detect(stream, options);
        }

        if (format is not { IsChecked: true } || format.Repairs.IsEmpty)
        {
            return false;
        }

        using var output = new MemoryStream();
        return PublishedRepairer.Repair(new MemoryStream(input), output, format.Repairs.Select(rule => rule.Code), options).Counts.Read > 0;
    }

    private static bool Merge(byte[] input)
    {
        string folder = Directory.CreateTempSubdirectory("fuzz").FullName;
        try
        {
            byte[][] files = [.. Encoding.Latin1.GetString(input).Split(Seeds.Apart, 3).Select(Encoding.Latin1.GetBytes)];
            string[] paths = [.. files.Select((_, index) => Path.Combine(folder, $"{index}"))];
            for (int i = 0; i < files.Length; i++)
            {
                File.WriteAllBytes(paths[i], files[i]);
            }

            ReadOptions options = new() { SetAsideMalformed = (input.Length & 1) != 0, Repeated = (RepeatedRows)((input.Length & 2) / 2) };
            ValueList<Tombstone> deleted = paths.Length > 2 ? AcledFeed.ReadDeletions(paths[2], options) : default;
            using var output = new MemoryStream();
            return AcledFeed.Merge(paths[0], paths.Skip(1).Take(1), deleted, output, options).New > 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Compare(byte[] input)
    {
        string folder = Directory.CreateTempSubdirectory("fuzz").FullName;
        try
        {
            byte[][] files = [.. Encoding.Latin1.GetString(input).Split(Seeds.Apart, 2).Select(Encoding.Latin1.GetBytes)];
            ReadOptions options = Options(input) with { Repeated = (input.Length & 4) != 0 ? RepeatedRows.Newest : RepeatedRows.Stop };
            using (var first = new MemoryStream(files[0]))
            {
                // What is read from no file of its format is misuse.
                if (EventFormats.Detect(first, options) is not { IsRead: true })
                {
                    return false;
                }
            }

            string[] paths = [Path.Combine(folder, "older"), Path.Combine(folder, "newer")];
            File.WriteAllBytes(paths[0], files[0]);
            File.WriteAllBytes(paths[1], files[^1]);
            VintageComparison comparison = PublishedVintages.Compare(paths[0], paths[1], reading: options);
            _ = comparison.Account(Measure.Killed).By(GroupKey.Year);
            return true;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool ReadOutlines(byte[] input)
    {
        HtmlReport.Write(Land, Stream.Null, new() { Boundaries = new MemoryStream(input) });
        return true;
    }

    private static bool ReadPeople(byte[] input)
    {
        string header = Encoding.UTF8.GetString(input.AsSpan(0, Math.Min(input.Length, 400)));
        PersonMapping mapping = People with
        {
            Columns = People.Columns.Where(column => header.Contains(column.Name, StringComparison.Ordinal)).ToValueList(),
        };
        PersonField[] fields = [.. mapping.Columns.Select(column => column.Field)];
        if (!fields.Contains(PersonField.Id) || fields.Contains(PersonField.Latitude) != fields.Contains(PersonField.Longitude))
        {
            return false;
        }

        using var reader = PersonReader.Open(new MemoryStream(input), mapping, Options(input));
        ConflictDataset dataset = reader.ReadDataset();
        Holds(DatasetJson.Read(DatasetJson.Write(dataset)).Equals(dataset), "What is read can be kept as a data set.");
        return true;
    }

    private static bool ReadMapping(byte[] input)
    {
        var mapping = PersonMapping.Parse(Text(input));
        Holds(PersonMapping.Parse(JsonSerializer.Serialize(mapping)).Equals(mapping), "What is read is written and read again the same.");
        return true;
    }

    private static bool ReadTallies(byte[] input)
    {
        ConflictDataset dataset = TallyTable.Read(new MemoryStream(input), Daily, Options(input)).Dataset;
        Holds(DatasetJson.Read(DatasetJson.Write(dataset)).Equals(dataset), "What is read can be kept as a data set.");

        _ = dataset.Validate();
        return true;
    }

    private static bool ReadParquet(byte[] input)
    {
        _ = IncidentTable.ReadParquet(new MemoryStream(input)).Incidents;
        _ = IncidentQuery.OverPieces().Sum(Measure.Killed).GroupBy(GroupKey.Month).RunParquet(new MemoryStream(input)).Count;
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, input);
            _ = IncidentTable.ReadParquetNames(path).Incidents;
            return true;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
