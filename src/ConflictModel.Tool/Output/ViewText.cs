using ConflictModel.Aggregation;
using ConflictModel.Reporting;
using Spectre.Console;

namespace ConflictModel.Tool.Output;

/// <summary>What may be quoted, when, where and who: the views of the report as trees.</summary>
internal sealed class ViewText(ReportVoice voice, RecordNames names)
{
    private readonly PartyNames parties = new(voice, names);

    public Tree Of(Quote quote)
    {
        var sentences = new QuoteText(voice, names);
        return Trees.New(sentences.Of(quote), sentences.SourceOf(quote));
    }

    public Tree Of(TimeView view, TimeSeries series)
    {
        string version = series.Vintage is { } vintage ? $", {voice.Fill(voice.Texts.Vintage, vintage.Name)}" : "";
        Tree tree = Trees.New($"{names.Of(series.Source)}{version}: {Counted(series.Whole)}");
        for (int i = 0; i < series.Steps.Count; i++)
        {
            TimeSeries.Step step = series.Steps[i];
            if (step.Certain.Incidents > 0)
            {
                Trees.Add(tree, $"{view.Buckets[i]}: {Counted(step.Certain)}{Perhaps(step.Possible)}");
            }
        }

        (int first, int last) = PossibleSteps(series);
        if (first >= 0)
        {
            Trees.Add(tree, $"perhaps in {view.Buckets[first]} to {view.Buckets[last]}: incidents whose date allows several of these");
        }

        Trees.Add(tree, series.Undated.Incidents == 0 ? null : $"without a date: {Counted(series.Undated)}");
        return tree;
    }

    public Tree Of(PlaceView view)
    {
        Tree tree = Trees.New(view.Whole.Incidents == 0 ? "published totals" : $"listed incidents: {Counted(view.Whole)}");
        foreach (Placeless tally in view.Tallies)
        {
            Trees.Add(tree, names.Of(tally));
        }

        string points = voice.Counted(view.Points.Count, voice.Texts.Points);
        Trees.Add(tree, view.Placed.Incidents == 0 ? null : $"at a known point or near it, {points}: {Counted(view.Placed)}");
        foreach (GroupedSums<RegionId>.Group area in view.Areas)
        {
            Trees.Add(tree, $"no closer than {names.Of(area.Key)}: {Counted(area.Certain)}{Perhaps(area.Possible)}");
        }

        Trees.Add(tree, view.Nowhere.Incidents == 0 ? null : $"without a place: {Counted(view.Nowhere)}");
        return tree;
    }

    public Tree Of(ActorMatrix matrix)
    {
        Tree tree = Trees.New($"{matrix.Tally?.Id.Value ?? "listed incidents"}, {Words.Of(matrix.Harm)}");
        foreach (ActorMatrix.Party row in matrix.Rows)
        {
            TreeNode node = tree.AddLine(ScreenText.Marked(parties.Perpetrator(row)));
            foreach (ActorMatrix.Party column in matrix.Columns)
            {
                if (matrix.Cells.TryGetValue((row, column), out ActorMatrix.Cell cell))
                {
                    Trees.Add(node, $"{parties.Victim(column)}: {parties.Of(cell)}");
                }
            }
        }

        return tree;
    }

    private static (int First, int Last) PossibleSteps(TimeSeries series)
    {
        int[] possible = [.. Enumerable.Range(0, series.Steps.Count).Where(i => series.Steps[i].Possible.Incidents > 0)];
        return possible.Length == 0 ? (-1, -1) : (possible[0], possible[^1]);
    }

    private string Counted(Sums sums) => sums.Incidents == 0
        ? voice.Counted(0, voice.Texts.Incidents)
        : $"{voice.Of(sums)} in {voice.Counted(sums.Incidents, voice.Texts.Incidents)}";

    private string Perhaps(Sums possible) => possible.Incidents == 0 ? "" : $"; perhaps {Counted(possible)} more";
}
