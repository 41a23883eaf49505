using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ConflictModel.EntityFrameworkCore;

/// <summary>Puts comparisons of the columns of days in place of the question whether a date is within a period.</summary>
internal sealed class WithinTranslator : IQueryExpressionInterceptor
{
    public static WithinTranslator Instance { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
        eventData.Context is { } context ? new Visitor(context.Model).Visit(queryExpression) : queryExpression;

    private sealed class Visitor(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method != Within.Method)
            {
                return base.VisitMethodCall(node);
            }

            (Expression entity, string name) = DateIn(node.Arguments[0]);
            Expression from = Expression.Convert(node.Arguments[1], typeof(DateOnly?));
            Expression to = Expression.Convert(node.Arguments[2], typeof(DateOnly?));
            Expression earliest = Day(entity, name + DayColumns.Earliest), latest = Day(entity, name + DayColumns.Latest);
            return (Truth)((ConstantExpression)node.Arguments[3]).Value! switch
            {
                Truth.Yes => Expression.AndAlso(
                    Expression.GreaterThanOrEqual(earliest, from), Expression.LessThanOrEqual(latest, to)),
                Truth.No => Expression.OrElse(Expression.LessThan(latest, from), Expression.GreaterThan(earliest, to)),

                // Neither: it may lie within as far as its ends are known, and one of them is not known or lies outside.
                _ => Expression.AndAlso(
                    Expression.AndAlso(
                        Expression.OrElse(IsNull(earliest), Expression.LessThanOrEqual(earliest, to)),
                        Expression.OrElse(IsNull(latest), Expression.GreaterThanOrEqual(latest, from))),
                    Expression.OrElse(
                        Expression.OrElse(IsNull(earliest), IsNull(latest)),
                        Expression.OrElse(Expression.LessThan(earliest, from), Expression.GreaterThan(latest, to)))),
            };
        }

        private static MethodCallExpression Day(Expression entity, string name) =>
            Expression.Call(typeof(EF), nameof(EF.Property), [typeof(DateOnly?)], entity, Expression.Constant(name));

        private static BinaryExpression IsNull(Expression day) => Expression.Equal(day, Expression.Constant(null, typeof(DateOnly?)));

        // The entity that has the columns, and what their names begin with.
        private (Expression Entity, string Name) DateIn(Expression date)
        {
            var names = new Stack<string>();
            for (Expression next = Plain(date); next is MemberExpression { Expression: { } owner } member; next = Plain(owner))
            {
                if (member.Expression.Type != typeof(ReportedDate) && Nullable.GetUnderlyingType(member.Expression.Type) is null)
                {
                    names.Push(member.Member.Name);
                }

                Expression entity = Plain(owner);
                string name = string.Join(DayColumns.Separator, names);
                if (TypeOf(entity) is { } type && type.FindProperty(name + DayColumns.Earliest) is not null)
                {
                    return (entity, name);
                }
            }

            throw new InvalidOperationException(
                $"'{date}' is no date of an entity that has columns of days. UseConflictModel() on the model's conventions makes them "
                + "for dates of entities and of their complex properties, but not for those in lists and in JSON.");
        }

        private IEntityType? TypeOf(Expression expression)
        {
            if (expression is MemberExpression { Expression: { } owner } member && TypeOf(Plain(owner)) is { } parent)
            {
                return parent.FindNavigation(member.Member.Name)?.TargetEntityType;
            }

            return model.FindEntityType(expression.Type) ?? model.FindEntityTypes(expression.Type).FirstOrDefault();
        }

        private static Expression Plain(Expression expression) =>
            expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert
            && (IsDate(convert.Type) || IsDate(convert.Operand.Type))
                ? Plain(convert.Operand)
                : expression;

        private static bool IsDate(Type type) =>
            (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(ReportedDate) || plain == typeof(UncertainDate));
    }
}
