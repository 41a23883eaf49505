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
        Array.IndexOf(Names<TEnum>.Values, value) is >= 0 and var place
            ? Names<TEnum>.Texts[place]
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"This is not a {typeof(TEnum).Name}.");

    /// <summary>The member that a name stands for; capitals count.</summary>
    public static bool TryParse<TEnum>([NotNullWhen(true)] string? name, out TEnum value)
        where TEnum : struct, Enum
    {
        bool isName = Names<TEnum>.Places.TryGetValue(name ?? "", out int place);
        value = isName ? Names<TEnum>.Values[place] : default;
        return isName;
    }

    /// <summary>The names of all members, in the order of their values.</summary>
    internal static IEnumerable<string> All<TEnum>()
        where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Select(Of);

    private static string InCamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static class Names<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly TEnum[] Values = Enum.GetValues<TEnum>();

        public static readonly string[] Texts = Array.ConvertAll(Enum.GetNames<TEnum>(), InCamelCase);

        // By place and not by member: a dictionary of members would be compiled for each enumeration when a program starts.
        public static readonly Dictionary<string, int> Places =
            Texts.ToDictionary(text => text, text => Array.IndexOf(Texts, text), StringComparer.Ordinal);
    }
}
