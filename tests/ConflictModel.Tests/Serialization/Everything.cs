using System.Reflection;
using System.Runtime.CompilerServices;
using NodaTime;

namespace ConflictModel.Tests.Serialization;

/// <summary>A data set in which every member of every record is set, each to a value of its own as far as its type has them.</summary>
internal sealed class Everything
{
    private int last;

    public static ConflictDataset Dataset() => (ConflictDataset)new Everything().Make(typeof(ConflictDataset), depth: 0);

    private object Make(Type type, int depth)
    {
        int n = ++last;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
        {
            return $"text {n}";
        }

        if (type == typeof(bool))
        {
            return true;
        }

        if (type == typeof(decimal))
        {
            return n / 10_000m;
        }

        if (type.IsEnum)
        {
            // Nobody is counted by an age group or a sex that is not known.
            object[] members =
            [
                .. Enum.GetValues(type).Cast<object>()
                    .Where(member => (int)member != 0 && member is not (AgeGroup.Unknown or Sex.Unknown)),
            ];
            return members[n % members.Length];
        }

        if (type == typeof(Estimate))
        {
            return new Estimate(n, n + 1_000, n + 2_000, $"words {n}");
        }

        if (type == typeof(Age))
        {
            return new Age(n, n + 1_000, $"words {n}");
        }

        if (type == typeof(ReportedDate))
        {
            return new ReportedDate(UncertainDate.Parse(FormattableString.Invariant($"{1000 + n}")), $"words {n}");
        }

        if (type == typeof(Vintage))
        {
            return new Vintage { Name = $"text {n}", Day = new LocalDate(1000 + n, 1, 1) };
        }

        if (type == typeof(LocalizedText))
        {
            return new LocalizedText([new("en", $"name {n}"), new("ar", $"اسم {n}")]);
        }

        if (type == typeof(Coordinates))
        {
            return new Coordinates(n / 100.0, n / 50.0);
        }

        if (type == typeof(ExtensionData))
        {
            return new ExtensionData($$"""{"theirs":{{n}}}""");
        }

        if (type == typeof(OriginalColumn))
        {
            return new OriginalColumn($"column {n}", $"cell {n}");
        }

        if (type.GetMethod("From", [typeof(string)]) is { } from && type.IsValueType)
        {
            return from.Invoke(null, [$"id-{n}"])!;
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)
            ? List(type, depth)
            : Record(type, depth);
    }

    // One item a list; the parts of a breakdown have a breakdown, and its parts none. A figure is that of a tally or of an incident.
    private object List(Type type, int depth)
    {
        Type item = type.GenericTypeArguments[0];
        object[] made = item == typeof(Breakdown) && depth == 2 ? [] : [Make(item, item == typeof(Breakdown) ? depth + 1 : depth)];
        if (made is [FigureReference figure])
        {
            made = [figure with { Incident = null }, figure with { Tally = null }];
        }

        var items = Array.CreateInstance(item, made.Length);
        made.CopyTo(items, 0);
        return typeof(ValueList).GetMethods()
            .Single(method => method.Name == nameof(ValueList.ToValueList)).MakeGenericMethod(item).Invoke(null, [items])!;
    }

    private object Record(Type type, int depth)
    {
        object record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (PropertyInfo property in type.GetProperties().Where(property =>
            property.SetMethod is not null && property.GetIndexParameters().Length == 0))
        {
            property.SetValue(record, Make(property.PropertyType, depth));
        }

        return record;
    }
}
