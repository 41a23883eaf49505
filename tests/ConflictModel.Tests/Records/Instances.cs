using System.Reflection;
using System.Runtime.CompilerServices;
using NodaTime;

namespace ConflictModel.Tests.Records;

/// <summary>Builds records by reflection, every member set and no two alike: a new member is set too, without being asked for.</summary>
internal static class Instances
{
    // A breakdown has parts, which have breakdowns: further down they have none.
    private const int MaxDepth = 4;

    /// <summary>The records that a data set is made of, found from its root.</summary>
    public static Type[] Types { get; } = [.. Reached(typeof(ConflictDataset), []).OrderBy(type => type.Name, StringComparer.Ordinal)];

    public static PropertyInfo[] MembersOf(Type type) =>
        [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.SetMethod is not null)];

    public static bool IsRequired(MemberInfo member) => member.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>A record with every member set; the same seed gives an equal one, made anew.</summary>
    public static object Of(Type type, int seed = 1) => Record(type, seed, 0, _ => true);

    /// <summary>A record with nothing but its required members.</summary>
    public static object Bare(Type type) => Record(type, 1, 0, IsRequired);

    /// <summary>What <c>with</c> makes of a record, by reflection.</summary>
    public static object With(object record, PropertyInfo member, object? value)
    {
        object copy = record.GetType().GetMethod("<Clone>$")!.Invoke(record, null)!;
        member.SetValue(copy, value);
        return copy;
    }

    /// <summary>A value of a member's type that is not the one it has.</summary>
    public static object Other(PropertyInfo member, object record)
    {
        object? old = member.GetValue(record);
        Type type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        IEnumerable<object> others = type.IsEnum ? Enum.GetValues(type).Cast<object>()
            : type == typeof(bool) ? [false]
            : Enumerable.Range(2, 20).Select(seed => Value(type, seed, 1));
        return others.First(value => !Equals(value, old));
    }

    private static HashSet<Type> Reached(Type type, HashSet<Type> reached)
    {
        if (IsRecord(type) && reached.Add(type))
        {
            foreach (PropertyInfo member in MembersOf(type))
            {
                Type inner = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
                Reached(inner.IsGenericType ? inner.GetGenericArguments()[0] : inner, reached);
            }
        }

        return reached;
    }

    private static bool IsRecord(Type type) => type.IsClass && type.Assembly == typeof(ConflictDataset).Assembly;

    private static object Record(Type type, int seed, int depth, Predicate<PropertyInfo> isSet)
    {
        object record = Activator.CreateInstance(type)!;
        foreach (PropertyInfo member in MembersOf(type).Where(member => isSet(member)))
        {
            // Two members of one type differ, so that none can take another's place.
            seed++;
            member.SetValue(record, Value(member.PropertyType, seed, depth + 1));
        }

        return record;
    }

    /// <summary>A value of a type that a record may have as a member.</summary>
    public static object Value(Type type, int seed, int depth = 1) =>
        Nullable.GetUnderlyingType(type) is { } inner ? Value(inner, seed, depth) :
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) ? List(type.GetGenericArguments()[0], seed, depth) :
        type.IsEnum ? Named(type, seed) :
        IsRecord(type) ? Record(type, seed, depth, _ => true) :
        type == typeof(string) ? $"text {seed}" :
        type == typeof(bool) ? true :
        type == typeof(decimal) ? 0.25m + seed :
        type == typeof(Estimate) ? new Estimate(seed, seed + 1, seed + 2) :
        type == typeof(Age) ? new Age(seed, seed + 1, $"about {seed}") :
        type == typeof(LocalDate) ? new LocalDate(2000, 1, 1).PlusDays(seed) :
        type == typeof(ReportedDate) ? new ReportedDate(new LocalDate(2000, 1, 1).PlusDays(seed), $"on day {seed}") :
        type == typeof(LocalizedText) ? new LocalizedText([new("en", $"name {seed}"), new("ar", $"اسم {seed}")]) :
        type == typeof(Coordinates) ? new Coordinates((seed % 80) + 0.5, -(seed % 90)) :
        type == typeof(ExtensionData) ? new ExtensionData($$"""{"mine":{{seed}}}""") :
        type == typeof(OriginalColumn) ? new OriginalColumn($"column {seed}", $"cell {seed}") :
        type.GetMethod("From", [typeof(string)]) is { } from ? from.Invoke(null, [$"id-{seed}"])! :
        throw new NotSupportedException($"No value of {type.Name} is known here; add one.");

    private static object Named(Type type, int seed)
    {
        object[] named = [.. Enum.GetValues(type).Cast<object>().Where(value => Convert.ToInt64(value, null) != 0)];
        return named[seed % named.Length];
    }

    private static object List(Type item, int seed, int depth)
    {
        int count = depth > MaxDepth && IsRecord(item) ? 0 : 2;
        var items = Array.CreateInstance(item, count);
        for (int i = 0; i < count; i++)
        {
            items.SetValue(Value(item, (10 * seed) + i, depth), i);
        }

        return typeof(ValueList)
            .GetMethods().Single(method => method.Name == nameof(ValueList.ToValueList) && method.IsGenericMethodDefinition)
            .MakeGenericMethod(item).Invoke(null, [items])!;
    }
}
