using ConflictModel.Arithmetic;

namespace ConflictModel.Reporting;

/// <summary>One published total as an indented table with bars: what was said, what follows, and what can't be true.</summary>
internal sealed class CountFigure(ReportPage page, Tally tally)
{
    private readonly HtmlWriter html = page.Html;

    public void Write()
    {
        html.Open("figure", ("class", "count"), ("id", ReportPage.AnchorOf(tally.Id)));
        html.Open("figcaption");
        html.Element("h3", tally.Title ?? tally.Id.Value);
        html.Open("ul", ("class", "facts"));
        foreach (string fact in Facts())
        {
            html.Element("li", fact);
        }

        html.Close();
        html.Close();
        ValueList<TollFigures> tolls = page.Model.Figures.Of(tally);
        if (tolls.IsEmpty)
        {
            page.Line(page.Texts.NoFigure);
        }
        else
        {
            ReportTexts texts = page.Texts;
            bool hasOperations = tolls.Any(toll => toll.Derivation.Operations is not null);
            string[] operations = hasOperations ? [texts.ColumnOperations] : [];
            page.BeginTable(
                tally.Title ?? tally.Id.Value, [texts.ColumnWho, texts.ColumnSaid, texts.ColumnFollows, .. operations, texts.ColumnBar]);
            foreach (TollFigures toll in tolls)
            {
                Write(toll, hasOperations);
            }

            page.EndTable();
        }

        html.Close();
    }

    private IEnumerable<string> Facts()
    {
        (ReportVoice voice, ReportTexts texts, RecordNames names, Scope scope) = (page.Voice, page.Texts, page.Names, tally.Scope);
        string?[] facts =
        [
            voice.Fill(texts.SaidBy, names.Of(tally.Report.Citation)),
            scope.Period is { } period ? voice.Fill(texts.PeriodIs, voice.Of(period)) : null,
            scope.Regions.IsEmpty ? null : voice.Fill(texts.PlaceIs, names.Of(scope.Regions)),
            scope.AttributedTo.IsEmpty ? null : voice.Fill(texts.AttributedTo, names.Of(scope.AttributedTo)),
            scope.Victims is { } victims ? voice.Fill(texts.OnlyOf, names.Of(victims)) : null,
            tally.AsOf is { } date ? voice.Fill(texts.AsOf, voice.Of(date)) : null,
            tally.Cumulative ? texts.RunningTotal : null,
            tally.Report.Grade is { } grade ? voice.Fill(texts.Graded, grade.Value, grade.Scheme) : null,
            tally.Report.Basis is { } basis ? voice.Fill(texts.RestsOn, voice.Of(basis.Kind)) : null,
            tally.Report.Note is { } note ? voice.Isolated(note) : null,
        ];
        return facts.OfType<string>();
    }

    private void Write(TollFigures toll, bool hasOperations)
    {
        Derivation derivation = toll.Derivation;
        long scale = Math.Max(1, derivation.Whole.Bounds.Upper ?? Math.Max(derivation.Whole.Bounds.Lower * 2, 1));
        var rows = new FigureRows(page, toll, tally.Scope.AttributedTo, scale, hasOperations);
        rows.Write(derivation.Whole, derivation.Toll.Operations, 0);
        if (derivation.Attributed is { } attributed && Worth.Something(derivation, attributed))
        {
            rows.WriteRow(page.Names.Of(attributed, tally.Scope.AttributedTo), attributed, default, 1);
        }

        for (int i = 0; i < derivation.Beside.Count; i++)
        {
            Part part = derivation.Toll.Beside[i];
            string label = page.Voice.Fill(page.Texts.BesideTheTotal, page.Names.Of(part, Axis.Victim));
            rows.WriteRow(label, derivation.Beside[i].Whole, part.Operations, 1);
            rows.WriteBreakdowns(derivation.Beside[i].Whole, 2);
        }
    }
}
