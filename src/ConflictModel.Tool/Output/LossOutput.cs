using ConflictModel.Interchange;

namespace ConflictModel.Tool.Output;

/// <summary>How much a format could not hold, field by field, for people.</summary>
internal static class LossOutput
{
    private const string KeptCells = "/reports/*/original/columns/";

    /// <summary>Writes a line for the whole and one for each field; nothing if nothing was lost.</summary>
    /// <param name="output">Takes the lines.</param>
    /// <param name="name">The file that was read.</param>
    /// <param name="format">The format that was written.</param>
    /// <param name="losses">What it could not hold.</param>
    /// <param name="areListed">Whether each value is listed in a file that the command writes.</param>
    public static void Write(TextWriter output, string name, EventFormat format, ValueList<FieldLoss> losses, bool areListed)
    {
        if (losses.IsEmpty)
        {
            return;
        }

        FieldLoss[] cells = [.. losses.Where(loss => loss.Field.StartsWith(KeptCells, StringComparison.Ordinal))];
        FieldLoss[] fields = cells.Length < 2
            ? [.. losses]
            : [.. losses.Except(cells), new($"{KeptCells}*", cells.Sum(loss => loss.Dropped), cells.Sum(loss => loss.Changed))];
        long values = losses.Sum(loss => loss.Dropped + loss.Changed);
        string end = areListed ? ":" : "; --loss FILE lists each:";
        output.WriteLine(
            $"{name}: {format.Title} can't hold {Counted.Of(values, "value")} of {Counted.Of(losses.Count, "field")} as they are{end}");
        foreach (FieldLoss field in fields)
        {
            string dropped = field.Dropped > 0 ? $" {Counted.Of(field.Dropped, "dropped", "dropped")}" : "";
            string changed = field.Changed > 0 ? $" {Counted.Of(field.Changed, "changed", "changed")}" : "";
            output.WriteLine($"  {field.Field}:{dropped}{(dropped.Length > 0 && changed.Length > 0 ? "," : "")}{changed}");
        }
    }

    /// <summary>Says which records of a data set are no incidents, and so in no file of incidents; nothing if there are none.</summary>
    public static void WriteOthers(TextWriter output, string name, EventFormat format, ConflictDataset dataset)
    {
        (int Count, string One, string? Many)[] others =
        [
            (dataset.Tallies.Count, "tally", "tallies"), (dataset.Claims.Count, "claim", null), (dataset.Strengths.Count, "strength", null),
            (dataset.Controls.Count, "area of control", "areas of control"), (dataset.Affiliations.Count, "affiliation", null),
            (dataset.Statements.Count, "statement", null), (dataset.Resolutions.Count, "resolution", null),
            (dataset.Processes.Count, "peace process", "peace processes"), (dataset.People.Count, "person", "people"),
        ];
        string[] counts = [.. others.Where(other => other.Count > 0).Select(other => Counted.Of(other.Count, other.One, other.Many))];
        if (counts.Length > 0)
        {
            output.WriteLine($"{name}: {format.Title} holds incidents only, without the {string.Join(", ", counts)} of the data set.");
        }
    }
}
