using System.Reflection;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ConflictModel.EntityFrameworkCore;

/// <summary>The columns of each value and record of the library: whatever bears a JSON converter is found by it.</summary>
internal static class Columns
{
    /// <summary>The longest text of an id that the library makes; longer ones it refuses.</summary>
    public const int IdLength = 200;

    /// <summary>Enough for the name of any member of an enumeration, so that a new one changes no column.</summary>
    public const int NameLength = 64;

    /// <summary>The types that are one column each: what has a form in JSON and is not computed.</summary>
    public static IEnumerable<Type> Types { get; } =
    [
        .. typeof(Estimate).Assembly.GetExportedTypes().Where(type =>
            !type.IsGenericType && type != typeof(Estimate) && type != typeof(ReportedDate)
            && type.GetCustomAttribute<JsonConverterAttribute>(inherit: false) is { } json
            && json.ConverterType != typeof(NoJsonConverter)),
    ];

    public static void Configure(ModelConfigurationBuilder configuration)
    {
        configuration.ComplexProperties<Estimate>();
        configuration.ComplexProperties<ReportedDate>();
        foreach (Type type in Types)
        {
            Configure(configuration, type);
        }

        foreach (Type element in Types.Append(typeof(Estimate)).Append(typeof(ReportedDate)).Append(typeof(string)))
        {
            HaveJson(configuration.Properties(typeof(ValueList<>).MakeGenericType(element)), typeof(ValueList<>).MakeGenericType(element));
        }
    }

    private static void Configure(ModelConfigurationBuilder configuration, Type type)
    {
        PropertiesConfigurationBuilder properties = configuration.Properties(type);
        Type? converter = type.GetCustomAttribute<JsonConverterAttribute>()!.ConverterType;
        if (type == typeof(UncertainDate))
        {
            properties.HaveConversion<DateColumn, DateColumn.Comparer>();
        }
        else if (converter is { IsGenericType: true } && converter.GetGenericTypeDefinition() == typeof(IdConverter<>))
        {
            properties.HaveConversion(typeof(IdColumn<>).MakeGenericType(type)).HaveMaxLength(IdLength);
        }
        else if (type.IsEnum)
        {
            properties.HaveConversion(typeof(NameColumn<>).MakeGenericType(type)).HaveMaxLength(NameLength);
        }
        else
        {
            HaveJson(properties, type);
        }
    }

    private static void HaveJson(PropertiesConfigurationBuilder properties, Type type) => properties.HaveConversion(
        typeof(JsonColumn<>).MakeGenericType(type), typeof(JsonColumn<>.Comparer).MakeGenericType(type));
}
