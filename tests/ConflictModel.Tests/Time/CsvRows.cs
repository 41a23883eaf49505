using System.Text;

namespace ConflictModel.Tests.Time;

/// <summary>Reads comma-separated rows with quoted fields, line breaks within them included, by column name.</summary>
internal static class CsvRows
{
    public static IEnumerable<Func<string, string>> Read(string path)
    {
        Dictionary<string, int>? columns = null;
        foreach (List<string> row in Rows(File.ReadAllText(path)))
        {
            if (columns is null)
            {
                columns = row.Select((name, index) => (name, index)).ToDictionary(c => c.name, c => c.index);
            }
            else
            {
                yield return name => row[columns[name]];
            }
        }
    }

    private static IEnumerable<List<string>> Rows(string text)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                field.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (quoted || c is not (',' or '\n' or '\r'))
            {
                field.Append(c);
            }
            else if (c != '\r')
            {
                row.Add(field.ToString());
                field.Clear();
                if (c != '\n')
                {
                    continue;
                }

                yield return row;
                row = [];
            }
        }
    }
}
