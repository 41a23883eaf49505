using ConflictModel.Reporting;
using Spectre.Console;

namespace ConflictModel.Tool.Output;

/// <summary>The diplomatic record as trees.</summary>
internal sealed class RecordText(RecordNames names)
{
    public Tree Of(Statement statement)
    {
        string? actor = statement.Speaker is null && statement.Office is null ? names.Of(statement.Actor) : null;
        string who = string.Join(", ", new[] { statement.Speaker, statement.Office, actor }.Where(s => s is not null));
        Tree tree = Trees.New(who, statement.Date is { } date ? names.Of(date) : null);
        foreach (string point in statement.Points)
        {
            Trees.Add(tree, point);
        }

        Trees.Add(
            tree,
            statement.Resolutions.IsEmpty ? null : $"refers to: {string.Join(", ", statement.Resolutions)}",
            $"said by {names.Of(statement.Citation)}");
        return tree;
    }

    public Tree Of(Resolution resolution)
    {
        Tree tree = Trees.New(
            $"{names.Of(resolution.Body)}, resolution {resolution.Number}"
                + (resolution.Title is { } title ? $": {names.Apart(title)}" : ""),
            resolution.Adopted is { } adopted ? $"adopted {names.Of(adopted)}" : "not adopted",
            resolution.PresentedBy.IsEmpty ? null : $"presented by {names.Of(resolution.PresentedBy)}");
        foreach (Provision provision in resolution.Provisions)
        {
            string addressee = provision.Addressee is null ? "" : " " + ScreenText.Marked(provision.Addressee);
            TreeNode node = tree.AddLine($"[italic]{ScreenText.Marked(provision.Verb)}[/]{addressee}: {ScreenText.Marked(provision.Act)}");
            foreach (string particular in provision.Particulars)
            {
                Trees.Add(node, particular);
            }

            Trees.Add(node, provision.Urgency, provision.Target is { } target ? $"target: {names.Of(target)}" : null);
        }

        Trees.Add(tree, $"recorded by {names.Of(resolution.Citation)}");
        return tree;
    }

    public Tree Of(PeaceProcess process)
    {
        Tree tree = Trees.New(
            names.In(process.Name),
            process.Place is { } place ? $"in {Apart(place)}" : null,
            process.Began is { } began ? $"since {names.Of(began)}" : null,
            process.EstablishedBy.IsEmpty ? null : $"established by {names.Of(process.EstablishedBy)}",
            process.Parties.IsEmpty ? null : $"parties: {names.Of(process.Parties)}");
        foreach (Round round in process.Rounds)
        {
            string?[] said =
            [
                Apart(round.Name), round.Date is { } date ? names.Of(date) : null, Apart(round.Place), Apart(round.Outcome),
            ];
            Trees.Add(tree, string.Join(", ", said.Where(s => s is not null)));
        }

        Trees.Add(tree, Apart(process.Outcome), $"recorded by {names.Of(process.Citation)}");
        return tree;
    }

    /// <summary>Several stand in a line: one that turns the text around it would turn the others.</summary>
    private string? Apart(string? text) => text is null ? null : names.Apart(text);
}
