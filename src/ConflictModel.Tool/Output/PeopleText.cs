using ConflictModel.Reporting;
using Spectre.Console;

namespace ConflictModel.Tool.Output;

/// <summary>The listed people as trees: how many, and by name where that was asked for.</summary>
internal sealed class PeopleText(bool naming)
{
    public Tree Of(PeopleSummary people)
    {
        Tree tree = Trees.New(
            $"{JsonName.Of(people.Harm)}: {People(people.Distinct)} in {Counted.Of(people.People.Count, "record")}",
            people.NameWithheld == 0 ? null : $"{Counted.Of(people.NameWithheld, "record")} without the name, which is withheld",
            people.Withheld == 0 ? null : $"{Counted.Of(people.Withheld, "record")} withheld but for the count");
        foreach (Part part in people.ByAgeAndSex)
        {
            TreeNode node = tree.AddLine(ScreenText.Marked(Of(part)));
            foreach (Part older in part.Breakdowns.SelectMany(breakdown => breakdown.Parts))
            {
                Trees.Add(node, $"of them {Of(older)}");
            }
        }

        foreach (Person person in naming ? people.People.Where(person => person.Publication == Publication.Public) : [])
        {
            Trees.Add(tree, $"{person.Id}: {(person.Names.IsEmpty ? "no name" : string.Join("; ", person.Names.Select(Of)))}");
        }

        return tree;
    }

    private static string Of(Part part) => $"{part.Victims!.AgeAndSex()}: {part.Count}";

    private static string Of(PersonName name) =>
        name.Kind == NameKind.Full ? name.Text : $"{name.Text} ({JsonName.Of(name.Kind)})";

    private static string People(Bounds count) => $"{count} {(count == Bounds.Exactly(1) ? "person" : "people")}";
}
