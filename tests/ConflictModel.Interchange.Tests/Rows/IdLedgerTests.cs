using System.Text;
using CsCheck;

namespace ConflictModel.Interchange.Tests.Rows;

public class IdLedgerTests
{
    private static readonly string[] Prefixes =
        ["", "0", "00", "9", "SYR", "SY", "ZZZ", "AAAA", "syr", "S-", "É", "9999999999", "a long id "];

    private static IdLedger Of(IEnumerable<string> ids, bool hasVersions = false)
    {
        var ledger = new IdLedger(hasVersions);
        uint line = 1;
        foreach (string id in ids)
        {
            line++;
            ledger.Add(Encoding.UTF8.GetBytes(id), line, line * 10);
        }

        return ledger;
    }

    private static string[] Repeats(IdLedger ledger) =>
        [.. ledger.Repeats().Select(repeat => $"{repeat.Id}: {string.Join(' ', repeat.Rows.Select(row => row.Row))}").Order()];

    [Fact]
    public void Ids_that_stand_twice_are_found_with_their_rows_in_order()
    {
        Repeats(Of(["a", "b", "a", "c", "b", "a"])).Should().Equal("a: 0 2 5", "b: 1 4");
        Of(["a", "a"], hasVersions: true).Repeats().Single().Rows
            .Should().Equal(new IdLedger.Place(0, 2, 20), new IdLedger.Place(1, 3, 30));
        Of(["a", "a"]).Repeats().Single().Rows[1].Version.Should().Be(0, "versions that nobody asked for are not held");
    }

    [Fact]
    public void Rows_without_an_id_are_nobody_elses() => Repeats(Of(["", "a", "", ""])).Should().BeEmpty();

    [Fact]
    public void Nothing_is_found_where_nothing_is_noted() => Repeats(Of([])).Should().BeEmpty();

    [Theory]
    [InlineData("12345678901")]
    [InlineData("SYR 1")]
    [InlineData("ü")]
    [InlineData("0b7b1f8e-6d7e-4a1e-9a70-1f9d2f1f9b60")]
    public void An_id_that_is_not_held_itself_is_found_all_the_same(string id) =>
        Repeats(Of(["a", id, "b", id, id + "1", "a"])).Should().Equal(": 1 3", "a: 0 5");

    [Fact]
    public void Ids_that_differ_in_a_letter_its_case_or_their_length_are_different() =>
        Repeats(Of(["0", "00", "000", "1", "10", "01", "a", "A", "a-", "-a", "_a", "ZZZZZZZZZZ", "zzzzzzzzzz", "zzzzzzzzz"]))
            .Should().BeEmpty();

    [Fact]
    public void Ids_of_all_forms_are_told_apart_and_named_as_a_dictionary_of_texts_does() => Gen.Select(
        Gen.Select(
            Gen.Int[0, Prefixes.Length - 1],
            Gen.OneOf(Gen.Long[0, 40], Gen.Long[0, 99_999_999_999]),
            (prefix, number) => FormattableString.Invariant($"{Prefixes[prefix]}{number}")).Array[0, 80],
        Gen.Int[-3, 3].Array[80],
        Gen.UInt[0, uint.MaxValue].Array[80]).Sample(
        (ids, steps, versions) =>
        {
            var ledger = new IdLedger(hasVersions: true);
            List<IdLedger.Place> places = [];
            long line = 1_000;
            foreach ((int row, string id) in ids.Index())
            {
                line += steps[row] == 3 ? 5_000_000_000 : steps[row];
                ledger.Add(Encoding.UTF8.GetBytes(id), line, versions[row]);
                places.Add(new(row, line, versions[row]));
            }

            string[] expected =
            [
                .. places.GroupBy(place => ids[place.Row]).Where(rows => rows.Count() > 1)
                    .Select(rows => $"{(IsHeld(rows.Key) ? rows.Key : "")}: {string.Join(' ', rows)}").Order(),
            ];
            string[] found = [.. ledger.Repeats().Select(repeat => $"{repeat.Id}: {string.Join(' ', repeat.Rows)}").Order()];
            found.Should().Equal(expected);
        },
        iter: 2_000);

    private static bool IsHeld(string id) => id.Length <= 10 && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    [Fact]
    public void It_finds_what_a_dictionary_of_all_ids_finds() => Gen.Int[0, 400].Array[0, 600].Sample(
        numbers =>
        {
            string[] ids = [.. numbers.Select(number => number % 7 == 0 ? $"a long id number {number}" : $"SYR{number}")];
            string[] expected =
            [
                .. ids.Select((id, row) => (Id: id, Row: row)).GroupBy(row => row.Id).Where(rows => rows.Count() > 1)
                    .Select(rows => (rows.Key.Length > 10 ? "" : rows.Key) + ": " + string.Join(' ', rows.Select(row => row.Row))).Order(),
            ];
            Repeats(Of(ids)).Should().Equal(expected);
        },
        iter: 200);

    [Fact]
    public void Ids_near_one_another_and_ids_far_apart_are_found_alike() => Gen.Int[1, 4_000].Array[0, 600].Sample(
        numbers =>
        {
            string[] rows =
            [
                .. numbers.Index().GroupBy(row => row.Item, row => row.Index).Where(rows => rows.Count() > 1)
                    .Select(rows => string.Join(' ', rows)).Order(),
            ];
            foreach (long apart in (long[])[1, 1_000_003])
            {
                IdLedger ledger = Of(numbers.Select(number => FormattableString.Invariant($"{number * apart}")));
                string[] found = [.. ledger.Repeats().Select(repeat => string.Join(' ', repeat.Rows.Select(row => row.Row)))];
                found.Order().Should().Equal(rows);
            }
        },
        iter: 300);

    [Fact]
    public void A_million_ids_that_go_up_take_little_more_than_a_byte_each_and_two_with_versions()
    {
        foreach ((bool hasVersions, double most) in ((bool, double)[])[(false, 1.1), (true, 2.1)])
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            var ledger = new IdLedger(hasVersions);
            byte[] id = new byte[8];
            for (int number = 10_000_000; number < 11_000_000; number++)
            {
                number.TryFormat(id, out _);
                ledger.Add(id, number, 1);
            }

            // All that was ever taken: nothing is copied when it grows.
            ((GC.GetAllocatedBytesForCurrentThread() - before) / 1_000_000.0).Should().BeLessThan(most);
            before = GC.GetAllocatedBytesForCurrentThread();
            ledger.Repeats().Should().BeEmpty();
            ((GC.GetAllocatedBytesForCurrentThread() - before) / 1_000_000.0).Should().BeLessThan(10);
            ledger.Add("10000017"u8, 99, 2);
            Repeats(ledger).Should().Equal("10000017: 17 1000000");
            GC.KeepAlive(ledger);
        }
    }

    [Fact]
    public void Ids_that_stand_twice_are_found_beyond_the_part_that_is_looked_at_at_a_time()
    {
        const int Rows = 600_000;
        var ledger = new IdLedger(hasVersions: false);
        for (int row = 0; row < Rows; row++)
        {
            ledger.Add(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{row % (Rows - 5)}")), row, 0);
        }

        Repeats(ledger).Order().Should().Equal(
            [.. Enumerable.Range(0, 5).Select(id => FormattableString.Invariant($"{id}: {id} {Rows - 5 + id}"))]);
    }
}
