namespace ConflictModel.Interchange;

/// <summary>The name of the source whom the list carries: a source local to the list.</summary>
internal sealed class SourceCell(RowReading reading, Source list) : PersonCell
{
    private readonly Dictionary<string, Citation> known = new(StringComparer.Ordinal);

    public override CellReading Read(Row row, int at, PersonDraft draft)
    {
        string name = row.Text(at);
        if (!known.TryGetValue(name, out Citation? citation))
        {
            var source = new Source { Id = SourceId.From(LocalId.Of(list.Id.Value + "-source:", name)), Name = name };
            reading.Glossary.Add(source);
            citation = new() { Source = source.Id, Via = list.Id };
            known.Add(name, citation);
        }

        draft.Citations = [citation];
        return CellReading.Same;
    }

    public override string Write(Person person)
    {
        if (person.Citations.IsEmpty || person.Citations[0].Source == list.Id)
        {
            return "";
        }

        SourceId source = person.Citations[0].Source;
        return reading.Glossary.Find(source)?.Name.ToString() ?? source.Value;
    }
}
