using System.CommandLine;
using ConflictModel.Aggregation;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary>One condition of <c>--where KEY=VALUE</c>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Text">The value as the source writes it.</param>
internal sealed record Condition(GroupKey Key, string Text)
{
    /// <summary>All that is ever counted: an incident of which a piece counts somebody in a group is there.</summary>
    private static readonly Measure[] Measures =
        [.. Harms.Summable.SelectMany(harm => Enum.GetValues<VictimGroup>().Select(group => Measure.Of(harm).Among(group)))];

    /// <summary>What has to be asked to explain the condition.</summary>
    public IncidentQuery[] Queries => [Met, Open];

    /// <summary>Which groups of the key the incidents have that meet the condition.</summary>
    public IncidentQuery Met { get; } = IncidentQuery.OverPieces().Where(Key, Text).Sum(Measures).GroupBy(Key);

    /// <summary>Which groups of the key incidents have.</summary>
    public IncidentQuery Open { get; } = IncidentQuery.OverPieces().Sum(Measures).GroupBy(Key);

    /// <summary>The option. A value that its key can't have is bad usage, before anything is read.</summary>
    public static Option<Condition[]> Option() => new("--where")
    {
        HelpName = "KEY=VALUE",
        Description = "only events whose KEY is VALUE; may be given again",
        CustomParser = result =>
        {
            if (result.Tokens.Count > IncidentQuery.MaxConditions)
            {
                result.AddError($"--where may be given {IncidentQuery.MaxConditions} times at most.");
            }

            return [.. result.Tokens.Select(token => Of(token.Value, result.AddError)).OfType<Condition>()];
        },
    };

    /// <summary>
    /// Says why nothing was summed: a condition that no incident meets is an error, conditions that none meets together are told, and so is
    /// that there are none.
    /// </summary>
    /// <exception cref="InputException">No incident has the value of a condition.</exception>
    public static void Explain(Condition[] conditions, AskedIncidents incidents, string path)
    {
        foreach (Condition condition in conditions)
        {
            if (!incidents.Has(condition))
            {
                throw new InputException($"{DatasetInput.NameOf(path)}: {condition.Missing(incidents.ValuesOf(condition))}");
            }
        }

        StandardText.Error.WriteLine(conditions.Length > 0
            ? $"{DatasetInput.NameOf(path)}: no incident is known to meet {string.Join(" and ", conditions.AsEnumerable())} together."
            : $"{DatasetInput.NameOf(path)}: there is nothing to be summed.");
    }

    public override string ToString() => $"{Key}={Text}";

    private static Condition? Of(string text, Action<string> fail)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            fail($"'{text}' is not a condition; write KEY=VALUE.");
            return null;
        }

        if (Keys.Find(text[..equals], fail) is not { } key)
        {
            return null;
        }

        try
        {
            return new(key, text[(equals + 1)..]);
        }
        catch (FormatException error)
        {
            fail($"--where: {error.Message}");
            return null;
        }
    }

    private string Missing(ValueList<(string Own, string Name)> values)
    {
        string missing = $"no incident has '{Text}' for {Key}";
        string[] near =
        [
            .. NearMisses.Of(Text, values).Select(value => value.Name.Length > 0 ? $"'{value.Own}' ({value.Name})" : $"'{value.Own}'"),
        ];
        return values.IsEmpty ? $"{missing}; none of them says any."
            : near.Length > 0 ? $"{missing}; did you mean {string.Join(" or ", near)}?"
            : values.Count == 1 ? $"{missing}; its only value is '{values[0].Own}'."
            : Key.IsTime ? $"{missing}; its values go from '{values[0].Own}' to '{values[^1].Own}'."
            : FormattableString.Invariant($"{missing}; '--by {Key}' lists its {values.Count} values.");
    }
}
