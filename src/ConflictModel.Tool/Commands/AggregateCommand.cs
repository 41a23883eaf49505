using System.CommandLine;
using ConflictModel.Aggregation;
using ConflictModel.Interchange;
using ConflictModel.Time;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>
/// <c>conflictmodel aggregate FILE... --by KEY[,KEY...]</c>: reads files into an incident table, asks it one query and prints the answer.
/// </summary>
internal static class AggregateCommand
{
    private const string Table = "table";
    private const string Csv = "csv";

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "a UCDP, ACLED or data set file, several of UCDP GED or of ACLED, or a Parquet file or folder of incidents; "
                + "- for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        ReadingOptions reading = new(format => format.IsRead);
        Option<RepeatedRows> repeated = FormatOptions.Repeated();
        Option<GroupKey[]> by = Keys.By();
        by.Required = true;
        Option<Condition[]> where = Condition.Option();
        Option<Measure> harm = HarmOption.Create();
        var names = new Option<bool>("--names")
        {
            Description = $"add a column of names behind each of {string.Join(", ", AggregateTable.NamedKeys)}",
        };
        var format = new Option<string>("--format") { Description = "the form of the answer", DefaultValueFactory = _ => Table };
        format.AcceptOnly(Table, Csv, OutputFormat.Json);
        Option<bool> neutralise = FormatOptions.Neutralise();
        var command = new Command(
            "aggregate", "Sum incidents and the people harmed in them by year, region, dyad and other keys, each figure as published.")
        {
            files, by, where, harm, names, repeated, format, neutralise,
        };
        reading.AddTo(command);
        command.SetAction(result =>
        {
            string[] paths = result.GetValue(files)!;
            string path = paths.Length == 1 ? paths[0] : Counted.Of(paths.Length, "file", "files");
            GroupKey[] keys = result.GetValue(by)!;
            if (result.GetValue(names) && !keys.Any(AggregateTable.NamedKeys.Contains))
            {
                throw new InputException(
                    $"--names: no key of --by has names beside what it shows; {string.Join(", ", AggregateTable.NamedKeys)} have.");
            }

            Condition[] conditions = result.GetValue(where) ?? [];
            Measure everyone = result.GetValue(harm);
            Measure[] measures =
            [
                everyone, everyone.Civilians, everyone.Among(VictimGroup.FirstSide), everyone.Among(VictimGroup.SecondSide),
                everyone.Among(VictimGroup.Unknown),
            ];
            IEnumerable<GroupKey> asked = keys.Concat(conditions.Select(condition => condition.Key));
            IncidentTableBuilder builder = new([.. asked.Select(key => key.Scheme).OfType<BucketScheme>().Distinct()])
            {
                Keys = asked.ToValueList(),
            };
            bool isParquet = Array.Exists(paths, ParquetFiles.Are);
            if (isParquet)
            {
                Option[] others = result.GetValue(format) == Csv ? [repeated] : [repeated, neutralise];
                ParquetFiles.CheckAlone(paths, [
                    .. reading.Stated(result),
                    .. others.Where(option => ReadingOptions.IsStated(result, option)).Select(option => option.Name),
                ]);
            }

            FormatOptions.CheckNeutralised(
                result.GetValue(neutralise), result.GetValue(format) == Csv || reading.RejectPath(result) is not null);
            IncidentQuery query = QueryOf(keys, conditions, measures);
            using var rejects = OutputFile.CreateBesideAnswer(reading.RejectPath(result));
            TableInput how = new(
                reading.From(result),
                reading.Of(result) with { Repeated = result.GetValue(repeated) },
                rejects,
                result.GetValue(neutralise));
            AskedIncidents incidents = isParquet
                ? ParquetFiles.In(path, asked)
                : InMemory(path, builder, how, paths, [query, .. conditions.SelectMany(condition => condition.Queries)]);
            Aggregate answer = Ask(() => incidents.Answer(query));
            Tell(path, builder, answer);
            TellUnit(path, builder, keys);
            if (isParquet && asked.Contains(GroupKey.Year) && !asked.Contains(GroupKey.Month))
            {
                TellYears(path, incidents, conditions, keys.Contains(GroupKey.Year) ? answer : null);
            }

            if (answer.Count == 0)
            {
                Condition.Explain(conditions, incidents, path);
            }

            OutputFile.Commit(rejects);
            Write(new(incidents.Names, answer, measures, result.GetValue(names)), result.GetValue(format)!, result.GetValue(neutralise));
            return ExitCodes.Fine;
        });
        return command;
    }

    /// <summary>What is asked of files that are read once: all that may be asked of them afterwards is answered meanwhile.</summary>
    private static AskedIncidents InMemory(
        string path, IncidentTableBuilder builder, TableInput how, string[] paths, IncidentQuery[] queries)
    {
        try
        {
            IReadOnlyList<Aggregate> answers = DatasetInput.InNoCircle(
                DatasetInput.NameOf(path), () => how.Answer(paths, builder, queries));
            return new(builder.ToTable(), query => answers[Array.IndexOf(queries, query)]);
        }
        catch (OverflowException error)
        {
            throw new InputException($"--by: {error.Message}", error);
        }
    }

    private static IncidentQuery QueryOf(GroupKey[] keys, Condition[] conditions, Measure[] measures) => Ask(() =>
    {
        IncidentQuery query = conditions.Aggregate(
            IncidentQuery.OverPieces().Sum(measures).KeepingUnknown(), (asked, condition) => asked.Where(condition.Key, condition.Text));
        return keys.Length == 0 ? query : query.GroupBy(keys);
    });

    private static T Ask<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception error) when (error is ArgumentException or OverflowException)
        {
            throw new InputException($"--by: {error.Message.Split(" (Parameter")[0]}", error);
        }
    }

    /// <summary>Says on standard error what the figures leave open.</summary>
    private static void Tell(string path, IncidentTableBuilder builder, Aggregate answer)
    {
        if (answer.Perhaps > 0)
        {
            string unsure = Counted.Of(
                answer.Perhaps, "incident that may or may not pass the filter is", "incidents that may or may not pass the filter are");
            StandardText.Error.WriteLine($"{DatasetInput.NameOf(path)}: {unsure} not summed.");
        }

        if (builder.TooLongToSplit > 0)
        {
            string lasting = Counted.Of(builder.TooLongToSplit, "incident lasts", "incidents last");
            StandardText.Error.WriteLine(
                $"{DatasetInput.NameOf(path)}: {lasting} too long to be divided over time "
                    + FormattableString.Invariant($"(the limit is {Spread.MaxBuckets} pieces); ")
                    + "the time of what is not divided is unknown here.");
        }
    }

    /// <summary>
    /// Says on standard error that years are sums of months, which are other shares than those of years, if an incident goes on after a
    /// year's end.
    /// </summary>
    /// <param name="path">The path for the message.</param>
    /// <param name="incidents">The incidents.</param>
    /// <param name="conditions">What was asked of them.</param>
    /// <param name="byYear">The answer, if it is by year.</param>
    private static void TellYears(string path, AskedIncidents incidents, Condition[] conditions, Aggregate? byYear)
    {
        Condition[] others = [.. conditions.Where(condition => condition.Key != GroupKey.Year)];
        byYear ??= Ask(() => incidents.Answer(QueryOf([GroupKey.Year], others, [.. incidents.Names.Measures])));
        if (byYear.Any(row => byYear.Measures.Any(measure => row.Of(measure).Continuing > 0)))
        {
            StandardText.Error.WriteLine(
                $"{path}: incidents go on after a year's end; their people are divided by months here, and by years in the file that this "
                    + "was made of, so that a figure of a year may differ from it by a few.");
        }
    }

    /// <summary>Says on standard error what is counted where it is no incidents.</summary>
    private static void TellUnit(string path, IncidentTableBuilder builder, GroupKey[] keys)
    {
        if (builder.RowUnit != new IncidentTableBuilder().RowUnit)
        {
            bool isSpread = keys.Any(key => key.IsTime && key != GroupKey.Year);
            StandardText.Error.WriteLine(
                $"{DatasetInput.NameOf(path)}: the rows are {builder.RowUnit}, which the column 'incidents' counts: "
                + "published totals, no events."
                + (isSpread ? " The total of a year is spread over its days." : ""));
        }
    }

    private static void Write(AggregateTable table, string format, bool neutralise)
    {
        if (format == Table)
        {
            table.WriteTo(StandardText.Out, Screen.Width);
            return;
        }

        using var output = OutputFile.Create("-");
        if (format == Csv)
        {
            table.WriteCsv(output.Stream, neutralise);
        }
        else
        {
            table.WriteJson(output.Stream);
            output.Stream.WriteByte((byte)'\n');
        }

        OutputFile.Commit(output);
        if (table.Note is { } note)
        {
            StandardText.Error.WriteLine(note);
        }
    }
}
