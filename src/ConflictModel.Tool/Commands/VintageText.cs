using System.CommandLine.Parsing;
using NodaTime.Text;

namespace ConflictModel.Tool.Commands;

/// <summary>A vintage on a command line: its name, and its day behind an @ where that is known, as in <c>23.1@2023-06-01</c>.</summary>
internal static class VintageText
{
    public const string Form = "NAME[@DAY]";

    /// <summary>The vintage of an option's text, or null and a word about it.</summary>
    public static Vintage? Of(string text, SymbolResult result)
    {
        int at = text.LastIndexOf('@');
        string name = at < 0 ? text : text[..at];
        if (name.Length == 0)
        {
            result.AddError($"'{text}' names no vintage: {Form}, such as 23.1 or 23.1@2023-06-01.");
            return null;
        }

        if (at < 0)
        {
            return name;
        }

        if (LocalDatePattern.Iso.Parse(text[(at + 1)..]) is { Success: true, Value: var day })
        {
            return new() { Name = name, Day = day };
        }

        result.AddError($"'{text[(at + 1)..]}' is not a day such as 2023-06-01.");
        return null;
    }
}
