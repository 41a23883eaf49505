using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConflictModel.Reporting;
using ConflictModel.Serialization;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel report FILE</c>: what was reported, and what follows from it.</summary>
internal static partial class ReportCommand
{
    private const string Html = "html";

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a data set file; - for standard input" };
        var format = new Option<string>("--format")
        {
            Description = "text for people, json for programs, html for one page that shows it",
            DefaultValueFactory = _ => OutputFormat.Text,
        };
        format.AcceptOnly(OutputFormat.Text, OutputFormat.Json, Html);
        var language = new Option<string?>("--lang")
        {
            HelpName = "TAG",
            Description = "the language of names (a BCP 47 tag such as ar), where the records have one; of the whole page for en and ar",
        };
        language.Validators.Add(result =>
        {
            if (!LanguageTag().IsMatch(result.Tokens.Single().Value))
            {
                result.AddError($"--lang: '{result.Tokens.Single().Value}' is not a tag of a language, such as ar or zh-Hant.");
            }
        });
        var names = new Option<bool>("--names")
        {
            Description = "name the listed people who may be named; a report names nobody otherwise",
        };
        var place = new Option<string?>("--out") { HelpName = "FILE", Description = "write the page here; standard output without it" };
        var boundaries = new Option<string?>("--boundaries")
        {
            HelpName = "FILE.geojson",
            Description = "outlines of regions for the page's map, told by the regions' ids, codes or names",
        };
        var digits = new Option<bool>("--arabic-indic-digits") { Description = "write the page's numbers in the digits \u0660 to \u0669" };
        var open = new Option<bool>("--open") { Description = "show the page of --out in the browser" };
        var command = new Command("report", "Show what was reported, by whom and when, what follows from it, and what does not add up.")
        {
            file, format, language, names, place, boundaries, digits, open,
        };
        command.SetAction(result =>
        {
            string path = result.GetValue(file)!;
            bool isPage = result.GetValue(format) == Html;
            if (!isPage && PageOption(result) is { } option)
            {
                throw new InputException($"{option} is for --format html.");
            }

            string? geojson = result.GetValue(boundaries);
            if (path == "-" && geojson == "-")
            {
                throw new InputException("only one of FILE and --boundaries can be standard input.");
            }

            if (result.GetValue(open) && result.GetValue(place) is null or "-")
            {
                throw new InputException("--open needs --out: the browser shows a file.");
            }

            using OutputFile? page = isPage ? OutputFile.Create(result.GetValue(place) ?? "-") : null;
            (ReportModel model, Outlines? outlines) = WorkProgress.Run(step =>
            {
                step("reading");
                ConflictDataset dataset = DatasetInput.Distinct(Read(path), null, path);
                Outlines? outlines = geojson is null ? null : Outlines(geojson, dataset);
                step("working out");
                var model = new ReportModel(dataset, result.GetValue(names), outlines?.Regions);
                CheckLanguage(result.GetValue(language), isPage, model.Dataset, path);
                return (model, outlines);
            });
            switch (result.GetValue(format))
            {
                case OutputFormat.Json:
                    JsonReport.Write(model, result.GetValue(language));
                    break;
                case Html:
                    WorkProgress.Run(step =>
                    {
                        step("writing");
                        HtmlReport.Write(model, page!.Stream, result.GetValue(language) ?? "en", result.GetValue(digits), outlines);
                        return page;
                    });
                    OutputFile.Commit(page);
                    break;
                default:
                    TextReport.Write(model, result.GetValue(language));
                    break;
            }

            if (result.GetValue(open))
            {
                Browser.Open(result.GetValue(place)!);
            }

            return ValidateCommand.Of(model.Findings);
        });
        return command;

        string? PageOption(ParseResult result) =>
            result.GetValue(place) is not null ? "--out"
            : result.GetValue(boundaries) is not null ? "--boundaries"
            : result.GetValue(digits) ? "--arabic-indic-digits"
            : result.GetValue(open) ? "--open"
            : null;
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex LanguageTag();

    /// <summary>Holds that something of a report is in the language that is asked for: its own words, or a name in the data set.</summary>
    /// <exception cref="InputException">Nothing is.</exception>
    private static void CheckLanguage(string? asked, bool isPage, ConflictDataset dataset, string path)
    {
        if (asked is null)
        {
            return;
        }

        IReadOnlySet<string> there = ReportLanguages.Of(dataset, isPage);
        for (string tag = asked; !there.Contains(tag); tag = tag[..tag.LastIndexOf('-')])
        {
            if (!tag.Contains('-', StringComparison.Ordinal))
            {
                throw new InputException(
                    $"--lang: nothing in the {(isPage ? "page" : "report")} of {DatasetInput.NameOf(path)} is in '{asked}'; "
                        + $"its words and names are in {string.Join(", ", there)}.");
            }
        }
    }

    private static Outlines Outlines(string path, ConflictDataset dataset)
    {
        using Stream stream = EventInput.Open(path);
        try
        {
            return OutlineReader.Read(UnpackedStream.Of(stream, path, DatasetJson.MaxBytes), dataset);
        }
        catch (JsonException error)
        {
            throw new InputException($"{DatasetInput.NameOf(path)}: {error.Message}");
        }
    }

    private static ConflictDataset Read(string path)
    {
        using Stream stream = EventInput.Open(path);
        return EventInput.FormatOf(stream, null, path, _ => true) is not { } format ? DatasetInput.Read(stream, path)
            : throw new InputException(
                $"{DatasetInput.NameOf(path)}: this is {format.Title}, and a report is of a data set. "
                    + "'conflictmodel aggregate' sums it; 'conflictmodel convert' with --to json makes a data set of it.");
    }
}
