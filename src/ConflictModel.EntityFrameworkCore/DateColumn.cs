using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ConflictModel.EntityFrameworkCore;

/// <summary>An uncertain date as its EDTF text, as it was written.</summary>
internal sealed class DateColumn() : ValueConverter<UncertainDate, string>(date => date.ToString(), text => UncertainDate.Parse(text))
{
    /// <summary>Tells dates apart by their texts: two that mean the same are two all the same, for what was said is kept.</summary>
    internal sealed class Comparer() : ValueComparer<UncertainDate>(
        (one, other) => one.ToString() == other.ToString(),
        date => date.GetHashCode(),
        date => date);
}
