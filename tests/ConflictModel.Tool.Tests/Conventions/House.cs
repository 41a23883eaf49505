using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConflictModel.Tool.Tests.Conventions;

/// <summary>Which folder names a type of which other, as the compiler binds the sources: words and comments make no arrow.</summary>
internal sealed partial class House
{
    // What the SDK writes for every project with implicit usings.
    private const string GlobalUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; "
        + "global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly Lazy<House> OfSources = new(() => Of(Path.Combine(Tool.Root(AppContext.BaseDirectory), "src")));

    private readonly string root;
    private readonly CSharpCompilation compilation;

    // Binding takes by far the longest: what a tree names and compares is found once, whatever is asked of it.
    private readonly Lazy<Bound[]> bound;

    private House(string root, CSharpCompilation compilation)
    {
        (this.root, this.compilation) = (root, compilation);
        bound = new(() => [.. compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0).Select(Bind)]);
    }

    /// <summary>What a tree names, and where it compares values of an enum.</summary>
    private readonly record struct Bound(SyntaxTree Tree, INamedTypeSymbol[] Named, string[] Comparisons);

    /// <summary>All sources of the repository.</summary>
    public static House Ours => OfSources.Value;

    /// <summary>
    /// What could not be bound, but for the members that source generators write. A name that binds to nothing makes no arrow.
    /// </summary>
    public IEnumerable<Diagnostic> Unbound
    {
        get
        {
            string[] generated = [.. compilation.SyntaxTrees.Where(IsGeneratedInPart).Select(tree => tree.FilePath)];
            string[] contexts = [.. compilation.SyntaxTrees.Where(HasContext).SelectMany(TypesOf)];
            return compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
                && !diagnostic.Id.StartsWith("CM", StringComparison.Ordinal) // Bound, and said to be unsettled.
                && !generated.Contains(diagnostic.Location.SourceTree?.FilePath)
                && !contexts.Any(name =>
                    diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains(name, StringComparison.Ordinal)));
        }
    }

    /// <summary>Binds all sources below a folder together, with the packages that this test itself was built with.</summary>
    public static House Of(string root)
    {
        IEnumerable<string> files = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !Path.GetRelativePath(root, file).Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "docs"));
        return Of(root, files.Select(file => (file, File.ReadAllText(file))));
    }

    /// <summary>Binds sources by their paths.</summary>
    public static House Of(string root, IEnumerable<(string Path, string Text)> sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        string[] packages = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return new(root, CSharpCompilation.Create(
            "house",
            sources.Append((Path: "", Text: GlobalUsings)).Select(source => CSharpSyntaxTree.ParseText(source.Text, options, source.Path)),
            packages.Where(path => !Path.GetFileName(path).StartsWith("ConflictModel", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path)),
            // Whether something may be null makes no arrow, and takes a third of the time.
            new(OutputKind.ConsoleApplication, allowUnsafe: true)));
    }

    /// <summary>The arrows from folder to folder, each with the types that make it.</summary>
    /// <param name="depth">How many levels of folders tell rooms apart; what lies deeper belongs to the room above it.</param>
    public SortedDictionary<string, SortedDictionary<string, SortedSet<string>>> Arrows(int depth = int.MaxValue)
    {
        var arrows = new SortedDictionary<string, SortedDictionary<string, SortedSet<string>>>(StringComparer.Ordinal);
        foreach ((SyntaxTree tree, INamedTypeSymbol[] types, _) in bound.Value)
        {
            string from = RoomOf(tree, depth);
            SortedDictionary<string, SortedSet<string>> named =
                arrows.TryGetValue(from, out SortedDictionary<string, SortedSet<string>>? known)
                    ? known
                    : arrows[from] = new(StringComparer.Ordinal);
            foreach (INamedTypeSymbol type in types)
            {
                if (type.Locations.FirstOrDefault(place => place.IsInSource)?.SourceTree is { FilePath.Length: > 0 } home
                    && RoomOf(home, depth) is var to && to != from)
                {
                    (named.TryGetValue(to, out SortedSet<string>? names) ? names : named[to] = new(StringComparer.Ordinal)).Add(type.Name);
                }
            }
        }

        return arrows;
    }

    private Bound Bind(SyntaxTree tree)
    {
        SemanticModel model = compilation.GetSemanticModel(tree);
        return new(
            tree,
            [.. TypesNamedIn(tree, model).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)],
            [.. ComparisonsOfEnumsIn(tree, model)]);
    }

    private static IEnumerable<INamedTypeSymbol> TypesNamedIn(SyntaxTree tree, SemanticModel model)
    {
        foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
        {
            if (node is not (
                SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax or InvocationExpressionSyntax or CollectionExpressionSyntax))
            {
                continue;
            }

            SymbolInfo info = model.GetSymbolInfo(node);
            if (OutermostType(info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is { } named)
            {
                yield return named;
            }

            // What a call or new() gives is used here, whoever wrote its name.
            if (node is not SimpleNameSyntax && OutermostType(model.GetTypeInfo(node).Type) is { } given)
            {
                yield return given;
            }
        }
    }

    private static INamedTypeSymbol? OutermostType(ISymbol? symbol)
    {
        symbol = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        if (symbol is null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol)
        {
            return null;
        }

        INamedTypeSymbol? type = symbol.OriginalDefinition as INamedTypeSymbol ?? symbol.OriginalDefinition.ContainingType;
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private string RoomOf(SyntaxTree tree, int depth)
    {
        string folder = Path.GetDirectoryName(Path.GetRelativePath(root, tree.FilePath))!;
        return string.Join('/', folder.Split(Path.DirectorySeparatorChar).Take(depth));
    }

    private static bool IsGeneratedInPart(SyntaxTree tree) => Names(tree).Any(name => name is "GeneratedRegex" or "JsonSerializable");

    private static bool HasContext(SyntaxTree tree) => Names(tree).Contains("JsonSerializable");

    private static IEnumerable<string> TypesOf(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<TypeDeclarationSyntax>().Select(type => type.Identifier.Text);

    private static IEnumerable<string> Names(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>().Select(attribute => attribute.Name.ToString());
}
