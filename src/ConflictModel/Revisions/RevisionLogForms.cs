using System.Text.Json;
using ConflictModel.Aggregation;
using NodaTime.Text;

namespace ConflictModel.Revisions;

/// <summary>What of a revision log stands in its file otherwise than in memory. What is said twice there must agree.</summary>
internal static class RevisionLogForms
{
    private static readonly RangeFigure[] Figures = [RangeFigure.Low, RangeFigure.Best, RangeFigure.High];

    public static CountsForm FormOf(VintageComparison.Counts counts) => new()
    {
        Old = counts.Old,
        Added = counts.Added,
        Removed = counts.Removed,
        Revised = counts.Revised,
        Unchanged = counts.Unchanged,
        New = counts.New,
    };

    public static VintageComparison.Counts CountsIn(CountsForm form)
    {
        bool isCount = long.Min(long.Min(form.Old, form.Added), long.Min(form.Removed, form.Revised)) >= 0 && form.Unchanged >= 0;
        return isCount && (Int128)form.Old - form.Removed - form.Revised == form.Unchanged
            && (Int128)form.Old - form.Removed + form.Added == form.New
                ? new(form.Old, form.Added, form.Removed, form.Revised)
                : throw new JsonException("These records don't add up: old - removed - revised = unchanged, old - removed + added = new.");
    }

    public static MoveForm FormOf(RecordMove move) => new()
    {
        Id = move.Id,
        From = move.Steps.Select(step => new RevisionLog.Value(step.Key, step.From)).ToValueList(),
        To = move.Steps.Select(step => new RevisionLog.Value(step.Key, step.To)).ToValueList(),
        Was = new() { Low = move.Was.Low, Best = move.Was.Best, High = move.Was.High },
        Is = new() { Low = move.Is.Low, Best = move.Is.Best, High = move.Is.High },
    };

    public static RecordMove MoveIn(MoveForm form) =>
        !form.From.IsEmpty && form.From.Select(at => at.Key).SequenceEqual(form.To.Select(at => at.Key))
            ? new()
            {
                Id = form.Id,
                Steps = form.From.Zip(form.To, (from, to) => new RecordMove.Step(from.Key, from.Text, to.Text)).ToValueList(),
                Was = EstimateIn(form.Was),
                Is = EstimateIn(form.Is),
            }
            : throw new JsonException("A move is from and to values of the same keys.");

    public static ReattributionForm FormOf(Reattribution proposal) => new()
    {
        Key = proposal.Key,
        From = proposal.From.Own,
        FromName = proposal.From.Name.Length == 0 ? null : proposal.From.Name,
        To = proposal.To.Own,
        ToName = proposal.To.Name.Length == 0 ? null : proposal.To.Name,
        Best = proposal.Best,
        Conserved = Figures.Where(proposal.Conserves).ToValueList(),
        Years = proposal.Years.Select(year => new YearForm
        {
            Year = year.Number,
            Low = new() { Lost = year.Lost.Low, Gained = year.Gained.Low },
            Best = new() { Lost = year.Lost.Best, Gained = year.Gained.Best },
            High = new() { Lost = year.Lost.High, Gained = year.Gained.High },
        }).ToValueList(),
    };

    public static Reattribution ReattributionIn(ReattributionForm form)
    {
        Reattribution proposal = new()
        {
            Key = form.Key,
            From = (form.From, form.FromName ?? ""),
            To = (form.To, form.ToName ?? ""),
            Years = form.Years.Select(year => new Reattribution.Year(
                year.Year,
                new(year.Low.Lost, year.Best.Lost, year.High.Lost),
                new(year.Low.Gained, year.Best.Gained, year.High.Gained))).ToValueList(),
        };
        Int128 best = 0;
        foreach (YearForm year in form.Years)
        {
            best += year.Best.Lost == year.Best.Gained && year.Best.Gained > 0
                ? year.Best.Gained
                : throw new JsonException("In each year the one group gains the best figure that the other loses.");
        }

        return best == form.Best && Figures.Where(proposal.Conserves).SequenceEqual(form.Conserved)
            ? proposal
            : throw new JsonException("The years come to another best figure, or conserve others.");
    }

    public static TombstoneForm FormOf(Tombstone stone) => new() { Id = stone.Id, Deleted = InstantPattern.General.Format(stone.Deleted) };

    public static Tombstone TombstoneIn(TombstoneForm form) =>
        InstantPattern.General.Parse(form.Deleted) is { Success: true, Value: var deleted }
            ? new() { Id = form.Id, Deleted = deleted }
            : throw new JsonException("Expected a time such as 2024-07-03T09:46:40Z.");

    private static Estimate EstimateIn(FiguresForm form) => new[] { form.Low, form.Best, form.High }.All(figure =>
        figure is null or (>= 0 and <= Estimate.MaxFigure))
            ? new(form.Low, form.Best, form.High)
            : throw new JsonException($"Expected figures from 0 to {Estimate.MaxFigure}.");

    internal sealed record CountsForm
    {
        public required long Old { get; init; }

        public required long Added { get; init; }

        public required long Removed { get; init; }

        public required long Revised { get; init; }

        public required long Unchanged { get; init; }

        public required long New { get; init; }
    }

    internal sealed record FiguresForm
    {
        public required long? Low { get; init; }

        public required long? Best { get; init; }

        public required long? High { get; init; }
    }

    internal sealed record MoveForm
    {
        public required string Id { get; init; }

        public required ValueList<RevisionLog.Value> From { get; init; }

        public required ValueList<RevisionLog.Value> To { get; init; }

        public required FiguresForm Was { get; init; }

        public required FiguresForm Is { get; init; }
    }

    internal sealed record ReattributionForm
    {
        public required GroupKey Key { get; init; }

        public required string From { get; init; }

        public string? FromName { get; init; }

        public required string To { get; init; }

        public string? ToName { get; init; }

        public required long Best { get; init; }

        public required ValueList<RangeFigure> Conserved { get; init; }

        public required ValueList<YearForm> Years { get; init; }
    }

    internal sealed record TombstoneForm
    {
        public required string Id { get; init; }

        public required string Deleted { get; init; }
    }

    internal sealed record YearForm
    {
        public required int Year { get; init; }

        public required ChangeForm Low { get; init; }

        public required ChangeForm Best { get; init; }

        public required ChangeForm High { get; init; }
    }

    internal sealed record ChangeForm
    {
        public required long Lost { get; init; }

        public required long Gained { get; init; }
    }
}
