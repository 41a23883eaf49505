using System.Globalization;
using System.Text;
using ConflictModel.Aggregation;
using ConflictModel.Revisions;
using ConflictModel.Time;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Revisions;

/// <summary>Made-up vintages of one source: a record is drawn anew in each, or stays.</summary>
internal sealed record FakeVintage(ValueList<FakeVintage.Record> Records)
{
    private static readonly RegionId[] Towns = [RegionId.From("Aleph"), RegionId.From("Beth")];

    private static readonly Gen<long?> Figure = Gen.Int[0, 300].Select(number => number > 280 ? null : (long?)number);

    private static readonly Gen<Record> Drawn = Gen.Select(
        Gen.Int[0, 60], Gen.Int[0, 900], Gen.Int[0, 50], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3],
        Gen.Select(Figure, Figure, Figure),
        (id, day, days, dyad, side, place, figures) => new Record(
            id, day > 850 ? null : day, days < 40 ? 0 : days, dyad, side, place, figures.Item1, figures.Item2, figures.Item3));

    /// <summary>A vintage, and others that keep about a half of its records as they are.</summary>
    public static Gen<FakeVintage[]> Series(int count) => Gen.Select(
        Drawn.Array[0, 40], Drawn.Array[0, 30], Drawn.Array[0, 30], Gen.Int[0, 7],
        (first, second, third, modulo) =>
            new[]
            {
                Of(first),
                Of([.. first.Where(record => record.Id % 8 != modulo), .. second]),
                Of([.. first.Where(record => record.Id % 5 != modulo), .. second.Where(record => record.Id % 2 == 0), .. third]),
            }[..count]);

    public void AppendTo(IncidentTableBuilder table)
    {
        table.DefineRegion(RegionId.From("Land"), RegionKind.Country);
        foreach (RegionId town in Towns)
        {
            table.DefineRegion(town, RegionKind.Town, RegionId.From("Land"));
        }

        foreach (Record record in Records)
        {
            LocalDate? first = record.Day is { } day ? new LocalDate(2020, 1, 1).PlusDays(day) : null;
            table.Append(
                new()
                {
                    Earliest = first,
                    Latest = first?.PlusDays(record.Days),
                    Dyad = record.Dyad == 0 ? default : table.CodeOf(DyadId.From($"{record.Dyad}")),
                    FirstSide = record.Side switch
                    {
                        0 => default,
                        3 => table.CodeOf([ActorId.From("a1"), ActorId.From("a2")]),
                        _ => table.CodeOf(ActorId.From($"a{record.Side}")),
                    },
                    SecondSide = table.CodeOf(ActorId.From("b")),
                    Region = record.Place switch
                    {
                        0 => default,
                        1 => table.CodeOf(RegionId.From("Land")),
                        _ => table.CodeOf(Towns[record.Place - 2]),
                    },
                    Kind = record.Dyad == 2 ? IncidentKind.Battle : IncidentKind.Unknown,
                    ActiveYear = record.Dyad == 3 ? Truth.Yes : Truth.Unknown,
                },
                Measure.Killed.Is(record.Low, record.Best, record.High));
        }
    }

    public static string IdOf(Record record) => record.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The comparison of two, with the whole record as its one field.</summary>
    public static VintageComparison Compare(FakeVintage older, FakeVintage newer, params BucketScheme[] splitAt)
    {
        VintageRecords records = new(new() { SplitAt = [.. splitAt] });
        older.AddTo(records.Older);
        newer.AddTo(records.Newer);
        var difference = VintageDifference.Between(records, (first, second, _) =>
        {
            older.AppendTo(first);
            newer.AppendTo(second);
        });
        return difference.Tell([.. difference.Differing.Select(pair => new ValueList<FieldChange>().Add(new()
        {
            Field = "record",
            Was = older.Records[pair.Older].ToString(),
            Is = newer.Records[pair.Newer].ToString(),
            Class = FieldClass.Other,
        }))]);
    }

    private void AddTo(VintageRecords.Side vintage)
    {
        foreach (Record record in Records)
        {
            vintage.Add(Encoding.UTF8.GetBytes(IdOf(record)), Encoding.UTF8.GetBytes(record.ToString()));
        }
    }

    private static FakeVintage Of(IEnumerable<Record> records) => new(records.DistinctBy(record => record.Id).ToValueList());

    internal sealed record Record(
        int Id, int? Day, int Days, int Dyad, int Side, int Place, long? Low, long? Best, long? High);
}
