using System.Globalization;
using System.Text;

namespace ConflictModel.Aggregation;

/// <summary>
/// The texts that a query asks for, kept out of its statement: where one goes stands a mark, until all of it is written with parameters
/// or with literals.
/// </summary>
internal sealed class SqlParameters(SqlSyntax syntax)
{
    // No name and no path has a control character.
    private const char Mark = '\u0001';

    private readonly List<string> texts = [];
    private readonly Dictionary<string, int> places = [];

    public IReadOnlyList<KeyValuePair<string, string>> Named => [.. texts.Select((text, i) => KeyValuePair.Create(NameOf(i), text))];

    /// <summary>What stands for a text.</summary>
    /// <exception cref="NotSupportedException">The database holds no such text.</exception>
    public string Add(string text)
    {
        if (!places.TryGetValue(text, out int place))
        {
            if (!IsUnicode(text))
            {
                throw new NotSupportedException($"{syntax.Name} holds no text with half a character, so nothing can be asked of one.");
            }

            // Tells at once what can't be written.
            _ = syntax.Literal(text);
            places.Add(text, place = texts.Count);
            texts.Add(text);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Mark}{place}{Mark}");
    }

    public string WithPlaceholders(string statement) => Replace(statement, place => syntax.Placeholder(NameOf(place)));

    public string WithLiterals(string statement) => Replace(statement, place => syntax.Literal(texts[place]));

    private static string NameOf(int place) => string.Create(CultureInfo.InvariantCulture, $"p{place + 1}");

    private static bool IsUnicode(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Replace(string statement, Func<int, string> write)
    {
        StringBuilder written = new(statement.Length);
        string[] parts = statement.Split(Mark);
        for (int i = 0; i < parts.Length; i++)
        {
            written.Append(i % 2 == 0 ? parts[i] : write(int.Parse(parts[i], CultureInfo.InvariantCulture)));
        }

        return written.ToString();
    }
}
