using ConflictModel.Aggregation;
using ConflictModel.Interchange;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>Reads files into a table of incidents.</summary>
/// <param name="From">The format, as it was named; null for the one that the file shows.</param>
/// <param name="Options">How published rows are read.</param>
/// <param name="Rejects">
/// Takes rows that can't be read, and its place together with whatever else the command writes; null for nowhere, so that they stop it.
/// </param>
/// <param name="Neutralise">Whether such a file is safe to open in a spreadsheet.</param>
internal sealed record TableInput(string? From, ReadOptions Options, OutputFile? Rejects, bool Neutralise)
{
    /// <summary>
    /// Whether it is for a file, which holds each event once, so that rows of one id are never all kept, and what was read is said.
    /// </summary>
    public bool IsIntoFile { get; init; }

    /// <summary>Appends the incidents of a file, or of several of one format.</summary>
    /// <returns>The format of published rows; null for a data set.</returns>
    public EventFormat? Read(string[] paths, IncidentTableBuilder builder)
    {
        EventFormat? format = null;
        Read(paths, builder, reader =>
        {
            format = reader.Format;
            return reader.AppendTo(builder);
        });
        return format;
    }

    /// <summary>Answers queries of the incidents of a file, or of several of one format; the builder then knows their names.</summary>
    public IReadOnlyList<Aggregate> Answer(string[] paths, IncidentTableBuilder builder, IncidentQuery[] queries)
    {
        IReadOnlyList<Aggregate>? answers = null;
        Read(paths, builder, reader =>
        {
            answers = reader.Answer(builder, queries);
            return reader.Counts;
        });
        if (answers is null)
        {
            IncidentTable dataset = builder.ToTable();
            answers = Array.ConvertAll(queries, query => query.On(dataset).Run());
            builder.Clear();
        }

        return answers;
    }

    private void Read(string[] paths, IncidentTableBuilder builder, Func<IncidentReader, ReadCounts> take)
    {
        if (paths.Length == 1)
        {
            ReadOne(paths[0], builder, take);
            return;
        }

        EventFormat? format = EventInput.FormatOfSeveral(paths, From, Options);
        ReadRows(Counted.Of(paths.Length, "file", "files"), format, options =>
        {
            using var reader = IncidentReader.Open(paths, options);
            return take(reader);
        });
    }

    /// <summary>Reads a file into a table: a data set, or published rows with the source's own words for what the keys show.</summary>
    private void ReadOne(string path, IncidentTableBuilder builder, Func<IncidentReader, ReadCounts> take)
    {
        using Stream stream = EventInput.Open(path);
        if (EventInput.FormatOf(stream, From, path, format => format.IsRead, Options) is not { } format)
        {
            // The vintage of a table that goes into a file is told there.
            ReadingOptions.CheckUnsaid(path, Options with { Vintage = null }, Rejects is not null);

            // Two records of one event are never added up: to keep both is to stop.
            RepeatedRows one = Options.Repeated == RepeatedRows.Newest ? RepeatedRows.Newest : RepeatedRows.Stop;
            (bool areLines, Stream whole) = DatasetForm.Of(stream, path);
            if (areLines && one == RepeatedRows.Stop)
            {
                var lines = new DatasetLines(whole, path);
                lines.AppendTo(builder);
                TellLeftOut(path, lines.CountOf);
                return;
            }

            ConflictDataset dataset = DatasetInput.Distinct(DatasetInput.Read(whole, path), one, path);
            TellLeftOut(path, type => LossOutput.CountOf(dataset, type));
            builder.AppendDataset(dataset, complete: EventFormats.Completing(builder, Glossary.Of(dataset)));
            return;
        }

        ReadRows(path, format, options => ReadProgress.Run(path, stream, onRow =>
        {
            using var reader = IncidentReader.Open(stream, options with { OnProgress = onRow });
            return take(reader);
        }));
    }

    private void TellLeftOut(string path, Func<Type, int> countOf)
    {
        if (IsIntoFile)
        {
            LossOutput.WriteOthers(StandardText.Error, DatasetInput.NameOf(path), countOf);
            return;
        }

        (int tallies, int people) = (countOf(typeof(Tally)), countOf(typeof(Person)));
        if (tallies > 0)
        {
            string are = Counted.Of(tallies, "tally is", "tallies are");
            StandardText.Error.WriteLine($"{DatasetInput.NameOf(path)}: {are} not summed: totals may hold the same people.");
        }

        if (people > 0)
        {
            string are = Counted.Of(people, "record of a person is", "records of people are");
            StandardText.Error.WriteLine($"{DatasetInput.NameOf(path)}: {are} not summed: 'conflictmodel report' counts them.");
        }
    }

    private void ReadRows(string path, EventFormat? format, Func<ReadOptions, ReadCounts> read)
    {
        ReadCounts counts;
        using (RejectFile? rejectFile = Rejects is null ? null : new(Rejects.Stream, Neutralise))
        {
            ReadOptions options = Options with
            {
                Format = format,
                SetAsideMalformed = rejectFile is not null,
                OnRejected = rejectFile is null ? null : rejectFile.Write,
            };
            counts = EventInput.Guard(path, () => read(options), keeps: !IsIntoFile);
        }

        if (IsIntoFile || counts.SetAside + counts.Replaced + counts.Joined > 0 || counts.IsPart)
        {
            StandardText.Error.WriteLine($"{DatasetInput.NameOf(path)}: {counts}");
        }

        EventInput.TellEarly(path, counts);
    }
}
