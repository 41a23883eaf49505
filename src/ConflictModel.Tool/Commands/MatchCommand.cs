using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ConflictModel.Catalogs;
using ConflictModel.Interchange;
using ConflictModel.Matching;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>
/// <c>conflictmodel match A B [--within 4km,2d]</c>: which records of two files may be of one event. Nothing is merged.
/// </summary>
internal static class MatchCommand
{
    private const string Table = "table";
    private const string Csv = "csv";
    private const string Kilometres = "km";
    private const string Days = "d";

    public static Command Create()
    {
        var one = new Argument<string>("A") { Description = "a UCDP, ACLED or data set file; - for standard input" };
        var other = new Argument<string>("B") { Description = "a file of the other source" };
        ReadingOptions reading = new(format => format.IsRead && !format.HoldsTallies);
        var within = new Option<MatchRules>("--within")
        {
            HelpName = "KM,DAYS",
            Description = "how far apart the records of one event may be in space and time",
            DefaultValueFactory = _ => MatchRules.Within(4, 2),
            CustomParser = result => Windows(result.Tokens.Single().Value, result),
        };
        var figures = new Option<long>("--figures")
        {
            HelpName = "N",
            Description = "how many dead their figures may be apart, for sources that count apart",
            CustomParser = result => Figures(result.Tokens.Single().Value, result),
        };
        var format = new Option<string>("--format") { Description = "the form of the answer", DefaultValueFactory = _ => Table };
        format.AcceptOnly(Table, Csv, OutputFormat.Json);
        Option<bool> neutralise = FormatOptions.Neutralise();
        var command = new Command("match", "Propose which records of two files may be of one event, and say why. Nothing is merged.")
        {
            one, other, within, figures, format, neutralise,
        };
        reading.AddTo(command);
        command.SetAction(result =>
        {
            (string mine, string theirs) = (result.GetValue(one)!, result.GetValue(other)!);
            if (mine == "-" && theirs == "-")
            {
                throw new InputException("only one of the two files can be standard input.");
            }

            if (reading.RejectPath(result) is not null)
            {
                throw new InputException("--rejects is for one file; 'conflictmodel convert' sets rows aside.");
            }

            FormatOptions.CheckNeutralised(result.GetValue(neutralise), result.GetValue(format) == Csv);
            MatchProposals found = WorkProgress.Run(step =>
            {
                step("reading");
                ConflictDataset first = Read(mine, reading.From(result), reading.Of(result));
                ConflictDataset second = Read(theirs, reading.From(result), reading.Of(result));
                IncidentId[] inBoth = [.. first.Incidents.Select(one => one.Id).Intersect(second.Incidents.Select(one => one.Id))];
                if (inBoth.Length > 0)
                {
                    throw new InputException(
                        $"both files have a record of the id '{inBoth[0]}', and what is proposed is of two sources; "
                            + "'conflictmodel diff' compares two vintages of one.");
                }

                step("comparing");
                return Propose(first, second, result.GetValue(within)!.FiguresWithin(result.GetValue(figures)));
            });
            MatchOutput output = new(found);
            switch (result.GetValue(format))
            {
                case OutputFormat.Json:
                    output.WriteJson();
                    break;
                case Csv:
                    output.WriteCsv(result.GetValue(neutralise));
                    break;
                default:
                    output.WriteText(StandardText.Out, Screen.Width);
                    break;
            }

            return ExitCodes.Fine;
        });
        return command;
    }

    private static MatchProposals Propose(ConflictDataset one, ConflictDataset other, MatchRules rules)
    {
        ConflictDataset known = new()
        {
            Actors = [.. one.Actors, .. other.Actors],
            Affiliations = one.Affiliations.Concat(other.Affiliations).Concat(ActorCatalog.BuiltIn.Affiliations).Distinct().ToValueList(),
            Regions = one.Regions.Concat(other.Regions).DistinctBy(region => region.Id).ToValueList(),
        };
        try
        {
            return one.Incidents.ProposeMatches(other.Incidents, rules, known);
        }
        catch (ArgumentException error)
        {
            throw new InputException(error.Message.Split(" (Parameter")[0], error);
        }
    }

    private static ConflictDataset Read(string path, string? from, ReadOptions options)
    {
        using Stream stream = EventInput.Open(path);
        return EventInput.FormatOf(stream, from, path, format => format.IsRead && !format.HoldsTallies, options) is { } format
            ? EventInput.Guard(path, () => Read(stream, options with { Format = format }), keeps: false)
            : DatasetInput.Distinct(DatasetInput.Read(stream, path), null, path);
    }

    // Two sources mean the same actors and places by other names and numbers; what brings them together is the library's own catalog.
    private static ConflictDataset Read(Stream stream, ReadOptions options)
    {
        using var reader = IncidentReader.Open(stream, options with { Names = NameResolver.BuiltIn });
        return reader.ReadDataset();
    }

    private static MatchRules Windows(string text, ArgumentResult result)
    {
        string[] parts = text.Split(',');
        if (parts is [var space, var time]
            && space.EndsWith(Kilometres, StringComparison.Ordinal)
            && time.EndsWith(Days, StringComparison.Ordinal)
            && double.TryParse(
                space[..^Kilometres.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double kilometres)
            && int.TryParse(time[..^Days.Length], NumberStyles.None, CultureInfo.InvariantCulture, out int days)
            && kilometres <= MatchRules.MostKilometres && days <= MatchRules.MostDays)
        {
            return MatchRules.Within(kilometres, days);
        }

        result.AddError(FormattableString.Invariant(
            $"'{text}' is not a window such as 4km,2d, of at most {MatchRules.MostKilometres} kilometres and {MatchRules.MostDays} days."));
        return MatchRules.Within(0, 0);
    }

    private static long Figures(string text, ArgumentResult result)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long count))
        {
            return count;
        }

        result.AddError($"'{text}' is not a number of dead.");
        return 0;
    }
}
