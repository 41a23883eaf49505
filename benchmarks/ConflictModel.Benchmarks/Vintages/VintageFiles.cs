using System.Globalization;
using System.Text;
using ConflictModel.Benchmarks.Interchange;

namespace ConflictModel.Benchmarks.Vintages;

/// <summary>
/// Two vintages: <see cref="InterchangeFile"/>, and the same with another high figure in one of fifty rows, one of a thousand gone, and one
/// of a thousand added.
/// </summary>
internal static class VintageFiles
{
    public static (string Older, string Newer) Make()
    {
        string older = InterchangeFile.Make();
        string newer = Path.ChangeExtension(older, ".newer.csv");
        if (!File.Exists(newer))
        {
            using FileStream from = File.OpenRead(older);
            using FileStream to = File.Create(newer);
            long row = -1;
            foreach (ReadOnlyMemory<byte> line in InterchangeFile.Rows(from))
            {
                ReadOnlySpan<byte> cells = line.Span;
                if (row >= 0 && row % 50 == 0)
                {
                    // The last cell is the high figure: one digit more.
                    int end = cells.LastIndexOfAnyInRange((byte)'0', (byte)'9') + 1;
                    to.Write(cells[..end]);
                    to.WriteByte((byte)'1');
                    to.Write(cells[end..]);
                }
                else if (row < 0 || row % 1000 != 7)
                {
                    to.Write(cells);
                }

                if (row >= 0 && row % 1000 == 8)
                {
                    to.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{900_000_000_000 + row}")));
                    to.Write(cells[cells.IndexOf((byte)',')..]);
                }

                row++;
            }
        }

        return (older, newer);
    }
}
