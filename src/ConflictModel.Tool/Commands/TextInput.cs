using System.Text;

namespace ConflictModel.Tool.Commands;

/// <summary>Texts from a command line, where "-" stands for the lines of standard input.</summary>
internal static class TextInput
{
    public static IEnumerable<string> Lines(IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            if (text != "-")
            {
                yield return text;
                continue;
            }

            using var reader = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false, throwOnInvalidBytes: false));
            while (reader.ReadLine() is { } line)
            {
                yield return line;
            }
        }
    }
}
