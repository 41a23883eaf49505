using ConflictModel.Hierarchies;
using ConflictModel.Time;
using NodaTime;

namespace ConflictModel.Aggregation;

/// <summary>Declares affiliations, whose dates may be uncertain, in a table that is being built.</summary>
internal sealed class AffiliationTabulator(IncidentTableBuilder builder)
{
    /// <summary>Declares the days on which a link may hold, and those on which it does.</summary>
    public void Declare(Affiliation affiliation)
    {
        LinkPeriod period = LinkPeriod.Of(affiliation.Period);
        (LocalDate? from, LocalDate? to) = (period.Start.Earliest, period.End.Latest);
        if (IsSome(from, to))
        {
            builder.DeclareDoubtfulAffiliation(affiliation.Actor, affiliation.To, InTables(from), to);
        }

        (from, to) = (period.Start.Latest, period.End.Earliest);
        bool hasBegun = from is not null || period.Start.Kind == DateEndKind.Open;
        bool goesOn = to is not null || period.End.Kind == DateEndKind.Open;
        if (hasBegun && goesOn && IsSome(from, to))
        {
            builder.DeclareAffiliation(affiliation.Actor, affiliation.To, InTables(from), to);
        }
    }

    /// <summary>Whether there are days from one to another that a table can hold; null is no limit.</summary>
    private static bool IsSome(LocalDate? from, LocalDate? to) => !(to < from) && !(to?.Year < 1);

    private static LocalDate? InTables(LocalDate? from) => from?.Year < 1 ? null : from;
}
