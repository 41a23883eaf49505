using ConflictModel.Interchange;

namespace ConflictModel.Tool.Output;

/// <summary>How much a format could not hold, field by field, for people.</summary>
internal static class LossOutput
{
    private const string KeptCells = "/reports/*/original/columns/";

    /// <summary>Writes a line for the whole and one for each field; nothing if nothing was lost.</summary>
    /// <param name="output">Takes the lines.</param>
    /// <param name="name">The file that was read.</param>
    /// <param name="title">What was written, in a sentence.</param>
    /// <param name="losses">What it could not hold.</param>
    /// <param name="areListed">Whether each value is listed in a file that the command writes.</param>
    public static void Write(TextWriter output, string name, string title, ValueList<FieldLoss> losses, bool areListed)
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
            $"{name}: {title} can't hold {Counted.Of(values, "value")} of {Counted.Of(losses.Count, "field")} as they are{end}");
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
        if (Counts(dataset with { Incidents = default }) is { Length: > 0 } counts)
        {
            output.WriteLine($"{name}: {format.Title} holds incidents only, without the {counts} of the data set.");
        }
    }

    /// <summary>Says which records of a data set are no people, and so in no list of people; nothing if there are none.</summary>
    public static void WriteOthers(TextWriter output, string name, ConflictDataset dataset)
    {
        if (Counts(dataset with { People = default }) is { Length: > 0 } counts)
        {
            output.WriteLine($"{name}: a list holds people only, without the {counts} of the data set.");
        }
    }

    /// <summary>Says how many cells were changed so that a spreadsheet runs nothing; nothing if none was.</summary>
    public static void WriteNeutralised(TextWriter output, long cells)
    {
        if (cells > 0)
        {
            output.WriteLine(
                $"{Counted.Of(cells, "cell was", "cells were")} changed so that a spreadsheet shows text and runs nothing.");
        }
    }

    private static string Counts(ConflictDataset dataset)
    {
        (int Count, string One, string? Many)[] records =
        [
            (dataset.Incidents.Count, "incident", null),
            (dataset.Tallies.Count, "tally", "tallies"), (dataset.Claims.Count, "claim", null), (dataset.Strengths.Count, "strength", null),
            (dataset.Controls.Count, "area of control", "areas of control"), (dataset.Affiliations.Count, "affiliation", null),
            (dataset.Statements.Count, "statement", null), (dataset.Resolutions.Count, "resolution", null),
            (dataset.Processes.Count, "peace process", "peace processes"), (dataset.People.Count, "person", "people"),
        ];
        return string.Join(
            ", ", records.Where(record => record.Count > 0).Select(record => Counted.Of(record.Count, record.One, record.Many)));
    }
}
