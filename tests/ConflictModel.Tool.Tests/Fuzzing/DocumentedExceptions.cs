using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ConflictModel.Tool.Tests.Fuzzing;

/// <summary>What a member's documentation says that it throws: the oracle of what an input may lead to.</summary>
internal static class DocumentedExceptions
{
    private static readonly ConcurrentDictionary<string, XElement[]> Members = [];

    /// <summary>The exceptions that the overloads of a method name.</summary>
    public static Type[] Of(Type type, string method)
    {
        var name = new Regex($@"^M:{Regex.Escape(type.FullName!)}\.(?:<G>[^.]*\.)?{method}(?:``\d+)?(?:\(|$)");
        XElement[] overloads =
        [
            .. Members.GetOrAdd(
                    Path.ChangeExtension(type.Assembly.Location, ".xml"), path => [.. XDocument.Load(path).Descendants("member")])
                .Where(member => name.IsMatch(member.Attribute("name")!.Value)),
        ];
        return overloads.Length == 0
            ? throw new InvalidOperationException($"{type}.{method} has no documentation.")
            : [.. overloads.SelectMany(member => member.Elements("exception")).Select(Thrown).Distinct()];
    }

    private static Type Thrown(XElement exception)
    {
        string name = exception.Attribute("cref")!.Value[2..];
        return AppDomain.CurrentDomain.GetAssemblies().Select(assembly => assembly.GetType(name)).FirstOrDefault(type => type is not null)
            ?? throw new InvalidOperationException($"{name} is in no assembly that is loaded.");
    }
}
