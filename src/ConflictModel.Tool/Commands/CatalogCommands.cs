using System.CommandLine;
using System.Text.Json;
using ConflictModel.Catalogs;
using ConflictModel.Tool.Output;

namespace ConflictModel.Tool.Commands;

/// <summary><c>conflictmodel actors|regions [TEXT]</c>: lists a catalog, or says what texts name.</summary>
internal static class CatalogCommands
{
    public static Command Actors() => Create(
        "actors",
        "actors",
        () => ActorCatalog.BuiltIn,
        text => ActorCatalog.BuiltIn.ResolveMembers(text),
        actor => (actor.Id.Value, actor.Name.ToString(), null));

    public static Command Regions() => Create(
        "regions",
        "regions",
        () => RegionCatalog.World,
        text => [RegionCatalog.World.Resolve(text)],
        region => (region.Id.Value, region.Name.ToString(), region.PCode));

    private static Command Create<T>(
        string name,
        string what,
        Func<IReadOnlyList<T>> all,
        Func<string, ValueList<NameAnswer<T>>> resolve,
        Func<T, (string Id, string Name, string? PCode)> show)
        where T : class
    {
        var texts = new Argument<string[]>("TEXT")
        {
            Description = $"names of {what}; - reads lines from standard input; none lists the catalog",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string> format = OutputFormat.Option();
        var command = new Command(name, $"Say which {what} of the built-in catalog names stand for, or list them.") { texts, format };
        command.SetAction(result =>
        {
            bool isJson = result.GetValue(format) == OutputFormat.Json;
            string[] asked = result.GetValue(texts)!;
            if (asked.Length == 0)
            {
                foreach (T item in all())
                {
                    (string id, string itemName, string? code) = show(item);
                    string line = $"{id}: {itemName}{(code is null ? "" : $" ({code})")}";
                    Write(isJson, id, writer => WriteItem(writer, id, itemName, code), line);
                }

                return ExitCodes.Fine;
            }

            foreach (string text in TextInput.Lines(asked))
            {
                var answer = Answer<T>.Of(resolve(text));
                Write(isJson, text, writer => WriteAnswer(writer, text, answer, show), Describe(text, answer, show));
            }

            return ExitCodes.Fine;
        });
        return command;
    }

    private static void Write(bool isJson, string text, Action<Utf8JsonWriter> write, string line)
    {
        if (!isJson)
        {
            StandardText.Out.WriteLine(line);
            return;
        }

        using JsonOutput output = new(isIndented: false);
        output.Writer.WriteStartObject();
        write(output.Writer);
        output.Writer.WriteEndObject();
    }

    private static void WriteAnswer<T>(
        Utf8JsonWriter writer, string text, Answer<T> answer, Func<T, (string Id, string Name, string? PCode)> show)
        where T : class
    {
        writer.WriteString("text", text);
        writer.WriteString("result", answer.Result);
        writer.WriteStartArray("matches");
        foreach (NameMatch<T> match in answer.Matches)
        {
            (string id, string name, string? code) = show(match.Item);
            writer.WriteStartObject();
            WriteItem(writer, id, name, code);
            writer.WriteString("rule", JsonName.Of(match.Rule));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteItem(Utf8JsonWriter writer, string id, string name, string? code)
    {
        writer.WriteString("id", id);
        writer.WriteString("name", name);
        writer.WriteString("pcode", code);
    }

    private static string Describe<T>(string text, Answer<T> answer, Func<T, (string Id, string Name, string? PCode)> show)
        where T : class
    {
        string Shown(T item) => show(item) is var (id, name, code) ? $"{name}, id {id}{(code is null ? "" : $", P-code {code}")}" : "";
        string matches = string.Join("; ", answer.Matches.Select(match => $"{Shown(match.Item)}: {match.Why}"));
        string near = answer.NearMisses.IsEmpty ? "" : $"near: {string.Join("; ", answer.NearMisses.Select(miss => Shown(miss.Item)))}";
        return answer.Result == "none" ? $"{text}: none{(near.Length > 0 ? $", {near}" : "")}" : $"{text}: {answer.Result}: {matches}";
    }
}
