using Spectre.Console;

namespace ConflictModel.Tool.Output;

/// <summary>Makes trees of plain texts, so that nothing in the data is taken for markup.</summary>
internal static class Trees
{
    /// <summary>A tree of a head and the lines that are there.</summary>
    public static Tree New(string head, params ReadOnlySpan<string?> lines)
    {
        var tree = new Tree(new MarkedLine(ScreenText.Marked(head)));
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
                tree.AddLine(ScreenText.Marked(line));
            }
        }
    }

    /// <summary>Adds a line that may have markup of the command's own.</summary>
    public static TreeNode AddLine(this IHasTreeNodes tree, string marked) => tree.AddNode(new MarkedLine(marked));
}
