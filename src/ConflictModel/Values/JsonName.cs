using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace ConflictModel;

/// <summary>
/// The one name that a member of an enumeration has in files, reports, tables and messages: <c>airStrike</c> for
/// <see cref="IncidentKind.AirStrike"/>. It is the member's own name in camel case, as the schema spells it.
/// </summary>
public static class JsonName
{
    /// <summary>The name of a member.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is none of the members.</exception>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        Names<TEnum>.ByValue.TryGetValue(value, out string? name)
            ? name
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"This is not a {typeof(TEnum).Name}.");

    /// <summary>The member that a name stands for; capitals count.</summary>
    public static bool TryParse<TEnum>([NotNullWhen(true)] string? name, out TEnum value)
        where TEnum : struct, Enum
    {
        value = default;
        return name is not null && Names<TEnum>.ByName.TryGetValue(name, out value);
    }

    /// <summary>The names of all members, in the order of their values.</summary>
    internal static IEnumerable<string> All<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Select(Of);

    private static string InCamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly FrozenDictionary<TEnum, string> ByValue =
            Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => InCamelCase(value.ToString()));

        public static readonly FrozenDictionary<string,
        TEnum> ByName = ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
