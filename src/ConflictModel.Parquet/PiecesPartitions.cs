using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Parquet;

/// <summary>Divides events among folders in hive layout; all pieces of an event are in one.</summary>
internal static class PiecesPartitions
{
    /// <summary>What engines call the folder of rows without a value.</summary>
    public const string Without = "__HIVE_DEFAULT_PARTITION__";

    private static readonly LocalDate DayZero = new(1970, 1, 1);

    /// <summary>The folders in order, each with its pieces and how many of these are of events that were cut.</summary>
    public static IEnumerable<(string Folder, PlainTable Pieces, int CutRows)> Of(
        PieceTables tables, string? vintage, IReadOnlyList<ParquetPartition> by)
    {
        PlainTable pieces = tables.Pieces;
        int[] countries = new int[pieces.Rows];
        pieces.ReadCodes(pieces.Schema.IndexOf("country"), 0, countries);
        (long[] days, bool[] isDated) = Numbers(pieces, "earliest", pieces.Rows);
        (long[] numbers, _) = Numbers(pieces, "piece", tables.CutRows);
        Dictionary<(int Country, int? Year), List<int>> rows = [];
        List<int> here = [];
        for (int row = 0; row < pieces.Rows; row++)
        {
            if (row >= numbers.Length || numbers[row] == 1)
            {
                (int, int?) key = (
                    by.Contains(ParquetPartition.Admin0) ? countries[row] : -1,
                    by.Contains(ParquetPartition.Year) && isDated[row] ? DayZero.PlusDays((int)days[row]).Year : null);
                if (!rows.TryGetValue(key, out here!))
                {
                    rows.Add(key, here = []);
                }
            }

            here.Add(row);
        }

        return rows
            .Select(part => (
                Folder: string.Join('/', by.Select(partition => NameOf(partition, part.Key))),
                Pieces: (PlainTable)new ChosenRows(pieces, [.. part.Value]),
                CutRows: part.Value.Count(row => row < tables.CutRows)))
            .OrderBy(part => part.Folder, StringComparer.Ordinal);

        string NameOf(ParquetPartition partition, (int Country, int? Year) key)
        {
            string? value = partition switch
            {
                ParquetPartition.Vintage => vintage,
                ParquetPartition.Admin0 => key.Country < 0 ? null : pieces.TextsOf(pieces.Schema.IndexOf("country"))[key.Country],
                _ => key.Year is { } year ? FormattableString.Invariant($"{year}") : null,
            };
            if (value == Without)
            {
                throw new InvalidOperationException($"A country is called '{Without}', as the folder of those without one is.");
            }

            return $"{partition.ToString().ToLowerInvariant()}={(value is null ? Without : Uri.EscapeDataString(value))}";
        }
    }

    private static (long[] Numbers, bool[] IsKnown) Numbers(PlainTable table, string column, int rows)
    {
        (long[] numbers, bool[] isKnown) = (new long[rows], new bool[rows]);
        table.ReadNumbers(table.Schema.IndexOf(column), 0, numbers, isKnown);
        return (numbers, isKnown);
    }
}
