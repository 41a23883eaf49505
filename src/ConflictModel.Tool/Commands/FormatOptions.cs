using System.CommandLine;
using ConflictModel.Interchange;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>The options that name the format of a file.</summary>
internal static class FormatOptions
{
    private const string Json = "json";

    /// <summary>The format of the input: a data set, or one that the command can make use of.</summary>
    public static Option<string?> From(Func<EventFormat, bool> isUsed)
    {
        var option = new Option<string?>("--from")
        {
            HelpName = "FORMAT",
            Description = "the format of the input, told from its first bytes if absent",
        };
        option.AcceptOnly([.. EventFormats.All.Where(isUsed).Select(format => format.Name), Json]);
        return option;
    }

    /// <summary>What is done with rows that bear one id where the data doesn't say which is newer.</summary>
    /// <param name="keeps">Whether all of them may be kept.</param>
    public static Option<RepeatedRows> Repeated(bool keeps = true)
    {
        (string values, string ways) = keeps ? ("newest|stop|keep", ", stop, or keep all") : ("newest|stop", ", or stop");
        return new("--repeated")
        {
            HelpName = values,
            Description = $"of rows with one id where nothing says which is newer: take the last{ways}; stop without it",
        };
    }

    public static Option<string> To()
    {
        var option = new Option<string>("--to") { HelpName = "FORMAT", Description = "the format of the output", Required = true };
        option.AcceptOnly(
        [
            .. EventFormats.All.Where(format => format.IsWritten).Select(format => format.Name), Json, DatasetForm.Lines, ParquetFiles.Name,
            PeopleList.Name,
        ]);
        return option;
    }

    /// <summary>Whether the CSV files that a command writes are safe to open in a spreadsheet.</summary>
    public static Option<bool> Neutralise() =>
        new("--neutralise-formulas") { Description = "put an apostrophe before cells that a spreadsheet would run" };

    /// <summary>Whether what <c>--to</c> calls so is a CSV file.</summary>
    public static bool IsCsv(string name) => name == PeopleList.Name || (Of(name) is { } format && format != EventFormats.GeoJson);

    /// <summary>Holds that a command that is to make CSV files safe writes one.</summary>
    /// <exception cref="InputException">It writes none.</exception>
    public static void CheckNeutralised(bool neutralises, bool writesCsv)
    {
        if (neutralises && !writesCsv)
        {
            throw new InputException("--neutralise-formulas: no CSV file is written here, and a spreadsheet runs the cells of no other.");
        }
    }

    /// <summary>The format of a name; null for a data set file.</summary>
    public static EventFormat? Of(string name) => EventFormats.Named(name);
}
