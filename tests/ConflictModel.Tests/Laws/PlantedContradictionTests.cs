using ConflictModel.Arithmetic;
using ConflictModel.Serialization;
using ConflictModel.Tests.Arithmetic;

namespace ConflictModel.Tests.Laws;

/// <summary>
/// One figure of a record that adds up is made wrong: the clash is found, with figures of which none can be left out, and no clash is told
/// without the figure that is wrong. 10,000 times in all with <c>CONFLICTMODEL_FULL=1</c>, else a tenth of that.
/// </summary>
public class PlantedContradictionTests(ITestOutputHelper output)
{
    [Fact]
    public void A_figure_of_a_sample_beyond_its_slack_is_found_with_a_least_set_that_contains_it() => Plant(
        from path in Directory.EnumerateFiles(Path.GetDirectoryName(Serialization.Sample.Path)!, "*.json").Order(StringComparer.Ordinal)
        from record in RecordsOf(DatasetJson.Read(File.ReadAllBytes(path)))
        select record,
        Turn.Of(2_000));

    [Fact]
    public void A_figure_of_a_published_tally_beyond_its_slack_is_found_with_a_least_set_that_contains_it()
    {
        if (SohrTallies.Folder is null)
        {
            Assert.Skip($"{SohrTallies.Variable} is not set");
        }

        Plant(
            from tally in SohrTallies.Read()
            from toll in tally.Tolls
            select new Record(tally.Id, toll, CategoryRelations.OfRecord),
            Turn.Of(8_000));
    }

    private void Plant(IEnumerable<Record> records, int times)
    {
        Record[] consistent = [.. records.Where(record => record.Derive(record.Toll).IsConsistent)];
        Target[] targets = [.. consistent.SelectMany(Targets)];
        var random = new Random((int)Turn.Seed);
        int within = 0, sets = 0, several = 0;
        for (int i = 0; i < times; i++)
        {
            Target target = targets[random.Next(targets.Length)];
            if (!target.Slack.IsOuter)
            {
                long allowed = random.NextInt64(target.Slack.Lower, (target.Slack.Upper ?? (target.Slack.Lower + 1_000)) + 1);
                target.With(allowed).IsConsistent.Should().BeTrue($"{i}: {target} may be {allowed}");
                within++;
            }

            long planted = Beyond(target.Slack, random);
            string what = $"{i}: {target} was made {planted}";
            Derivation derived = target.With(planted);
            derived.IsConsistent.Should().BeFalse(what);
            derived.Contradictions.Should().NotBeEmpty(what);
            foreach (Contradiction contradiction in derived.Contradictions)
            {
                HashSet<PrintedFigure> set =
                    [.. contradiction.Figures.Select(figure => new PrintedFigure(figure.Path, contradiction.IsOfOperations))];
                string told = $"{what}: {contradiction} of {string.Join(", ", set)}";
                set.Should().Contain(target.Figure, told);
                target.WithOnly(planted, set).IsConsistent.Should().BeFalse(told);
                foreach (PrintedFigure one in set)
                {
                    target.WithOnly(planted, [.. set.Where(other => other != one)]).IsConsistent
                        .Should().BeTrue($"{told}: {one} can be left out");
                }

                sets++;
            }

            several += derived.Contradictions.Count > 1 ? 1 : 0;
            derived.Contradictions.SelectMany(contradiction => contradiction.Repairs).Any(
                repair => repair.Path == target.Figure.Path && repair.Needed.AsOuter() == target.Slack.AsOuter()).Should().BeTrue(what);
        }

        output.WriteLine(
            $"{consistent.Length} consistent counts, {consistent.Sum(record => record.Figures.All.Count(one => !one.Printed.IsEmpty))} "
            + $"figures, {targets.Length} of which can be wrong; {times} made wrong (seed {Turn.Seed}): {sets} sets, "
            + $"several for {several}; {within} moved within their slack");
        targets.Length.Should().BeGreaterThan(10);
    }

    private static IEnumerable<Target> Targets(Record record) =>
        from one in record.Figures.All
        where !one.Printed.IsEmpty
        let slack = one.Figure.BoundsIn(record.Derive(record.Figures.With(one.Figure, default)))
        where slack.Lower > 0 || !slack.IsUnbounded
        select new Target(record, one.Figure, one.Printed, slack);

    // As often just beyond as far beyond.
    private static long Beyond(Bounds slack, Random random)
    {
        bool isNear = random.Next(2) == 0;
        return slack is { Lower: > 0 and var low } && (slack.IsUnbounded || random.Next(2) == 0)
            ? (isNear ? low - 1 : random.NextInt64(low))
            : slack.Upper!.Value + 1 + (isNear ? 0 : random.NextInt64(1_000));
    }

    private static IEnumerable<Record> RecordsOf(ConflictDataset dataset)
    {
        var relations = CategoryRelations.Of(dataset);
        return
            from told in (IEnumerable<(string Id, ReportedDate? When, ValueList<Report> Reports)>)
            [
                .. dataset.Tallies.Select(tally => (tally.Id.Value, tally.Scope.Period, (ValueList<Report>)[tally.Report])),
                .. dataset.Incidents.Select(incident => (incident.Id.Value, (ReportedDate?)incident.Date, incident.Reports)),
            ]
            from report in told.Reports
            from harm in report.Casualties?.Tolls() ?? []
            select new Record($"{told.Id} {harm.Key}", harm.Value, relations.At(told.When));
    }

    private sealed record Record(string Name, Toll Toll, CategoryRelations Relations)
    {
        public PrintedFigures Figures { get; } = new(Toll);

        public Derivation Derive(Toll toll) => toll.Derive(Relations);
    }

    private sealed record Target(Record Record, PrintedFigure Figure, Estimate Printed, Bounds Slack)
    {
        public Derivation With(long planted) => Record.Derive(Record.Figures.With(Figure, planted));

        public Derivation WithOnly(long planted, HashSet<PrintedFigure> figures) => Record.Derive(Record.Figures.Change(
            (figure, printed) => !figures.Contains(figure) ? default : figure == Figure ? planted : printed));

        public override string ToString() => $"{Record.Name} {Figure}, {Printed}, which may be {Slack},";
    }
}
