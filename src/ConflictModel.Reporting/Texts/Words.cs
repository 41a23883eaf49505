using System.Text;

namespace ConflictModel.Reporting;

/// <summary>
/// What a person reads for a member of an enumeration, where a program reads its <see cref="JsonName"/>: "armed attack" for
/// <c>armedAttack</c>.
/// </summary>
internal static class Words
{
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => value switch
        {
            InvolvementRole.SideA => "side A",
            InvolvementRole.SideB => "side B",
            IncidentKind.StateBasedConflict => "state-based conflict",
            IncidentKind.NonStateConflict => "non-state conflict",
            IncidentKind.OneSidedViolence => "one-sided violence",
            _ => Of(JsonName.Of(value)),
        };

    /// <summary>The words of a name in camel case.</summary>
    public static string Of(string name)
    {
        var words = new StringBuilder(name.Length + 4);
        foreach (char letter in name)
        {
            if (char.IsAsciiLetterUpper(letter))
            {
                words.Append(' ');
            }

            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
