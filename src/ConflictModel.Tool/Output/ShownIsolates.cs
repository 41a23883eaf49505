using Spectre.Console.Rendering;

namespace ConflictModel.Tool.Output;

/// <summary>
/// Shows on a terminal the isolates of data where the command sets none of its own. A pair of them that stands in one text turns nothing
/// around it; but one may begin in one name and end in another, and would turn what the command says between them.
/// </summary>
internal sealed class ShownIsolates : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(one => new Shown(one));

    private sealed class Shown(IRenderable drawn) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => drawn.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => drawn.Render(options, maxWidth)
            .Select(one => one.IsControlCode || one.IsLineBreak ? one : new Segment(ScreenText.Visible(one.Text), one.Style));
    }
}
