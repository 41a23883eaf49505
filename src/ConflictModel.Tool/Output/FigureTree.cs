using ConflictModel.Arithmetic;
using ConflictModel.Reconciliation;
using ConflictModel.Reporting;
using Spectre.Console;

namespace ConflictModel.Tool.Output;

/// <summary>Tallies and incidents as trees: what was reported, and what follows from it.</summary>
internal sealed class FigureTree(ReportModel model, RecordNames names)
{
    public Tree Of(Tally tally)
    {
        Scope scope = tally.Scope;
        Tree tree = Trees.New(
            tally.Title is null ? tally.Id.Value : $"{tally.Id}: {tally.Title}",
            $"said by {names.Of(tally.Report.Citation)}",
            scope.Period is { } period ? $"period: {names.Of(period)}" : null,
            scope.Regions.IsEmpty ? null : $"in: {names.Of(scope.Regions)}",
            scope.AttributedTo.IsEmpty ? null : $"attributed to: {names.Of(scope.AttributedTo)}",
            tally.AsOf is { } date ? $"as of: {names.Of(date)}" : null,
            tally.Cumulative ? "a running total" : null,
            scope.Victims is { } victims ? $"of: {names.Of(victims)}" : null,
            tally.Supersedes.IsEmpty ? null : $"replaces: {string.Join(", ", tally.Supersedes)}",
            Grounds(tally.Report),
            tally.Report.Note);
        foreach (TollFigures toll in model.Figures.Of(tally))
        {
            Add(tree, toll, scope.AttributedTo);
        }

        return tree;
    }

    public Tree Of(Incident incident)
    {
        Tree tree = Trees.New(
            $"{incident.Id}: {Words.Of(incident.Kind)}, {names.Of(incident.Date)}",
            incident.Place is { Regions.IsEmpty: false } place ? $"in: {names.Of(place.Regions)}" : null,
            incident.Description,
            incident.Involvements.IsEmpty
                ? null
                : string.Join("; ", incident.Involvements.Select(i => $"{names.Of(i.Actor)} ({Words.Of(i.Role)})")));
        Trees.Add(
            tree,
            incident.Place?.Wording is { } words ? $"\"{words}\"" : null,
            incident.SameAs.IsEmpty ? null : $"the same event as: {string.Join(", ", incident.SameAs)}",
            incident.PartOf is { } whole ? $"part of: {whole}" : null);
        foreach (MatchDecision decision in incident.Decisions)
        {
            Trees.Add(tree, $"decided: {decision}");
        }

        foreach (Attribution attribution in incident.Attributions)
        {
            string by = attribution.Citation is { } citation ? $", by {names.Of(citation)}" : "";
            Trees.Add(tree, $"{Words.Of(attribution.Status)}: {names.Of(attribution.Actors)}{by}");
        }

        for (int i = 0; i < incident.Reports.Count; i++)
        {
            TreeNode report = tree.AddLine(ScreenText.Marked($"said by {names.Of(incident.Reports[i].Citation)}"));
            Trees.Add(report, Grounds(incident.Reports[i]), incident.Reports[i].Note);
            foreach (TollFigures toll in model.Figures.Of(incident).Where(toll => toll.ReportIndex == i))
            {
                Add(report, toll, default);
            }
        }

        foreach (IncidentFigure figure in ReportModel.Together(incident))
        {
            string reports = $"{Counted.Of(figure.Used.Count, "report")} of {Words.Of(figure.Harm)} together ({figure.Policy})";
            Trees.Add(tree, $"{reports}: {figure.Bounds}{(figure.ReportsAgree ? "" : "; they disagree")}");
        }

        return tree;
    }

    private void Add(IHasTreeNodes tree, TollFigures toll, ValueList<ActorId> attributedTo)
    {
        Derivation derivation = toll.Derivation;
        TreeNode whole = tree.AddLine(Line(Words.Of(toll.Harm), derivation.Whole, derivation.Toll.Operations));
        AddBreakdowns(whole, derivation.Whole, attributedTo);
        if (derivation.Attributed is { } attributed && Worth.Something(derivation, attributed))
        {
            whole.AddLine(Line(names.Of(attributed, attributedTo), attributed, default));
        }

        for (int i = 0; i < derivation.Beside.Count; i++)
        {
            Part part = derivation.Toll.Beside[i];
            TreeNode beside =
                whole.AddLine(Line($"beside the total, {names.Of(part, Axis.Victim)}", derivation.Beside[i].Whole, part.Operations));
            AddBreakdowns(beside, derivation.Beside[i].Whole, default);
        }
    }

    private void AddBreakdowns(TreeNode node, DerivedFigure figure, ValueList<ActorId> attributedTo)
    {
        foreach (DerivedBreakdown breakdown in figure.Breakdowns)
        {
            TreeNode parts = node.AddLine($"[italic]{ScreenText.Marked(Head(breakdown.Breakdown))}[/]");
            foreach (DerivedFigure part in breakdown.Parts)
            {
                TreeNode child = parts.AddLine(Line(names.Of(part, attributedTo), part, part.Part!.Operations));
                AddBreakdowns(child, part, attributedTo);
            }

            if (breakdown.Breakdown.Kind == BreakdownKind.Inclusion && !Worth.Nothing(breakdown)
                && !Worth.Nothing(breakdown.Residual.Bounds))
            {
                parts.AddLine(Line(names.Of(breakdown.Residual, attributedTo), breakdown.Residual, default));
            }
        }
    }

    /// <summary>How well a report is supported and what it rests on; null if it does not say.</summary>
    private static string? Grounds(Report report)
    {
        string?[] grounds =
        [
            report.Grade is { } grade ? $"graded {grade.Value} ({grade.Scheme})" : null,
            report.Basis is { } basis
                ? $"rests on: {Words.Of(basis.Kind)}{(basis.Level is { } level ? FormattableString.Invariant($" at {level}") : "")}"
                : null,
            report.Basis?.Note,
        ];
        return grounds.All(ground => ground is null) ? null : string.Join("; ", grounds.OfType<string>());
    }

    private static string Head(Breakdown breakdown) =>
        $"by {Words.Of(breakdown.By)}, {(breakdown.Kind == BreakdownKind.Partition ? "made up of" : "including")}"
        + (breakdown.Disjoint ? ", nobody twice" : "")
        + (breakdown.Reading == Reading.Inferred ? " (inferred)" : "")
        + (breakdown.Truncated ? " (cut short)" : "");

    private static string Line(string label, DerivedFigure figure, Estimate operations)
    {
        string reported = figure.Reported.IsEmpty ? (figure.Kind == FigureKind.Part ? "no figure" : "") : figure.Reported.ToString();
        string inOperations = operations.IsEmpty ? "" : $", in {operations} operation{(operations == 1 ? "" : "s")}";
        string derived = Derived(figure, reported.Length > 0);
        return $"{ScreenText.Marked(label)}: {ScreenText.Marked(reported)}{derived}{ScreenText.Marked(inOperations)}";
    }

    private static string Derived(DerivedFigure figure, bool isReported)
    {
        string bounds = ScreenText.Marked(figure.Bounds.ToString());
        if (Worth.Nothing(figure.Bounds) || !figure.IsDerived)
        {
            return !isReported ? "any number"
                : Worth.Nothing(figure.Bounds) || figure.Reported.IsExact ? ""
                : $" [grey](read as {bounds})[/]";
        }

        // A sum of one term tells nothing that the bounds don't.
        string because = figure.Because is { } sum && sum.Contains(' ', StringComparison.Ordinal) ? $" = {ScreenText.Marked(sum)}" : "";
        string outer = figure.Bounds.IsOuter ? ", at the outside" : "";
        bool isOpen = because.Length == 0 && figure.Explain() is { Upper.IsExplained: false } or { Lower.IsExplained: false };
        string open = isOpen ? ", not explained" : "";
        return $"[green]{(isReported ? " -> " : "")}{bounds}{because} (derived{outer}{open})[/]";
    }
}
