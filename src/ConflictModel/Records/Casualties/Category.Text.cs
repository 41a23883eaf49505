using System.Globalization;
using System.Text;

namespace ConflictModel;

/// <content>The text of a category, which is a step of a figure's path.</content>
public readonly partial struct Category
{
    /// <summary>The key of a part that does not say what the axis of its breakdown asks. No category has it.</summary>
    internal const string Missing = "-";

    // What has a meaning in a path.
    private const string Special = "/~%+.?#";

    // What a key of victims says of status, age and sex.
    private static readonly HashSet<string> Words =
    [
        .. Enum.GetValues<CivilianStatus>().Where(status => status != CivilianStatus.Unknown).Select(NameOf),
        .. Demographics.All.Select(word => Escape(word, isFreeText: true)),
    ];

    /// <summary>The key of actors: each once, in ordinal order, joined by plus signs.</summary>
    internal static string KeyOf(ValueList<ActorId> actors)
    {
        if (actors.Count <= 1)
        {
            return actors.IsEmpty ? "" : Escape(actors[0].Value, isFreeText: false);
        }

        IEnumerable<string> ids = actors.Select(actor => actor.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return string.Join('+', ids.Select(id => Escape(id, isFreeText: false)));
    }

    private static string KeyOf(Axis axis, Part part) => axis switch
    {
        Axis.Victim => KeyOf(part.Victims!),
        Axis.Demographic => NameOf(part.Victims!.Age, part.Victims.Sex),
        Axis.Perpetrator => KeyOf(part.Perpetrators),
        Axis.Method => Escape(part.Method!, isFreeText: true),
        Axis.Region => Escape(part.Region!.Value.Value, isFreeText: false),
        _ => Escape(part.Period!.Value.ToString(), isFreeText: true),
    };

    private static string KeyOf(Victims victims)
    {
        var key = new StringBuilder(KeyOf(victims.Actors));
        if (victims.Status != CivilianStatus.Unknown)
        {
            key.Append('.').Append(NameOf(victims.Status));
        }

        if (!victims.IsAnyDemographic)
        {
            key.Append('.').Append(NameOf(victims.Age, victims.Sex));
        }

        if (victims.Role is { Length: > 0 } role)
        {
            // A role that reads like one of the words above is told from it by its first letter's escape.
            string text = Escape(role, isFreeText: true);
            key.Append('.').Append(Words.Contains(text) ? Percent(text[0]) + text[1..] : text);
        }

        return key.ToString();
    }

    private static string NameOf(CivilianStatus status) => status switch
    {
        CivilianStatus.Civilian => "civilians",
        CivilianStatus.Combatant => "combatants",
        CivilianStatus.Unidentified => "unidentified",
        _ => ((int)status).ToString(CultureInfo.InvariantCulture),
    };

    private static string NameOf(AgeGroup age, Sex sex) => Demographics.WordFor(age, sex) is { } word
        ? Escape(word, isFreeText: true)
        : string.Create(CultureInfo.InvariantCulture, $"{(int)age}-{(int)sex}");

    // In free text blanks become underscores; what has a meaning in a path is escaped everywhere.
    private static string Escape(string text, bool isFreeText)
    {
        if (text.All(char.IsAsciiLetterOrDigit))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        foreach (char c in text)
        {
            bool isPlain = !Special.Contains(c, StringComparison.Ordinal)
                && !char.IsWhiteSpace(c) && !char.IsControl(c) && (c != '_' || !isFreeText);
            _ = isFreeText && c == ' ' ? escaped.Append('_') : isPlain && text != Missing ? escaped.Append(c) : escaped.Append(Percent(c));
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
