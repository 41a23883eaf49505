using System.CommandLine;

namespace ConflictModel.Tool.Output;

/// <summary>The option --format that several commands have.</summary>
internal static class OutputFormat
{
    public const string Text = "text";
    public const string Json = "json";

    public static Option<string> Option()
    {
        var option = new Option<string>("--format")
        {
            Description = "text for people, json for programs",
            DefaultValueFactory = _ => Text,
        };
        option.AcceptOnly(Text, Json);
        return option;
    }
}
