using ConflictModel.Interchange;

namespace ConflictModel.Tool.Output;

/// <summary>How much a format could not hold, field by field, for people.</summary>
internal static class LossOutput
{
    private const string KeptCells = "/reports/*/original/columns/";

    private static readonly (Type Type, Func<ConflictDataset, int> CountIn, string One, string? Many)[] Records =
    [
        (typeof(Incident), dataset => dataset.Incidents.Count, "incident", null),
        (typeof(Tally), dataset => dataset.Tallies.Count, "tally", "tallies"),
        (typeof(Claim), dataset => dataset.Claims.Count, "claim", null),
        (typeof(Strength), dataset => dataset.Strengths.Count, "strength", null),
        (typeof(Control), dataset => dataset.Controls.Count, "area of control", "areas of control"),
        (typeof(Affiliation), dataset => dataset.Affiliations.Count, "affiliation", null),
        (typeof(Statement), dataset => dataset.Statements.Count, "statement", null),
        (typeof(Resolution), dataset => dataset.Resolutions.Count, "resolution", null),
        (typeof(PeaceProcess), dataset => dataset.Processes.Count, "peace process", "peace processes"),
        (typeof(Person), dataset => dataset.People.Count, "person", "people"),
    ];

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
        if (Counts(type => type == typeof(Incident) ? 0 : CountOf(dataset, type)) is { Length: > 0 } counts)
        {
            output.WriteLine($"{name}: {format.Title} holds incidents only, without the {counts} of the data set.");
        }
    }

    /// <summary>Says which records of a data set are no people, and so in no list of people; nothing if there are none.</summary>
    public static void WriteOthers(TextWriter output, string name, ConflictDataset dataset)
    {
        if (Counts(type => type == typeof(Person) ? 0 : CountOf(dataset, type)) is { Length: > 0 } counts)
        {
            output.WriteLine($"{name}: a list holds people only, without the {counts} of the data set.");
        }
    }

    /// <summary>Says which records of a data set have no place in a Parquet file; nothing if there are none.</summary>
    /// <param name="output">Takes the line.</param>
    /// <param name="name">The file that was read.</param>
    /// <param name="countOf">How many records there are of a type.</param>
    public static void WriteOthers(TextWriter output, string name, Func<Type, int> countOf)
    {
        if (Counts(type => type == typeof(Incident) || type == typeof(Affiliation) ? 0 : countOf(type)) is { Length: > 0 } counts)
        {
            output.WriteLine($"{name}: Parquet holds of incidents what sums ask for, without the {counts} of the data set.");
        }
    }

    /// <summary>How many records of a type a data set has, of those that are not only named by others.</summary>
    public static int CountOf(ConflictDataset dataset, Type type) => Records.First(record => record.Type == type).CountIn(dataset);

    /// <summary>Says how many cells were changed so that a spreadsheet runs nothing; nothing if none was.</summary>
    public static void WriteNeutralised(TextWriter output, long cells)
    {
        if (cells > 0)
        {
            output.WriteLine(
                $"{Counted.Of(cells, "cell was", "cells were")} changed so that a spreadsheet shows text and runs nothing.");
        }
    }

    private static string Counts(Func<Type, int> countOf) => string.Join(
        ", ",
        from record in Records
        let count = countOf(record.Type)
        where count > 0
        select Counted.Of(count, record.One, record.Many));
}
