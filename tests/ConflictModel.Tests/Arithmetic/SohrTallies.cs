using System.Text.Json;

namespace ConflictModel.Tests.Arithmetic;

/// <summary>A monitor's published running tallies, held as facts in a form of their own, as tolls.</summary>
internal static class SohrTallies
{
    public const string Variable = "CONFLICTMODEL_DATA";

    /// <summary>The folder of the tallies, or null where no data is at hand.</summary>
    public static string? Folder =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } data && Directory.Exists(Path.Combine(data, "sohr-tallies"))
            ? Path.Combine(data, "sohr-tallies")
            : null;

    /// <summary>Each record's id with the tolls that it holds: most hold one.</summary>
    public static IEnumerable<(string Id, IReadOnlyList<Toll> Tolls)> Read()
    {
        using var records = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder!, "tallies.json")));
        foreach (JsonElement record in records.RootElement.EnumerateArray())
        {
            yield return (record.GetProperty("id").GetString()!, [.. Convert(record)]);
        }
    }

    /// <summary>Each record's id with the clashes that a straightforward check finds.</summary>
    public static IReadOnlyDictionary<string, string[]> Expected()
    {
        using var records = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder!, "expected.json")));
        return records.RootElement.EnumerateArray().ToDictionary(
            record => record.GetProperty("id").GetString()!,
            record => record.GetProperty("clashes").EnumerateArray().Select(clash => clash.GetString()!).ToArray());
    }

    private static IEnumerable<Toll> Convert(JsonElement record)
    {
        JsonElement[] lines = [.. Items(record, "lines")];
        JsonElement[] counted = [.. lines.Where(line => Flag(line, "in_total") ?? true)];
        JsonElement[] beside = [.. lines.Where(line => !(Flag(line, "in_total") ?? true))];
        Estimate operations = Number(record, "operations");
        Estimate inLine = lines.Select(line => Number(line, "operations")).FirstOrDefault(estimate => !estimate.IsEmpty);
        ValueList<Breakdown> regions = Regions(record);
        var head = new Toll
        {
            Count = Number(record, "total"),
            Operations = operations.IsEmpty ? inLine : operations,
            Breakdowns = [.. Lines(record, counted), .. regions,
                .. OperationParts(record), .. Including(record, "total_including"), .. Including(record, "total_including_variant")],
            Beside = beside.Select(Line).ToValueList(),
        };

        // Where the regional list counts people whom the headline leaves out, it is a tally of its own, of all the lines.
        bool regionsCountAll = beside.Any(line => Items(record, "regions").SelectMany(region =>
            Items(region, "parts")).Any(part => Text(part, "victims") == Text(line, "victims")));
        if (!regionsCountAll)
        {
            return [head];
        }

        return
        [
            head with { Breakdowns = [.. head.Breakdowns.Where(breakdown => breakdown.By != Axis.Region)] },
            new Toll { Operations = head.Operations, Breakdowns = [.. Lines(record, lines), .. regions] },
        ];
    }

    private static ValueList<Breakdown> Lines(JsonElement record, JsonElement[] lines) =>
        lines.Length == 0 ? [] : [Breakdown(Axis.Victim, Flag(record, "lines_complete"), lines.Select(Line))];

    private static ValueList<Breakdown> Regions(JsonElement record)
    {
        Part[] regions =
        [
            .. Items(record, "regions").Select(region => new Part
            {
                Region = RegionId.From(Text(region, "region")!),
                Count = Number(region, "killed"),
                Operations = Number(region, "operations"),
                Breakdowns = Items(region, "parts").Any() || (Flag(region, "parts_complete") == true && Number(region, "killed").IsEmpty)
                    ? [Breakdown(Axis.Victim, Flag(region, "parts_complete"), Items(region, "parts").Select(Line))]
                    : [],
            }),
        ];
        return regions.Length == 0
            ? []
            : [Breakdown(Axis.Region,
                Flag(record, "regions_complete"), regions) with { OperationsOverlap = Flag(record, "operations_overlap") ?? false }];
    }

    private static Part Line(JsonElement line) => new()
    {
        Victims = Named(Text(line, "victims")!),
        Perpetrators = Items(line, "by").Select(by => ActorId.From(by.GetString()!)).ToValueList(),
        Count = Number(line, "killed"),
        Operations = Number(line, "operations"),
        AsWritten = Text(line, "as_written"),
        Breakdowns =
            [.. Including(Items(line, "including").Select(item => (Text(item, "what")!, Number(item, "killed")))), .. Causes(line)],
    };

    private static ValueList<Breakdown> Causes(JsonElement line)
    {
        Part[] causes =
        [
            .. Items(line, "breakdown").Select(cause => new Part
            {
                Method = Text(cause, "cause"),
                Count = Number(cause, "killed"),
                Breakdowns = [.. Including(Items(cause, "including").Select(item => (Text(item, "what")!, Number(item, "killed"))))],
            }),
        ];
        return causes.Length == 0 ? [] : [Breakdown(Axis.Method, Flag(line, "breakdown_complete"), causes)];
    }

    private static List<Breakdown> Including(JsonElement record, string name) =>
        record.TryGetProperty(name, out JsonElement items) && items.ValueKind == JsonValueKind.Object
            ? Including(items.EnumerateObject().Select(item => (item.Name, (Estimate)item.Value.GetInt64())))
            : [];

    // "Including" lists may overlap: women, men and children are apart from each other, everything else stands by itself. A woman
    // who is also something else ("a female official") is counted apart from the women before her in the list.
    private static List<Breakdown> Including(IEnumerable<(string What, Estimate Count)> items)
    {
        var people = new List<Part>();
        var others = new List<Breakdown>();
        foreach ((string what, Estimate count) in items)
        {
            Victims? group = what switch
            {
                "woman" or "women" => Victims.Women,
                "man" or "men" => Victims.Men,
                "child" or "children" => Victims.Children,
                _ => what.StartsWith("female-", StringComparison.Ordinal) ? Victims.Women : null,
            };
            bool isPlain = what is "woman" or "women" or "man" or "men" or "child" or "children";
            if (group is not null)
            {
                people.Add(new Part { Victims = group with { Role = isPlain ? null : what }, Count = count });
            }
            else
            {
                others.Add(Breakdown(Axis.Victim, isComplete: false, [new Part { Victims = Victims.Called(what), Count = count }]));
            }
        }

        return people.Count == 0 ? others : [Breakdown(Axis.Demographic, isComplete: false, people), .. others];
    }

    private static ValueList<Breakdown> OperationParts(JsonElement record)
    {
        Part[] parts =
        [
            .. Items(record, "headline_operation_parts")
                .Select((count, i) => new Part { Method = $"kind {i + 1}", Operations = count.GetInt64() }),
        ];
        return parts.Length == 0 ? [] : [Breakdown(Axis.Method, isComplete: true, parts)];
    }

    private static Breakdown Breakdown(Axis by, bool? isComplete, IEnumerable<Part> parts) => new()
    {
        By = by,
        Kind = isComplete == true ? BreakdownKind.Partition : BreakdownKind.Inclusion,
        Reading = Reading.Inferred,
        Truncated = isComplete == false,
        Parts = parts.ToValueList(),
    };

    private static Victims Named(string victims) => victims == "civilians" ? Victims.Civilians : Victims.MembersOf(ActorId.From(victims));

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private static bool? Flag(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement flag) && flag.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? flag.GetBoolean()
            : null;

    private static Estimate Number(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement number) && number.ValueKind == JsonValueKind.Number
            ? number.GetInt64()
            : default(Estimate);
}
