using System.Globalization;
using System.Text.Json.Serialization;

namespace ConflictModel.Aggregation;

/// <summary>A short number that stands for an id within one table builder, so that rows can be added fast.</summary>
/// <remarks>
/// It comes from <see cref="IncidentTableBuilder"/> and means nothing to another builder. Equality is that of the number; there is no
/// order. The default stands for no id: the row does not state it.
/// </remarks>
/// <typeparam name="TId">What it stands for.</typeparam>
[JsonConverter(typeof(NoJsonConverter))]
public readonly record struct TableCode<TId>
    where TId : struct, IId<TId>
{
    internal TableCode(int ordinal) => Ordinal = ordinal;

    /// <summary>Whether it stands for an id.</summary>
    public bool IsStated => Ordinal != 0;

    internal int Ordinal { get; }

    /// <inheritdoc/>
    public override string ToString() => Ordinal.ToString(CultureInfo.InvariantCulture);
}
