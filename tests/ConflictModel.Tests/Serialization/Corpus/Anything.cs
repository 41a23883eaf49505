using System.Reflection;
using System.Runtime.CompilerServices;
using ConflictModel.Tests.Time;
using CsCheck;
using NodaTime;

namespace ConflictModel.Tests.Serialization.Corpus;

/// <summary>Data sets in which any member of any record is set or not, to any value of its type; each of them by a number.</summary>
internal sealed class Anything
{
    private static readonly string[] Dates =
        [.. Edtf.Text.Array[4_000].Single(static _ => true, "0000000000000").Where(text => UncertainDate.TryParse(text, out _)).Distinct()];

    private static readonly string[] Texts = ["", "a", "b c", "حمص", "\"quoted\"", "line\nbreak", "\t", "😀", "<&>", "null", "2024"];

    private static readonly string[] Ids =
        ["a", "isis", "sohr-2024-h1", "داعش", "😀", "a/b", "#", "\"", "\uFEFF", new('x', 200)];

    private static readonly string[] Paths = ["killed", "killed/victim:isis.members", "wounded/region:raqqa#1", "nothing"];

    private static readonly KeyValuePair<string, string>[] English = [new("en", "a name")];

    private static readonly KeyValuePair<string, string>[] Both = [new("ar", "اسم"), new("en", "a name")];

    private readonly Random random;

    private Anything(int number) => random = new Random(number);

    public static ConflictDataset Dataset(int number) => (ConflictDataset)new Anything(number).Record(typeof(ConflictDataset), depth: 0);

    private object Make(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => Pick(Texts),
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(decimal) => random.Next(1, 1_000) / 1_000m,
            _ when type == typeof(Estimate) => new Estimate(Figure(), Figure(), Figure(), Wording()) is { IsEmpty: false } said ? said : 7,
            _ when type == typeof(Age) => new Age(Years(), Years(), Wording()),
            _ when type == typeof(ReportedDate) => new ReportedDate(UncertainDate.Parse(Pick(Dates)), Wording()),
            _ when type == typeof(LocalDate) => new LocalDate(random.Next(-9_998, 9_999), random.Next(1, 13), random.Next(1, 29)),
            _ when type == typeof(LocalizedText) => new LocalizedText([.. random.Next(2) == 0 ? English : Both]),
            _ when type == typeof(Coordinates) => new Coordinates((random.NextDouble() * 180) - 90, random.Next(-180, 181)),
            _ when type == typeof(ExtensionData) => new ExtensionData("""{"theirs": [1.50, null, {"": {}}]}"""),
            _ when type == typeof(OriginalColumn) => new OriginalColumn($"column {random.Next()}", Pick(Texts)),
            _ when type == typeof(FigureReference) => random.Next(2) == 0
                ? new FigureReference { Tally = TallyId.From(Pick(Ids)), Path = Pick(Paths) }
                : new FigureReference { Incident = IncidentId.From(Pick(Ids)), Path = Pick(Paths) },
            _ when type == typeof(Breakdown) => WithCategories((Breakdown)Record(type, depth + 1), depth),
            { IsEnum: true } => Pick([.. Enum.GetValues(type).Cast<object>()]),
            { IsValueType: true } when type.GetMethod("From", [typeof(string)]) is { } from => from.Invoke(null, [Pick(Ids)])!,
            { IsGenericType: true } => List(type, depth),
            _ => Record(type, depth + 1),
        };
    }

    // Each part says what sets it apart on its axis.
    private Breakdown WithCategories(Breakdown breakdown, int depth) => breakdown with
    {
        Parts = breakdown.Parts.Select(part => breakdown.By switch
        {
            Axis.Victim => part with { Victims = part.Victims ?? (Victims)Make(typeof(Victims), depth) },
            Axis.Perpetrator => part with { Perpetrators = part.Perpetrators.Add(ActorId.From(Pick(Ids))) },
            Axis.Method => part with { Method = part.Method + "m" },
            Axis.Region => part with { Region = part.Region ?? RegionId.From(Pick(Ids)) },
            Axis.Period => part with { Period = part.Period ?? (ReportedDate)Make(typeof(ReportedDate), depth) },
            _ => part with { Victims = (part.Victims ?? new()) with { Sex = Sex.Female } },
        }).ToValueList(),
    };

    private object List(Type type, int depth)
    {
        Type item = type.GenericTypeArguments[0];
        object[] made = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Make(item, depth))];
        var items = Array.CreateInstance(item, made.Length);
        made.CopyTo(items, 0);
        return typeof(ValueList).GetMethods()
            .Single(method => method.Name == nameof(ValueList.ToValueList)).MakeGenericMethod(item).Invoke(null, [items])!;
    }

    // The deeper, the less is said: breakdowns lie within parts of breakdowns.
    private object Record(Type type, int depth)
    {
        object record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (PropertyInfo property in type.GetProperties().Where(property =>
            property.SetMethod is not null && property.GetIndexParameters().Length == 0))
        {
            bool isRequired = property.IsDefined(typeof(RequiredMemberAttribute));
            if (isRequired || random.Next(2 + (depth / 2)) == 0)
            {
                property.SetValue(record, Make(property.PropertyType, depth));
            }
        }

        return record;
    }

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];

    private string? Wording() => random.Next(2) == 0 ? null : "about so many";

    private long? Figure() => random.Next(4) switch { 0 => null, 1 => 449, 2 => Estimate.MaxFigure, _ => random.Next(1_000) };

    private int? Years() => random.Next(3) switch { 0 => null, 1 => 30, _ => random.Next(Age.MaxFigure + 1) };
}
