using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ConflictModel.EntityFrameworkCore;

/// <summary>Sets the columns of days by their dates before whatever is added or changed is saved.</summary>
internal sealed class DayKeeper : SaveChangesInterceptor
{
    public static DayKeeper Instance { get; } = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Keep(eventData.Context);
        return base.SavingChanges(eventData, result);
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Keep(eventData.Context);
        return base.SavingChangesAsync(eventData, result, cancellationToken);
    }

    private static void Keep(DbContext? context)
    {
        foreach (EntityEntry entry in context?.ChangeTracker.Entries().ToList() ?? [])
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified))
            {
                continue;
            }

            foreach ((string name, IReadOnlyList<IReadOnlyPropertyBase> way) in DayColumns.Of(entry.Metadata))
            {
                if (entry.Metadata.FindProperty(name + DayColumns.Earliest) is not { } first
                    || entry.Metadata.FindProperty(name + DayColumns.Latest) is not { } last)
                {
                    // The model does without these columns.
                    continue;
                }

                (PropertyEntry earliest, PropertyEntry latest) = (entry.Property(first), entry.Property(last));
                (UncertainDate? date, bool isModified) = DayColumns.Read(entry, way);
                if (entry.State == EntityState.Modified && !isModified)
                {
                    // A date that is not saved keeps its days, whatever the entity in memory has.
                    earliest.IsModified = latest.IsModified = false;
                    continue;
                }

                var days = Days.Of(date);
                (earliest.CurrentValue, latest.CurrentValue) = (days.Earliest, days.Latest);
                if (entry.State == EntityState.Modified)
                {
                    earliest.IsModified = latest.IsModified = true;
                }
            }
        }
    }
}
