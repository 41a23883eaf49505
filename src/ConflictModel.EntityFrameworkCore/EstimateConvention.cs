using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace ConflictModel.EntityFrameworkCore;

/// <summary>Maps what an estimate is made of, which can't be set and is not found by itself, and not what it can be asked.</summary>
internal sealed class EstimateConvention : IComplexPropertyAddedConvention
{
    private static readonly string[] Members =
        [nameof(Estimate.Low), nameof(Estimate.Best), nameof(Estimate.High), nameof(Estimate.Wording)];

    public void ProcessComplexPropertyAdded(
        IConventionComplexPropertyBuilder propertyBuilder, IConventionContext<IConventionComplexPropertyBuilder> context)
    {
        IConventionComplexType estimate = propertyBuilder.Metadata.ComplexType;
        if (estimate.ClrType == typeof(Estimate))
        {
            foreach (string member in Members)
            {
                estimate.Builder.Property(typeof(Estimate).GetProperty(member)!);
            }
        }
    }
}
