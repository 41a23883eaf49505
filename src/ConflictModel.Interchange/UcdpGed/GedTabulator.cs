using System.Runtime.InteropServices;
using ConflictModel.Aggregation;
using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>Appends the columns of a GED file to a table that is being built: each id becomes text once, whatever the number of rows.</summary>
internal sealed class GedTabulator
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private readonly GedTable table;
    private readonly IncidentTableBuilder builder;
    private readonly RegionCoder regions;
    private readonly Dictionary<(int Id, int Name), TableCode<ActorId>> actors = [];
    private readonly Dictionary<(int World, int Country, int CountryId, int Adm1, int Adm2), TableCode<RegionId>> places = [];
    private readonly Dictionary<int, TableCode<DyadId>> dyads = [];
    private readonly Dictionary<int, LocalDate> dates = [];
    private readonly TableCode<KindId>[] kinds;
    private readonly TableCode<SourceId> source;
    private readonly string[][] names;

    public GedTabulator(GedTable table, IncidentTableBuilder builder)
    {
        (this.table, this.builder) = (table, builder);
        regions = new(builder, GedFormat.Scheme);
        kinds =
        [
            default, builder.CodeOf(IncidentKind.StateBasedConflict.ToKindId()), builder.CodeOf(IncidentKind.NonStateConflict.ToKindId()),
            builder.CodeOf(IncidentKind.OneSidedViolence.ToKindId()),
        ];
        source = builder.CodeOf(GedFormat.Source.Id);
        names = [.. Enum.GetValues<GedText>().Select(column => table.Names(column).ToArray())];
    }

    /// <summary>Appends all rows that have a first and a last day; returns how many have not.</summary>
    public int Append()
    {
        int undated = 0;
        Span<Figure> figures = new Figure[5];
        for (int row = 0; row < table.Count; row++)
        {
            int start = table.Numbers(GedNumber.Start)[row];
            int end = table.Numbers(GedNumber.End)[row];
            if (start == GedTable.Missing || end == GedTable.Missing)
            {
                undated++;
                continue;
            }

            figures[0] = Measure.Killed.Is(Count(GedNumber.Low, row), Count(GedNumber.Best, row), Count(GedNumber.High, row));
            figures[1] = Measure.Killed.Among(VictimGroup.FirstSide).Is(null, Count(GedNumber.DeathsA, row), null);
            figures[2] = Measure.Killed.Among(VictimGroup.SecondSide).Is(null, Count(GedNumber.DeathsB, row), null);
            figures[3] = Measure.Killed.Civilians.Is(null, Count(GedNumber.DeathsCivilians, row), null);
            figures[4] = Measure.Killed.Among(VictimGroup.Unknown).Is(null, Count(GedNumber.DeathsUnknown, row), null);
            builder.Append(RowOf(row, Math.Min(start, end), Math.Max(start, end)), figures);
        }

        return undated;
    }

    private IncidentRow RowOf(int row, int start, int end) => new()
    {
        Earliest = DateOf(start),
        Latest = DateOf(end),
        FirstSide = ActorOf(row, GedNumber.SideA, GedText.SideA),
        SecondSide = ActorOf(row, GedNumber.SideB, GedText.SideB),
        Region = RegionOf(row),
        Kind = kinds[Code(GedNumber.TypeOfViolence, row)],
        Source = source,
        Dyad = DyadOf(table.Numbers(GedNumber.Dyad)[row]),
        PlacePrecision = Code(GedNumber.WherePrecision, row),
        DatePrecision = Code(GedNumber.DatePrecision, row),
        ActiveYear = table.Numbers(GedNumber.ActiveYear)[row] switch { 1 => Truth.Yes, 0 => Truth.No, _ => Truth.Unknown },
    };

    private long? Count(GedNumber column, int row) => table.Numbers(column)[row] is not GedTable.Missing and var count ? count : null;

    private int Code(GedNumber column, int row) => Math.Max(table.Numbers(column)[row], 0);

    private LocalDate DateOf(int day)
    {
        ref LocalDate date = ref CollectionsMarshal.GetValueRefOrAddDefault(dates, day, out bool isKnown);
        date = isKnown ? date : Epoch.PlusDays(day);
        return date;
    }

    private TableCode<ActorId> ActorOf(int row, GedNumber number, GedText text)
    {
        int id = table.Numbers(number)[row];
        int name = id == GedTable.Missing ? table.Codes(text)[row] : 0;
        ref TableCode<ActorId> code = ref CollectionsMarshal.GetValueRefOrAddDefault(actors, (id, id == GedTable.Missing ? (2 * name) + (int)text : 0), out bool isKnown);
        if (!isKnown)
        {
            string called = names[(int)text][name];
            code = id != GedTable.Missing ? builder.CodeOf(ActorId.From(LocalId.Of(GedFormat.Scheme + "-actor:", CellText.Of(id))))
                : called.Length > 0 ? builder.CodeOf(ActorId.From(LocalId.Of(GedFormat.Scheme + "-name:", called))) : default;
        }

        return code;
    }

    private TableCode<RegionId> RegionOf(int row)
    {
        var key = (
            World: table.Codes(GedText.Region)[row], Country: table.Codes(GedText.Country)[row], CountryId: table.Numbers(GedNumber.CountryId)[row],
            Adm1: table.Codes(GedText.Adm1)[row], Adm2: table.Codes(GedText.Adm2)[row]);
        ref TableCode<RegionId> code = ref CollectionsMarshal.GetValueRefOrAddDefault(places, key, out bool isKnown);
        if (!isKnown)
        {
            code = regions.Of(
                NameOf(GedText.Region, key.World), key.CountryId == GedTable.Missing ? "" : CellText.Of(key.CountryId),
                NameOf(GedText.Country, key.Country), NameOf(GedText.Adm1, key.Adm1), NameOf(GedText.Adm2, key.Adm2));
        }

        return code;
    }

    private TableCode<DyadId> DyadOf(int dyad)
    {
        ref TableCode<DyadId> code = ref CollectionsMarshal.GetValueRefOrAddDefault(dyads, dyad, out bool isKnown);
        if (!isKnown && dyad != GedTable.Missing)
        {
            code = builder.CodeOf(DyadId.From(CellText.Of(dyad)));
        }

        return code;
    }

    private string NameOf(GedText column, int code) => names[(int)column][code];
}
