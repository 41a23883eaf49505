using System.CommandLine;

namespace ConflictModel.Tool.Output;

/// <summary>Options that take one of a few words.</summary>
internal static class Choices
{
    /// <summary>Has an option take these words only; the help lists them, and so does the message about another.</summary>
    /// <remarks>An option with a <see cref="Option.HelpName"/> lists them in its description: in the column of names a long list is broken
    /// within words.</remarks>
    public static void AcceptOnly(this Option option, params string[] words)
    {
        if (option.HelpName is null)
        {
            option.HelpName = string.Join('|', words);
        }
        else
        {
            option.Description += $": {string.Join(", ", words)}";
        }

        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            foreach (string other in result.Tokens.Select(token => token.Value).Where(value => !words.Contains(value)))
            {
                result.AddError($"{option.Name}: '{other}' is none of {string.Join(" | ", words)}.");
            }
        });
    }
}
