using Spectre.Console;

namespace ConflictModel.Tool.Output;

/// <summary>Makes trees of plain texts, so that nothing in the data is taken for markup.</summary>
internal static class Trees
{
    /// <summary>A tree of a head and the lines that are there.</summary>
    public static Tree New(string head, params ReadOnlySpan<string?> lines)
    {
        var tree = new Tree(ScreenText.Marked(head));
        Add(tree, lines);
        return tree;
    }

    /// <summary>Adds the lines that are there.</summary>
    public static void Add(IHasTreeNodes tree, params ReadOnlySpan<string?> lines)
    {
        foreach (string? line in lines)
        {
            if (!string.IsNullOrEmpty(line))
            {
                tree.AddNode(ScreenText.Marked(line));
            }
        }
    }
}
