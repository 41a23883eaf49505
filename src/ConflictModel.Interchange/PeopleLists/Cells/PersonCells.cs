namespace ConflictModel.Interchange;

/// <summary>The cells of a list's columns, as its mapping declares them.</summary>
/// <param name="mapping">The mapping.</param>
/// <param name="reading">Who knows names, and the names of what is read or written.</param>
/// <param name="order">What dates in numbers stand for; null if nobody said it.</param>
/// <param name="places">The columns that say where.</param>
internal sealed class PersonCells(PersonMapping mapping, RowReading reading, NumericDates? order, PlaceCells places)
{
    /// <summary>The cell of a column.</summary>
    public PersonCell Of(PersonColumn column) => column.Field switch
    {
        PersonField.Id => new IdCell(mapping.Prefix),
        PersonField.Name => TextCell.Name(column.Kind, column.Lang),
        PersonField.Harm => Word<Harm>(
            column, (draft, value) => draft.Harm = value, person => person.Harm, mapping.Harm ?? default, default),
        PersonField.Age => new AgeCell(),
        PersonField.AgeGroup => Word<AgeGroup>(column, (draft, value) => draft.AgeGroup = value, person => person.AgeGroup),
        PersonField.Sex => Word<SexAndAge>(
            column,
            (draft, value) => (draft.Sex, draft.AgeBySex) = value,
            person => new(
                person.Sex, person.AgeGroup == AgeGroup.Unknown || mapping.Has(PersonField.AgeGroup) ? default : person.AgeGroup)),
        PersonField.Status => Word<PersonStatus>(column, (draft, value) => draft.Status = value, person => person.Status),
        PersonField.Identification =>
            Word<Identification>(column, (draft, value) => draft.Identification = value, person => person.Identification),
        PersonField.MemberOf => new ActorCell(reading, mapping.Source.Id.Value),
        PersonField.Rank => new TextCell((draft, text) => draft.Rank = text, person => person.Rank),
        PersonField.Occupation => new TextCell((draft, text) => draft.Occupation = text, person => person.Occupation),
        PersonField.Born => new DateCell(order, isOfBirth: true, (draft, date) => draft.Born = date, person => person.Born),
        PersonField.Date => new DateCell(order, isOfBirth: false, (draft, date) => draft.Date = date, person => person.Date),
        PersonField.Country or PersonField.Governorate or PersonField.District or PersonField.SubDistrict or PersonField.Place
            or PersonField.Latitude or PersonField.Longitude => places.Part(column.Field),
        PersonField.Cause => Cause(column),
        PersonField.CauseWording => new TextCell((draft, text) => draft.CauseWording = text, person => person.CauseWording),
        PersonField.Directness => Word<Directness>(column, (draft, value) => draft.Directness = value, person => person.Directness),
        PersonField.Fate => Word<Fate>(column, (draft, value) => draft.Fate = value, person => person.Fate),
        PersonField.Whereabouts => new TextCell((draft, text) => draft.Whereabouts = text, person => person.Whereabouts),
        PersonField.Incident => new ReferenceCell<IncidentId>((draft, id) => draft.Incident = id, person => person.Incident),
        PersonField.Tally => new ReferenceCell<TallyId>((draft, id) => draft.Tally = id, person => person.Tally),
        PersonField.Source => new SourceCell(reading, mapping.Source),
        PersonField.Url => new TextCell(
            (draft, text) => draft.Url = text, person => person.Citations.IsEmpty ? null : person.Citations[0].Url),
        PersonField.Verification => Word<Verification>(column, (draft, value) => draft.Verification = value, person => person.Verification),
        PersonField.IndependentSources => new EstimateCell(),
        PersonField.Publication => Word<Publication>(
            column,
            (draft, value) => draft.Publication = value,
            person => person.Publication,
            mapping.Publication,
            Publication.Withheld),
        PersonField.WithheldBecause =>
            Word<WithholdingReason>(column, (draft, value) => draft.WithheldBecause = value, person => person.WithheldBecause),
        PersonField.Note => new TextCell((draft, text) => draft.Note = text, person => person.Note),
        PersonField.ExternalId => TextCell.ExternalId(column.Scheme!),
        _ => throw new NotSupportedException($"There is no cell for {column.Field}."),
    };

    private PersonCell Cause(PersonColumn column)
    {
        WordCell<Cause> word = Word<Cause>(column, (draft, value) => draft.Cause = value, person => person.Cause);
        return mapping.Has(PersonField.CauseWording) ? word : new CauseCell(word);
    }

    private static WordCell<T> Word<T>(
        PersonColumn column, Action<PersonDraft, T> set, Func<Person, T> get, T blank = default, T unread = default)
        where T : struct =>
        new((FieldWords<T>)FieldWords.Of(column.Field)!, column, blank, unread, set, get);
}
