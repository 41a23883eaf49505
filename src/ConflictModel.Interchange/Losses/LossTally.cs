namespace ConflictModel.Interchange;

/// <summary>Counts losses by field.</summary>
internal sealed class LossTally
{
    private readonly SortedDictionary<string, (long Dropped, long Changed)> fields = new(StringComparer.Ordinal);

    public ValueList<FieldLoss> Fields => fields.Select(f => new FieldLoss(f.Key, f.Value.Dropped, f.Value.Changed)).ToValueList();

    public void Add(Loss loss)
    {
        string[] steps = loss.Field.ToString().Split('/');
        for (int i = 0; i < steps.Length; i++)
        {
            steps[i] = CellText.IsPlain(steps[i]) ? "*" : steps[i];
        }

        string field = (loss.Person is null ? "" : "/people/*") + string.Join('/', steps);
        (long dropped, long changed) = fields.GetValueOrDefault(field);
        fields[field] = loss.IsDropped ? (dropped + 1, changed) : (dropped, changed + 1);
    }
}
