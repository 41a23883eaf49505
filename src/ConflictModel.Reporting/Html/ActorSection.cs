using Cell = ConflictModel.Reporting.ActorMatrix.Cell;
using Party = ConflictModel.Reporting.ActorMatrix.Party;

namespace ConflictModel.Reporting;

/// <summary>Who harmed whom: matrices with bounds in each cell.</summary>
internal sealed class ActorSection(ReportPage page)
{
    private const int MostRows = 12;
    private const int MostColumns = 8;

    private readonly HtmlWriter html = page.Html;
    private readonly PartyNames parties = new(page.Voice, page.Names);

    public void Write()
    {
        if (page.Model.Matrices.Count == 0)
        {
            return;
        }

        page.BeginSection("who", page.Texts.WhoTitle, page.Texts.WhoLead);
        page.Folding(page.Model.Matrices, ReportPage.OpenRows, shown =>
        {
            foreach (ActorMatrix matrix in shown)
            {
                Write(matrix);
            }
        });
        html.Close();
    }

    private void Write(ActorMatrix matrix)
    {
        string title = matrix.Tally is { } tally ? tally.Title ?? tally.Id.Value : page.Texts.WhoIncidents;
        html.Open("figure", ("class", "who"));
        html.Open("figcaption");
        html.Element("h3", page.Voice.Fill(page.Texts.WhoCaption, title, page.Voice.Of(matrix.Harm)));
        html.Close();
        Party[] columns = [.. matrix.Columns.Take(MostColumns)];
        bool hasOthers = matrix.Columns.Count > columns.Length;
        string others = page.Voice.Fill(page.Texts.OtherVictims, page.Voice.Number(matrix.Columns.Count - columns.Length));
        string[] heads = [page.Texts.ColumnBy, .. columns.Select(parties.Victim), .. hasOthers ? [others] : (string[])[]];
        page.Folding(matrix.Rows, MostRows, rows =>
        {
            page.BeginTable(title, heads);
            foreach (Party row in rows)
            {
                html.Open("tr");
                html.Element("th", parties.Perpetrator(row), ("scope", "row"));
                foreach (Party column in columns)
                {
                    Write(matrix.Cells.TryGetValue((row, column), out Cell cell) ? cell : null);
                }

                if (hasOthers)
                {
                    Write(matrix.Of(row, matrix.Columns.Skip(MostColumns)));
                }

                html.Close();
            }

            page.EndTable();
        });
        html.Close();
    }

    private void Write(Cell? cell)
    {
        if (cell is not { } known)
        {
            page.Number("");
            return;
        }

        page.Number(parties.Of(known));
    }
}
