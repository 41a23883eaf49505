using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace ConflictModel.EntityFrameworkCore;

/// <summary>Gives each date of an entity its two columns of days as soon as it is found, so that the model can index them.</summary>
/// <param name="options">The options of the context: without what keeps the columns in step they would soon be wrong.</param>
internal sealed class DayConvention(IDbContextOptions options) : IPropertyAddedConvention, IModelFinalizingConvention
{
    public void ProcessPropertyAdded(
        IConventionPropertyBuilder propertyBuilder, IConventionContext<IConventionPropertyBuilder> context)
    {
        if (propertyBuilder.Metadata.DeclaringType.ContainingEntityType is IConventionEntityType entity
            && (Nullable.GetUnderlyingType(propertyBuilder.Metadata.ClrType) ?? propertyBuilder.Metadata.ClrType) == typeof(UncertainDate))
        {
            Add(entity);
        }
    }

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        if (options.FindExtension<CoreOptionsExtension>()?.Interceptors?.Contains(DayKeeper.Instance) != true)
        {
            throw new InvalidOperationException(
                "The conventions of this model use ConflictModel, and the options of its context don't: call UseConflictModel() on both.");
        }

        foreach (IConventionEntityType entity in modelBuilder.Metadata.GetEntityTypes())
        {
            Add(entity);
            string[] dated = [.. DayColumns.Of(entity).SelectMany(date => Names(date.Name))];

            // A date that the model ignored after it was found.
            foreach (IConventionProperty left in entity.GetDeclaredProperties()
                .Where(property => property.IsShadowProperty() && property.ClrType == typeof(DateOnly?)
                    && property.GetConfigurationSource() == ConfigurationSource.Convention
                    && (property.Name.EndsWith(DayColumns.Earliest, StringComparison.Ordinal)
                        || property.Name.EndsWith(DayColumns.Latest, StringComparison.Ordinal))
                    && !dated.Contains(property.Name))
                .ToList())
            {
                entity.Builder.HasNoProperty(left);
            }
        }
    }

    private static void Add(IConventionEntityType entity)
    {
        foreach (string name in DayColumns.Of(entity).SelectMany(date => Names(date.Name)).ToList())
        {
            entity.Builder.Property(typeof(DateOnly?), name);
        }
    }

    private static string[] Names(string date) => [date + DayColumns.Earliest, date + DayColumns.Latest];
}
