using System.Text;
using System.Text.RegularExpressions;

namespace ConflictModel.Tool.Tests.Guides;

/// <summary>
/// A guide whose blocks are run in an empty folder: those of C#, in their order, are one program; a line of a <c>sh</c> block is a command;
/// a block under <c>&lt;!-- file NAME --&gt;</c> is a file that they find there. A <c>text</c> block is what the block above it prints.
/// </summary>
internal sealed partial class GuidePage
{
    private readonly string text;
    private readonly Block[] blocks;

    public GuidePage(string text)
    {
        this.text = text;
        blocks = [.. Fences().Matches(text).Select(fence => new Block(
            fence.Groups["language"].Value, fence.Groups["body"].Value, fence.Groups["file"].Value, fence.Groups["encoding"].Value,
            fence.Groups["body"].Index))];
    }

    /// <summary>The page with what its blocks print in place of what it says that they print.</summary>
    /// <exception cref="InvalidOperationException">
    /// The program does not compile, or a block prints and the page does not show it.
    /// </exception>
    public string WithWhatIsPrinted()
    {
        string folder = Directory.CreateTempSubdirectory("guide").FullName;
        try
        {
            return WithWhatIsPrinted(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string WithWhatIsPrinted(string folder)
    {
        foreach (Block file in blocks.Where(block => block.File.Length > 0))
        {
            Encoding encoding = file.Encoding.Length > 0 ? Encoding.GetEncoding(file.Encoding) : new UTF8Encoding(false);
            File.WriteAllText(Path.Combine(folder, file.File), file.Body, encoding);
        }

        foreach (string sample in Directory.EnumerateFiles(Path.GetDirectoryName(Tool.Sample)!))
        {
            File.Copy(sample, Path.Combine(folder, Path.GetFileName(sample)));
        }

        var printed = new Queue<string>(
            GuideProgram.Run(folder, [.. blocks.Where(block => block.Language == "csharp").Select(block => block.Body)]));
        var page = new StringBuilder();
        int end = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            string output = blocks[i].Language switch
            {
                "csharp" => printed.Dequeue(),
                "sh" => string.Concat(Commands(blocks[i].Body).Select(command => GuideProgram.Command(folder, command))),
                _ => "",
            };
            if (i + 1 < blocks.Length && blocks[i + 1] is { Language: "text" } shown && blocks[i].Language is "csharp" or "sh")
            {
                page.Append(text, end, shown.Start - end).Append(Trailing().Replace(output, ""));
                end = shown.Start + shown.Body.Length;
            }
            else if (output.Length > 0)
            {
                throw new InvalidOperationException($"The page does not show what this prints:\n{blocks[i].Body}\n{output}");
            }
        }

        return page.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>The arguments of each command.</summary>
    private static IEnumerable<string[]> Commands(string body) => body.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line.StartsWith("conflictmodel ", StringComparison.Ordinal))
        .Select(line => Arguments().Matches(line).Skip(1).Select(word => word.Value.Trim('\'')).ToArray());

    [GeneratedRegex(
        "(<!-- file (?<file>\\S+?)( in (?<encoding>\\S+))? -->\\n)?^```(?<language>\\w+)\\n(?<body>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fences();

    [GeneratedRegex("'[^']*'|\\S+")]
    private static partial Regex Arguments();

    [GeneratedRegex(" +$", RegexOptions.Multiline)]
    private static partial Regex Trailing();

    private sealed record Block(string Language, string Body, string File, string Encoding, int Start);
}
