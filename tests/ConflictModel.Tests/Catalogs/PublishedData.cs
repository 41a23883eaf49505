using System.Text;

namespace ConflictModel.Tests.Catalogs;

/// <summary>Published files that the known answers are checked against. Tests skip where they are not at hand.</summary>
internal static class PublishedData
{
    public static string Path(string file)
    {
        string? folder = Environment.GetEnvironmentVariable("CONFLICTMODEL_DATA");
        if (string.IsNullOrEmpty(folder))
        {
            Assert.Skip("CONFLICTMODEL_DATA is not set");
        }

        return System.IO.Path.Combine(folder, file);
    }

    /// <summary>The rows of a CSV file, each by column name.</summary>
    public static IEnumerable<Dictionary<string, string>> Csv(string file)
    {
        using var reader = new StreamReader(Path(file));
        List<string>? head = null;
        foreach (List<string> row in Rows(reader))
        {
            if (head is null)
            {
                head = row;
                continue;
            }

            yield return head.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }

    private static IEnumerable<List<string>> Rows(TextReader reader)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        int c;
        while ((c = reader.Read()) >= 0)
        {
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append((char)c);
                }
                else if (reader.Peek() == '"')
                {
                    cell.Append((char)reader.Read());
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c == ',' || c == '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else if (c != '\r')
            {
                cell.Append((char)c);
            }
        }

        if (cell.Length > 0 || row.Count > 0)
        {
            row.Add(cell.ToString());
            yield return row;
        }
    }
}
