using System.ComponentModel;
using System.Globalization;

namespace ConflictModel;

/// <summary>Turns text into an id and back for what knows values by their type converters: configuration, property grids.</summary>
/// <typeparam name="TId">The id.</typeparam>
public sealed class IdTypeConverter<TId> : TypeConverter
    where TId : struct, IId<TId>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The text breaks the rules of an id's text.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? TId.From(text) : base.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        value is TId id && destinationType == typeof(string) ? id.Value : base.ConvertTo(context, culture, value, destinationType);
}
