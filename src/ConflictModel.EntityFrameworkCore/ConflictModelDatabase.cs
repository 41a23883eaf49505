using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using NodaTime;

namespace ConflictModel.EntityFrameworkCore;

/// <summary>
/// Values of ConflictModel as properties of entities in a database: <c>UseConflictModel()</c> on the options and on the model's
/// conventions, and dates that can be asked for.
/// </summary>
/// <remarks>Both calls belong together: the conventions make the columns of days, the options keep them in step and ask for them.</remarks>
public static class ConflictModelDatabase
{
    /// <summary>Keeps the days of dates in step with the dates on every save, and translates <c>WhereWithin</c>.</summary>
    /// <remarks>Updates in bulk (<c>ExecuteUpdate</c>) and SQL of your own pass no save: they set the days themselves.</remarks>
    public static DbContextOptionsBuilder UseConflictModel(this DbContextOptionsBuilder options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddInterceptors(DayKeeper.Instance, WithinTranslator.Instance);
    }

    /// <inheritdoc cref="UseConflictModel(DbContextOptionsBuilder)"/>
    public static DbContextOptionsBuilder<TContext> UseConflictModel<TContext>(this DbContextOptionsBuilder<TContext> options)
        where TContext : DbContext
    {
        UseConflictModel((DbContextOptionsBuilder)options);
        return options;
    }

    /// <summary>Maps every value and record of ConflictModel wherever an entity has it as a property.</summary>
    /// <remarks>
    /// <para>
    /// An id is text of at most 200 characters, an enumeration the text of <see cref="JsonName"/>, an estimate three nullable numbers and
    /// its words, a date its EDTF text, a reported date that and its words; any other value, a record or a list of them is JSON as in a
    /// file.
    /// </para>
    /// <para>
    /// Beside each date stand two nullable columns of days, <c>{property}_Earliest</c> and <c>{property}_Latest</c>, which can have an
    /// index. They are shadow properties of the entity. Null is an end that is open, unknown, or outside the years 1 to 9999.
    /// </para>
    /// <para>The model throws an <see cref="InvalidOperationException"/> when it is made if its context's options don't use it too.</para>
    /// </remarks>
    public static ModelConfigurationBuilder UseConflictModel(this ModelConfigurationBuilder configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Columns.Configure(configuration);
        configuration.Conventions.Add(_ => new EstimateConvention());
        configuration.Conventions.Add(services => new DayConvention((IDbContextOptions)services.GetService(typeof(IDbContextOptions))!));
        return configuration;
    }

    /// <summary>Those whose date is certainly within a period, or by another answer.</summary>
    /// <remarks>
    /// Of each record one answer holds: yes if its earliest and latest day both lie within the period, no if none of its days can, and
    /// otherwise unknown, as it is for a record without a date. Yes is exactly where <see cref="UncertainDate.During"/> says it of the
    /// period; the answer is no only where <see cref="UncertainDate.Overlaps"/> says so. An end that is open or unknown is never within.
    /// It needs <c>UseConflictModel()</c> on the options; without a database it goes by the dates themselves. It is not translated within
    /// a lambda of another query.
    /// </remarks>
    /// <typeparam name="T">The entity.</typeparam>
    /// <param name="source">The entities.</param>
    /// <param name="date">The property: an <see cref="UncertainDate"/> or a <see cref="ReportedDate"/>, which may be null.</param>
    /// <param name="from">The first day of the period.</param>
    /// <param name="to">The last day, which belongs to it.</param>
    /// <param name="answer">The answer: yes, unknown for those that may be within, or no.</param>
    /// <exception cref="ArgumentException">The period ends before it begins.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period begins before the year 1, or <paramref name="answer"/> is none.</exception>
    public static IQueryable<T> WhereWithin<T>(
        this IQueryable<T> source, Expression<Func<T, ReportedDate?>> date, LocalDate from, LocalDate to, Truth answer = Truth.Yes)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(date);
        (from, to) = (from.WithCalendar(CalendarSystem.Iso), to.WithCalendar(CalendarSystem.Iso));
        if (to < from)
        {
            throw new ArgumentException("The period ends before it begins.", nameof(to));
        }

        if (!Enum.IsDefined(answer))
        {
            throw new ArgumentOutOfRangeException(nameof(answer), answer, "None of the answers.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(from.Year, 1, nameof(from));
        return source.Where(Within.Ask(date, from.ToDateOnly(), to.ToDateOnly(), answer));
    }
}
