using System.Globalization;
using System.Text;

namespace ConflictModel.Interchange;

/// <summary>Makes ids out of names that no catalog knows: readable, one for each name, never longer than an id may be.</summary>
internal static class LocalId
{
    private const int MaxName = 150;

    /// <summary>The prefix and the name, spaces as <c>_</c>, what an id can't hold percent-encoded.</summary>
    public static string Of(string prefix, string name)
    {
        var text = new StringBuilder(prefix, prefix.Length + name.Length + 8);
        foreach (char c in name)
        {
            if (c == ' ')
            {
                text.Append('_');
            }
            else if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '_' or '%')
            {
                text.Append('%').Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(c);
            }
        }

        if (text.Length > MaxName)
        {
            text.Length = MaxName;
            text.Append('~').Append(Hash(name).ToString("x16", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>FNV-1a over the characters: the same in every process.</summary>
    private static ulong Hash(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ c) * 1099511628211);
        }

        return hash;
    }
}
