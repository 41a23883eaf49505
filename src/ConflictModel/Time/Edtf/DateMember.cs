namespace ConflictModel.Time;

/// <summary>A member of a set: a date (both ends the same), or a range of dates, open at one end perhaps.</summary>
internal readonly record struct DateMember(DateTerm From, DateTerm To)
{
    public bool IsRange => From.Bits != To.Bits || !ReferenceEquals(From.Wide, To.Wide);
}
