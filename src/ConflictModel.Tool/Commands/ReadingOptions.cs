using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using ConflictModel.Interchange;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>The options of a command that say how published files are read.</summary>
internal sealed class ReadingOptions
{
    private static readonly (string Name, char Separator)[] Separators = [(",", ','), (";", ';'), ("tab", '\t')];

    private static readonly (string Name, NumericDates Dates)[] Orders =
        [("dmy", NumericDates.DayFirst), ("mdy", NumericDates.MonthFirst), ("serial", NumericDates.ExcelSerial)];

    private readonly Option<string?> from;
    private readonly Option<string?> rejects = new("--rejects")
    {
        HelpName = "FILE",
        Description = "set malformed rows of a published file aside in this CSV file and go on, instead of stopping",
    };
    private readonly Option<string?> separator = new("--separator")
    {
        Description = "what parts the cells of a CSV file; told from its header if absent",
    };
    private readonly Option<Encoding?> encoding = new("--encoding")
    {
        HelpName = "NAME",
        Description = "the encoding of a file that is not UTF-8, such as latin1 or windows-1256",
        CustomParser = result => EncodingOf(result),
    };
    private readonly Option<string?> dates = new("--dates")
    {
        Description = "what dates such as 03/07/2024 mean: day or month first, or the day numbers of a spreadsheet",
    };

    /// <summary>The options.</summary>
    /// <param name="isUsed">Whether the command can make use of a format.</param>
    public ReadingOptions(Func<EventFormat, bool> isUsed)
    {
        from = FormatOptions.From(isUsed);
        separator.AcceptOnly(Array.ConvertAll(Separators, one => one.Name));
        dates.AcceptOnly(Array.ConvertAll(Orders, one => one.Name));
    }

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[from, rejects, separator, encoding, dates])
        {
            command.Add(option);
        }
    }

    /// <summary>The names of those that are said.</summary>
    public IEnumerable<string> Stated(ParseResult result) =>
        ((Option[])[from, rejects, separator, encoding, dates]).Where(option => IsStated(result, option)).Select(option => option.Name);

    /// <summary>Whether an option is said, and not left to its default.</summary>
    public static bool IsStated(ParseResult result, Option option) => result.GetResult(option) is { Implicit: false };

    /// <summary>The name of the format, if it is said.</summary>
    public string? From(ParseResult result) => result.GetValue(from);

    /// <summary>The file for rows that are set aside, if they are to be.</summary>
    public string? RejectPath(ParseResult result) => result.GetValue(rejects);

    /// <summary>How the file is read, but for its format.</summary>
    public ReadOptions Of(ParseResult result) => new()
    {
        Separator = result.GetValue(separator) is { } name ? Separators.First(one => one.Name == name).Separator : null,
        Encoding = result.GetValue(encoding),
        Dates = result.GetValue(dates) is { } order ? Orders.First(one => one.Name == order).Dates : null,
    };

    /// <summary>Holds that of a data set, which has no rows, nothing is said of how rows are read.</summary>
    /// <exception cref="InputException">Something is.</exception>
    public static void CheckUnsaid(string path, ReadOptions options, bool areRejectsKept)
    {
        (string Name, bool IsSaid)[] all =
        [
            ("--rejects", areRejectsKept), ("--separator", options.Separator is not null),
            ("--encoding", options.Encoding is not null), ("--dates", options.Dates is not null),
            ("--vintage", options.Vintage is not null),
        ];
        string[] said = [.. all.Where(option => option.IsSaid).Select(option => option.Name)];
        if (said.Length > 0)
        {
            throw new InputException(
                $"{string.Join(", ", said)}: {DatasetInput.NameOf(path)} is a data set file, to which this does not apply.");
        }
    }

    private static Encoding? EncodingOf(ArgumentResult result)
    {
        string name = result.Tokens[^1].Value;
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            result.AddError($"'{name}' is not the name of an encoding, such as utf-16, latin1 or windows-1256.");
            return null;
        }
    }
}
