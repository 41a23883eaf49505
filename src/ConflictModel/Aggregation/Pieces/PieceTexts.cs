using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;

namespace ConflictModel.Aggregation;

/// <summary>The columns of text of a table's pieces: the texts, and which of them each row of the table has.</summary>
internal sealed class PieceTexts(TableColumns table)
{
    private static readonly string[] KindNames = [.. JsonName.All<IncidentKind>()];

    private readonly Lazy<(IReadOnlyList<string>, Func<int, int>)> events = new(() => Events(table));
    private readonly ConcurrentDictionary<string, (IReadOnlyList<string>, Func<int, int>)> columns = [];

    /// <summary>The texts of a column, and the code of each row; -1 for none.</summary>
    public (IReadOnlyList<string> Texts, Func<int, int> CodeOf) Of(string column) => columns.GetOrAdd(column, Make);

    private (IReadOnlyList<string>, Func<int, int>) Make(string column) => column switch
    {
        "event" => events.Value,
        "date" => table.Dates is { } dates ? (dates.Texts, row => dates.Codes[row] - 1) : ([], _ => -1),
        "side_a" => Of(table.Actors, table.FirstSides),
        "side_b" => Of(table.Actors, table.SecondSides),
        "others" => Of(table.Actors, table.Others),
        "region" => Of(table.RegionTree.Worlds()),
        "country" => Of(table.RegionTree.At(RegionKind.Country)),
        "adm1" => Of(table.RegionTree.At(RegionKind.Governorate)),
        "adm2" => Of(table.RegionTree.At(RegionKind.District)),
        "adm3" => Of(table.RegionTree.At(RegionKind.SubDistrict)),
        "town" => Of(table.RegionTree.At(RegionKind.Town)),
        "place" => Of(table.Regions, table.RegionCodes),
        "kind" => (KindNames, row => table.Kinds[row] - 1),
        "type" => Of<EventTypeId>(),
        "source" => Of<SourceId>(),
        "dyad" => Of<DyadId>(),
        "conflict" => Of<ConflictId>(),
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "The pieces have no such column of text."),
    };

    private (IReadOnlyList<string>, Func<int, int>) Of<TId>()
        where TId : struct, IId<TId> => Of(table.Of<TId>().Book, table.Of<TId>().Codes);

    private static (IReadOnlyList<string>, Func<int, int>) Of<TId>(CodeBook<TId> book, CodeColumn codes)
        where TId : struct, IId<TId> => ([.. book.Entries.Select(entry => entry.Id.Value)], row => codes[row] - 1);

    private (IReadOnlyList<string>, Func<int, int>) Of(int[] above) =>
        ([.. table.Regions.Entries.Select(entry => entry.Id.Value)], row => above[table.RegionCodes[row]] - 1);

    /// <summary>The ids of the events; of one that has none its number in the table, from 1.</summary>
    private static (IReadOnlyList<string>, Func<int, int>) Events(TableColumns table)
    {
        int[] numbers = new int[table.Rows];
        int events = 0;
        foreach (int row in table.Pieces)
        {
            numbers[row] = events += table.Continuations[row] == 0 ? 1 : 0;
        }

        for (int row = 0; row < numbers.Length; row++)
        {
            numbers[row] = numbers[row] == 0 ? ++events : numbers[row];
        }

        Numbers texts = new(table.Ids?.Texts ?? [], events);
        int[] codes = Array.ConvertAll(numbers, number => texts.Ids.Count + number - 1);
        HashSet<string> seen = [];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = table.Ids?.Codes[row] is > 0 and var id ? id - 1 : codes[row];
            if (table.Ids is not null && table.Continuations[row] == 0 && !seen.Add(texts[codes[row]]))
            {
                throw new InvalidOperationException($"Two incidents of the table are called '{texts[codes[row]]}'.");
            }
        }

        return (texts, row => codes[row]);
    }

    /// <summary>Ids, and numbers after them, of which no text is kept.</summary>
    private sealed class Numbers(IReadOnlyList<string> ids, int count) : IReadOnlyList<string>
    {
        public IReadOnlyList<string> Ids => ids;

        public int Count => ids.Count + count;

        public string this[int index] => index < ids.Count ? ids[index] : (index - ids.Count + 1).ToString(CultureInfo.InvariantCulture);

        public IEnumerator<string> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
