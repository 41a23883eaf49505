using System.Linq.Expressions;
using System.Reflection;

namespace ConflictModel.EntityFrameworkCore;

/// <summary>The question whether a date is within a period, with its answer in memory. A database has it translated.</summary>
internal static class Within
{
    public static readonly MethodInfo Method = ((Func<ReportedDate?, DateOnly, DateOnly, Truth, bool>)Is).Method;

    /// <summary>The question as a condition of a query; the period becomes parameters of its SQL.</summary>
    public static Expression<Func<T, bool>> Ask<T>(Expression<Func<T, ReportedDate?>> date, DateOnly from, DateOnly to, Truth answer)
    {
        Expression period = Expression.Constant(new Period(from, to));
        return Expression.Lambda<Func<T, bool>>(
            Expression.Call(
                Method,
                date.Body,
                Expression.Property(period, nameof(Period.From)),
                Expression.Property(period, nameof(Period.To)),
                Expression.Constant(answer)),
            date.Parameters);
    }

    /// <summary>Whether this is the answer for a date.</summary>
    public static bool Is(ReportedDate? date, DateOnly from, DateOnly to, Truth answer)
    {
        (DateOnly? earliest, DateOnly? latest) = Days.Of(date?.Date);
        Truth found = latest < from || earliest > to ? Truth.No : earliest >= from && latest <= to ? Truth.Yes : Truth.Unknown;
        return found == answer;
    }

    private sealed record Period(DateOnly From, DateOnly To);
}
