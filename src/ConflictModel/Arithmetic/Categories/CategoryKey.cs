using System.Globalization;
using System.Text;

namespace ConflictModel.Arithmetic;

/// <summary>The canonical text of a part's category, which tells equal categories and is a step of a path.</summary>
/// <remarks>Different categories of one axis have different texts.</remarks>
internal static class CategoryKey
{
    /// <summary>The key of a part that lacks the property which its breakdown's axis names.</summary>
    public const string Missing = "-";

    // What has a meaning in a path.
    private const string Special = "/~%+.?";

    public static string Of(Axis axis, Part part) => axis switch
    {
        Axis.Victim => part.Victims is { } victims ? Of(victims) : Missing,
        Axis.Perpetrator => part.Perpetrators.IsEmpty ? Missing : Join(part.Perpetrators),
        Axis.Method => part.Method is { Length: > 0 } method ? Text(method) : Missing,
        Axis.Region => part.Region is { } region ? Escape(region.Value) : Missing,
        Axis.Period => part.Period is { } period ? Text(period.ToString()) : Missing,
        Axis.Demographic => part.Victims is { Demographic: not Demographic.Any } victims ? Name(victims.Demographic) : Missing,
        _ => Missing,
    };

    /// <summary>A number that equal categories share, without making their text.</summary>
    public static int Hash(Axis axis, Part part) => axis switch
    {
        Axis.Victim when part.Victims is { } victims =>
            HashCode.Combine(axis, Hash(victims.Actors), victims.Status, victims.Demographic, victims.Role is { Length: > 0 } role ? role.GetHashCode(StringComparison.Ordinal) : 0),
        Axis.Perpetrator => HashCode.Combine(axis, Hash(part.Perpetrators)),
        Axis.Method => HashCode.Combine(axis, part.Method?.GetHashCode(StringComparison.Ordinal)),
        Axis.Region => HashCode.Combine(axis, part.Region),
        Axis.Period => HashCode.Combine(axis, part.Period?.ToString().GetHashCode(StringComparison.Ordinal)),
        Axis.Demographic => HashCode.Combine(axis, part.Victims?.Demographic),
        _ => (int)axis,
    };

    /// <summary>The name of an axis in a path.</summary>
    public static string Name(Axis axis) => axis switch
    {
        Axis.Victim => "victim",
        Axis.Perpetrator => "perpetrator",
        Axis.Method => "method",
        Axis.Region => "region",
        Axis.Period => "period",
        Axis.Demographic => "demographic",
        _ => ((int)axis).ToString(CultureInfo.InvariantCulture),
    };

    public static string Of(Victims victims)
    {
        var key = new StringBuilder(Join(victims.Actors));
        if (victims.Status != CivilianStatus.Unknown)
        {
            key.Append(victims.Status == CivilianStatus.Civilian ? ".civilians" : ".combatants");
        }

        if (victims.Demographic != Demographic.Any)
        {
            key.Append('.').Append(Name(victims.Demographic));
        }

        if (victims.Role is { Length: > 0 } role)
        {
            // A role that reads like one of the words above is told from it by its first letter's escape.
            string text = Text(role);
            bool isWord = text is "civilians" or "combatants" or "women" or "men" or "children" or "elderly";
            key.Append('.').Append(isWord ? Percent(text[0]) + text[1..] : text);
        }

        return key.Length == 0 ? Missing : key.ToString();
    }

    public static string Join(ValueList<ActorId> actors)
    {
        if (actors.Count <= 1)
        {
            return actors.IsEmpty ? "" : Escape(actors[0].Value);
        }

        string[] ids = [.. actors.Select(actor => actor.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Escape)];
        return string.Join('+', ids);
    }

    // Neither the order of the actors matters nor whether one stands twice.
    private static int Hash(ValueList<ActorId> actors)
    {
        int hash = 0;
        foreach (ActorId actor in actors)
        {
            hash |= actor.GetHashCode();
        }

        return hash;
    }

    /// <summary>Free text: blanks become underscores, what has a meaning in a path is escaped.</summary>
    private static string Text(string text) => Escape(text, spaces: true);

    private static string Name(Demographic demographic) => demographic switch
    {
        Demographic.Women => "women",
        Demographic.Men => "men",
        Demographic.Children => "children",
        Demographic.Elderly => "elderly",
        _ => ((int)demographic).ToString(CultureInfo.InvariantCulture),
    };

    private static string Escape(string text) => Escape(text, spaces: false);

    private static string Escape(string text, bool spaces)
    {
        if (text.All(char.IsAsciiLetterOrDigit))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            bool plain = !Special.Contains(c, StringComparison.Ordinal) && !char.IsWhiteSpace(c) && !char.IsControl(c) && (c != '_' || !spaces);
            _ = spaces && c == ' ' ? escaped.Append('_') : plain && text != Missing ? escaped.Append(c) : escaped.Append(Percent(c));
        }

        return escaped.ToString();
    }

    private static string Percent(char c)
    {
        var escaped = new StringBuilder();
        foreach (byte unit in Encoding.UTF8.GetBytes([c]))
        {
            escaped.Append(CultureInfo.InvariantCulture, $"%{unit:X2}");
        }

        return escaped.ToString();
    }
}
