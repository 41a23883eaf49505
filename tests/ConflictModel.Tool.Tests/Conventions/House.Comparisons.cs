using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConflictModel.Tool.Tests.Conventions;

/// <content>Where values of an enum are compared or sorted by the order in which its members happen to stand.</content>
internal sealed partial class House
{
    /// <summary>Each comparison of enum values by their order, with its place. A cast to a number on the spot changes nothing.</summary>
    public IEnumerable<string> ComparisonsOfEnums => bound.Value.SelectMany(tree => tree.Comparisons);

    private IEnumerable<string> ComparisonsOfEnumsIn(SyntaxTree tree, SemanticModel model) =>
        from node in tree.GetRoot().DescendantNodes()
        where Compared(node, model).Any(HoldsEnum)
        select $"{Path.GetRelativePath(root, tree.FilePath)}:{tree.GetLineSpan(node.Span).StartLinePosition.Line + 1}: {node}";

    // The types of what a node compares.
    private static IEnumerable<ITypeSymbol?> Compared(SyntaxNode node, SemanticModel model) => node switch
    {
        BinaryExpressionSyntax binary when IsRelational(binary.OperatorToken) => [TypeOf(binary.Left, model), TypeOf(binary.Right, model)],
        RelationalPatternSyntax pattern => [TypeOf(pattern.Expression, model)],
        InvocationExpressionSyntax call when model.GetSymbolInfo(call).Symbol is IMethodSymbol method => Compared(call, method, model),
        _ => [],
    };

    private static IEnumerable<ITypeSymbol?> Compared(InvocationExpressionSyntax call, IMethodSymbol method, SemanticModel model) =>
        (method.ContainingType.Name, method.Name) switch
        {
            (_, nameof(IComparable.CompareTo)) when call.Expression is MemberAccessExpressionSyntax access =>
                [TypeOf(access.Expression, model)],
            (nameof(Math), nameof(Math.Max) or nameof(Math.Min) or nameof(Math.Clamp))
                or (nameof(ArgumentOutOfRangeException), _) or (nameof(Comparer<>), _) =>
                call.ArgumentList.Arguments.Select(argument => TypeOf(argument.Expression, model)),

            // The last type argument is that of the keys, or of the elements where there is no key.
            (nameof(Enumerable), "Order" or "OrderBy" or "OrderDescending" or "OrderByDescending" or "ThenBy" or "ThenByDescending"
                or "Max" or "MaxBy" or "Min" or "MinBy") => [method.TypeArguments.LastOrDefault()],
            _ => [],
        };

    private static bool IsRelational(SyntaxToken token) => token.Kind() is SyntaxKind.LessThanToken or SyntaxKind.LessThanEqualsToken
        or SyntaxKind.GreaterThanToken or SyntaxKind.GreaterThanEqualsToken;

    private static ITypeSymbol? TypeOf(ExpressionSyntax expression, SemanticModel model) => expression switch
    {
        ParenthesizedExpressionSyntax inner => TypeOf(inner.Expression, model),
        CastExpressionSyntax cast => TypeOf(cast.Expression, model),
        _ => model.GetTypeInfo(expression).Type,
    };

    // An enum, one that may be null, or a tuple with one among others.
    private static bool HoldsEnum(ITypeSymbol? type) => type is INamedTypeSymbol named
        && (named.TypeKind == TypeKind.Enum
            || (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && HoldsEnum(named.TypeArguments[0]))
            || (named.IsTupleType && named.TupleElements.Any(element => HoldsEnum(element.Type))));
}
