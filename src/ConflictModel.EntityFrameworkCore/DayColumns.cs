using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ConflictModel.EntityFrameworkCore;

/// <summary>The dates of an entity, and the names of the columns of days beside each.</summary>
internal static class DayColumns
{
    public const string Separator = "_";
    public const string Earliest = Separator + nameof(Earliest);
    public const string Latest = Separator + nameof(Latest);

    /// <summary>Each date of an entity: what the names of its columns begin with, and the way to it.</summary>
    /// <remarks>Dates in lists of complex values have no columns: an entity may have any number of them.</remarks>
    public static IEnumerable<(string Name, IReadOnlyList<IReadOnlyPropertyBase> Way)> Of(IReadOnlyEntityType entity) => In(entity, []);

    /// <summary>The date at the end of a way, as the context has it now, and whether it counts as changed.</summary>
    public static (UncertainDate? Date, bool IsModified) Read(EntityEntry entry, IReadOnlyList<IReadOnlyPropertyBase> way)
    {
        if (way is [var only])
        {
            PropertyEntry property = entry.Property(only.Name);
            return ((UncertainDate?)property.CurrentValue, property.IsModified);
        }

        ComplexPropertyEntry complex = entry.ComplexProperty(way[0].Name);
        foreach (IReadOnlyPropertyBase step in way.Skip(1).SkipLast(1))
        {
            if (complex.CurrentValue is null)
            {
                break;
            }

            complex = complex.ComplexProperty(step.Name);
        }

        return complex.CurrentValue is null
            ? (null, complex.IsModified)
            : complex.Property(way[^1].Name) is var date ? ((UncertainDate?)date.CurrentValue, date.IsModified) : default;
    }

    private static IEnumerable<(string Name, IReadOnlyList<IReadOnlyPropertyBase> Way)> In(
        IReadOnlyTypeBase type, IReadOnlyPropertyBase[] way)
    {
        foreach (IReadOnlyProperty property in type.GetProperties())
        {
            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(UncertainDate))
            {
                // Of a reported date its own name is enough.
                IEnumerable<string> names = way.Select(step => step.Name);
                yield return (
                    string.Join(Separator, type.ClrType == typeof(ReportedDate) ? names : names.Append(property.Name)), [.. way, property]);
            }
        }

        foreach (IReadOnlyComplexProperty complex in type.GetComplexProperties())
        {
            foreach ((string Name, IReadOnlyList<IReadOnlyPropertyBase> Way) date in
                complex.IsCollection ? [] : In(complex.ComplexType, [.. way, complex]))
            {
                yield return date;
            }
        }
    }
}
