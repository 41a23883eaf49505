using Spectre.Console;
using Spectre.Console.Rendering;

namespace ConflictModel.Tool.Output;

/// <summary>A text with markup that stays as it is, however long, where its lines have room and there are no colours.</summary>
/// <remarks>
/// Whoever draws trees measures a line anew at each of its words, which takes the square of a long text; and what fits need not be broken.
/// </remarks>
internal sealed class MarkedLine(string marked) : IRenderable
{
    private readonly Markup drawn = new(marked);

    public Measurement Measure(RenderOptions options, int maxWidth) => ((IRenderable)drawn).Measure(options, maxWidth);

    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        string[] lines = Markup.Remove(marked).ReplaceLineEndings("\n").Split('\n');
        return options.Ansi || lines.Any(line => ScreenText.WidthOf(line) > maxWidth)
            ? ((IRenderable)drawn).Render(options, maxWidth)
            : lines.SelectMany<string, Segment>((line, i) => i == 0 ? [new(line)] : [Segment.LineBreak, new(line)]);
    }
}
