using NodaTime;

namespace ConflictModel.Interchange;

/// <summary>The values of one ACLED row, read once for whoever wants them: the model, a table, the rules.</summary>
/// <remarks>One object serves for all rows of a file: the next one changes it. A cell that says nothing is null, or 0 for a code.</remarks>
internal sealed class AcledRow
{
    private readonly CellMap<IncidentKind[]> kinds = new();
    private readonly CellMap<int> inters = new();
    private readonly CellMap<bool> interactions = new();

    public AcledColumns At { get; private set; } = new(ColumnSet.Empty);

    public LocalDate? Day { get; private set; }

    public int TimePrecision { get; private set; }

    public IncidentKind Kind { get; private set; }

    public int Inter1 { get; private set; }

    public int Inter2 { get; private set; }

    /// <summary>
    /// Whether actor1 attacked actor2. "The order of actors has no meaning in the ACLED dataset, barring cases of Violence against
    /// civilians, in which the target is always recorded as Actor 2" (codebook of 2024, event aggregation). A row whose actor1 is civilians
    /// obeys no such rule.
    /// </summary>
    public bool IsOneSided { get; private set; }

    /// <summary>
    /// Whether the dead are civilians: in violence against civilians "the perpetrator is assumed to be the only actor capable of using
    /// violence", and actor2 is civilians, as the codebook calls everyone killed unarmed.
    /// </summary>
    public bool AreDeadCivilians { get; private set; }

    public int GeoPrecision { get; private set; }

    public Coordinates? Point { get; private set; }

    public long? Fatalities { get; private set; }

    public void Bind(ColumnSet columns) => At = new(columns);

    /// <summary>
    /// Reads a row; false if it is malformed, which <see cref="Row.Fault"/> tells. Its id is left to whoever needs one
    /// (<see cref="RowValues.CheckId"/>).
    /// </summary>
    public bool Read(Row row)
    {
        Day = row.Day(At.Date);
        TimePrecision = row.Code(At.TimePrecision, 3, "time_precision");
        Inter1 = InterOf(row, At.One.Inter);
        Inter2 = InterOf(row, At.Two.Inter);
        Kind = KindOf(row);
        IsOneSided = TwoSides.IsAgainstCivilians(Kind) && !AreCivilians(row, At.One, Inter1);
        AreDeadCivilians = IsOneSided && AreCivilians(row, At.Two, Inter2);
        CheckInteraction(row);
        GeoPrecision = row.Code(At.GeoPrecision, 3, "geo_precision");
        Point = row.Point(At.Latitude, At.Longitude);
        Fatalities = row.Count(At.Fatalities);
        return row.Fault is null;
    }

    private IncidentKind KindOf(Row row)
    {
        if (row[At.Type].IsEmpty && row[At.SubType].IsEmpty)
        {
            return IncidentKind.Unknown;
        }

        if (!kinds.Key(row[At.Type]).And(row[At.SubType]).TryGet(out IncidentKind[] possible))
        {
            possible = AcledEvents.KindsOf(row.Text(At.Type), row.Text(At.SubType));
            kinds.Add(possible);
        }

        if (possible.Length == 0)
        {
            string type = row.Text(At.Type);
            bool known = AcledEvents.IsType(type);
            row.Fail(
                MalformationCode.UnknownCode,
                known ? $"'{row.Text(At.SubType)}' is not a sub_event_type of '{type}'." : $"'{type}' is not an event_type.",
                known ? At.SubType : At.Type);
            return IncidentKind.Unknown;
        }

        return possible.Length == 1 ? possible[0] : DemonstrationOf(row);
    }

    /// <summary>
    /// What <c>Riots/Protests</c> of before 2019 is: "riots" are the violent demonstrations and "protests" those "in which the participants
    /// do not engage in violence", whom the codes of the actors tell apart. Where no actor is either, it stays unknown which it was.
    /// </summary>
    private IncidentKind DemonstrationOf(Row row)
    {
        bool Has(int inter, ReadOnlySpan<byte> name) => Inter1 == inter || Inter2 == inter
            || (Inter1 == 0 && row[At.One.Actor].StartsWith(name)) || (Inter2 == 0 && row[At.Two.Actor].StartsWith(name));
        return Has(AcledCodes.Rioters, "Rioters ("u8) ? IncidentKind.Riot
            : Has(AcledCodes.Protesters, "Protesters ("u8) ? IncidentKind.Protest
            : IncidentKind.Unknown;
    }

    private int InterOf(Row row, int index)
    {
        if (row[index].IsEmpty)
        {
            return 0;
        }

        if (!inters.Key(row[index]).TryGet(out int inter))
        {
            inter = AcledCodes.InterOf(row.Text(index));
            inters.Add(inter);
        }

        if (inter < 0)
        {
            row.Fail(
                MalformationCode.UnknownCode,
                $"'{row.Text(index)}' is not a code of an actor; valid codes are 0 to 8 and their names, such as 'Rebel group'.",
                index);
        }

        return inter;
    }

    private static bool AreCivilians(Row row, AcledColumns.Party at, int inter) =>
        inter == AcledCodes.Civilians || (inter == 0 && row[at.Actor].StartsWith("Civilians ("u8));

    private void CheckInteraction(Row row)
    {
        if (row[At.Interaction].IsEmpty)
        {
            return;
        }

        if (!interactions.Key(row[At.Interaction]).TryGet(out bool valid))
        {
            valid = AcledCodes.IsInteraction(row.Text(At.Interaction));
            interactions.Add(valid);
        }

        if (!valid)
        {
            row.Fail(MalformationCode.UnknownCode, $"'{row.Text(At.Interaction)}' is not an interaction.", At.Interaction);
        }
    }
}
