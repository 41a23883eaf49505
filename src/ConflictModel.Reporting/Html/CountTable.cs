using ConflictModel.Arithmetic;

namespace ConflictModel.Reporting;

/// <summary>The figures of a report, harm by harm, as an indented table with bars.</summary>
internal sealed class CountTable(ReportPage page, ValueList<ActorId> attributedTo)
{
    public void Write(string title, IReadOnlyCollection<TollFigures> tolls)
    {
        if (tolls.Count == 0)
        {
            page.Line(page.Texts.NoFigure);
            return;
        }

        ReportTexts texts = page.Texts;
        bool hasOperations = tolls.Any(toll => toll.Derivation.Operations is not null);
        string[] operations = hasOperations ? [texts.ColumnOperations] : [];
        page.BeginTable(title, [texts.ColumnWho, texts.ColumnSaid, texts.ColumnFollows, .. operations, texts.ColumnBar]);
        foreach (TollFigures toll in tolls)
        {
            Write(toll, hasOperations);
        }

        page.EndTable();
    }

    private void Write(TollFigures toll, bool hasOperations)
    {
        Derivation derivation = toll.Derivation;
        long scale = Math.Max(1, derivation.Whole.Bounds.Upper ?? Math.Max(derivation.Whole.Bounds.Lower * 2, 1));
        var rows = new FigureRows(page, toll, attributedTo, scale, hasOperations);
        rows.Write(derivation.Whole, derivation.Toll.Operations, 0);
        if (derivation.Attributed is { } attributed && Worth.Something(derivation, attributed))
        {
            rows.WriteRow(page.Names.Of(attributed, attributedTo), attributed, default, 1);
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
