using ConflictModel.Arithmetic;

namespace ConflictModel.Reconciliation;

/// <summary>What the reports of incidents list of their people, derived once for all the parts that it is held against.</summary>
internal sealed class IncidentListings(CategoryRelations relations, Lazy<VictimAnswer> victims, Harm harm)
{
    /// <summary>So many relations of parts to forms are kept, in some 200 MB: where hardly any form recurs there is nothing to be gained.
    /// </summary>
    private const int MostKept = 1 << 20;

    private readonly Dictionary<Incident, Listed[]> listed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<BreakdownForm.Key, BreakdownForm> forms = [];
    private readonly Dictionary<BreakdownForm.PartKey, int> numbers = [];
    private readonly Dictionary<(BreakdownForm Form, int Part), BreakdownForm.Relation> known = [];

    /// <summary>What each report of an incident that counts the harm lists.</summary>
    public Listed[] Of(Incident incident)
    {
        if (!listed.TryGetValue(incident, out Listed[]? all))
        {
            listed.Add(incident, all =
            [
                .. incident.Reports.Select(report => report.Casualties?[harm]).OfType<Toll>()
                    .Select(toll => Of(toll.Derive(relations.At(incident.Date)).Whole)),
            ]);
        }

        return all;
    }

    /// <summary>Whether any report of an incident lists parts on an axis; of one that lists none, as many may be of each part.</summary>
    public bool ListAny(Incident incident, Axis axis) =>
        Array.Exists(Of(incident), report => Array.Exists(report.Breakdowns, breakdown => breakdown.Form.By == axis));

    /// <summary>A number for what a part says on an axis: parts that say the same have the same.</summary>
    public int NumberOf(Axis axis, Part part)
    {
        var key = BreakdownForm.PartKey.Of(axis, part);
        if (!numbers.TryGetValue(key, out int number))
        {
            numbers.Add(key, number = numbers.Count);
        }

        return number;
    }

    /// <summary>How a part of a tally lies to the parts of a form.</summary>
    /// <param name="form">The form, along the part's axis.</param>
    /// <param name="part">The part.</param>
    /// <param name="number">Its number.</param>
    public BreakdownForm.Relation Between(BreakdownForm form, Part part, int number)
    {
        if (!known.TryGetValue((form, number), out BreakdownForm.Relation? relation))
        {
            relation = form.To(part);
            if (known.Count < MostKept)
            {
                known.Add((form, number), relation);
            }
        }

        return relation;
    }

    private Listed Of(DerivedFigure whole) => new(
        whole.Bounds.Upper,
        [.. whole.Breakdowns.Select(one => (FormOf(one.Breakdown), one.Parts.Select(part => part.Bounds).ToArray()))]);

    private BreakdownForm FormOf(Breakdown breakdown)
    {
        var key = BreakdownForm.Key.Of(breakdown);
        if (!forms.TryGetValue(key, out BreakdownForm? form))
        {
            forms.Add(key, form = new(breakdown, relations, victims));
        }

        return form;
    }

    /// <summary>What one report lists.</summary>
    /// <param name="Most">The most that it leaves open for its whole; null if without limit.</param>
    /// <param name="Breakdowns">Its breakdowns of the whole, with the figures of their parts.</param>
    public sealed record Listed(long? Most, (BreakdownForm Form, Bounds[] Figures)[] Breakdowns);
}
