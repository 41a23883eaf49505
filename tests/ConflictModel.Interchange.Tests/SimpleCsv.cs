using System.Text;

namespace ConflictModel.Interchange.Tests;

/// <summary>A plain reader of RFC 4180, character by character: the independent one that files are checked by.</summary>
internal static class SimpleCsv
{
    public static List<string[]> Read(string text)
    {
        var rows = new List<string[]>();
        var row = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        bool any = false;
        for (int i = text.StartsWith('\uFEFF') ? 1 : 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = any = true;
            }
            else if (c == ',')
            {
                row.Add(cell.ToString());
                cell.Clear();
                any = true;
            }
            else if (c == '\n')
            {
                if (any || cell.Length > 0)
                {
                    row.Add(cell.ToString());
                    rows.Add([.. row]);
                }

                row.Clear();
                cell.Clear();
                any = false;
            }
            else if (c != '\r' || i + 1 >= text.Length || text[i + 1] != '\n')
            {
                cell.Append(c);
                any = true;
            }
        }

        if (any || cell.Length > 0)
        {
            row.Add(cell.ToString());
            rows.Add([.. row]);
        }

        return rows;
    }
}
