using System.Globalization;

namespace ConflictModel.Interchange;

/// <summary>Everything that an incident says, field by field, as pointers and text.</summary>
internal sealed class IncidentFields
{
    private readonly List<(JsonPointer Field, string Text)> fields = [];

    private IncidentFields()
    {
    }

    public static List<(JsonPointer Field, string Text)> Of(Incident incident)
    {
        var all = new IncidentFields();
        JsonPointer root = JsonPointer.Root;
        all.Add(root, "id", incident.Id.Value);
        all.Add(root, "kind", incident.Kind.ToString());
        all.Add(root, "date", incident.Date.Date.ToString());
        all.Add(root, "dateWording", incident.Date.Wording);
        all.AddPlace(root.Member("place"), incident.Place);
        all.Add(root, "description", incident.Description);
        all.Each(root, "involvements", incident.Involvements, static (all, at, item) =>
        {
            all.Add(at, "actor", item.Actor.Value);
            all.Add(at, "role", item.Role.ToString());
        });
        all.Each(root, "attributions", incident.Attributions, static (all, at, item) =>
        {
            all.Each(at, "actors", item.Actors, static (all, at, actor) => all.Add(at, actor.Value));
            all.Add(at, "status", item.Status.ToString());
            all.AddCitation(at.Member("citation"), item.Citation);
        });
        all.Each(root, "sameAs", incident.SameAs, static (all, at, item) => all.Add(at, item.Value));
        all.Each(root, "reports", incident.Reports, static (all, at, item) => all.AddReport(at, item));
        all.AddExternalIds(root, incident.ExternalIds);
        all.Add(root, "extensions", incident.Extensions.Json);
        return all.fields;
    }

    private void AddPlace(JsonPointer at, Place? place)
    {
        if (place is null)
        {
            return;
        }

        Each(at, "regions", place.Regions, static (all, at, item) => all.Add(at, item.Value));
        Add(at, "precision", place.Precision == PlacePrecision.Unknown ? null : place.Precision.ToString());
        Add(at, "coordinates", place.Coordinates?.ToString());
        Add(at, "wording", place.Wording);
    }

    private void AddCitation(JsonPointer at, Citation? citation)
    {
        if (citation is null)
        {
            return;
        }

        Add(at, "source", citation.Source.Value);
        Add(at, "via", citation.Via?.Value);
        Add(at, "published", citation.Published?.ToString());
        Add(at, "title", citation.Title);
        Add(at, "url", citation.Url);
    }

    private void AddReport(JsonPointer at, Report report)
    {
        AddCitation(at.Member("citation"), report.Citation);
        if (report.Grade is { } grade)
        {
            Add(at.Member("grade"), "scheme", grade.Scheme);
            Add(at.Member("grade"), "value", grade.Value);
        }

        if (report.Basis is { } basis)
        {
            Add(at.Member("basis"), "kind", basis.Kind.ToString());
            Add(at.Member("basis"), "level", basis.Level?.ToString(CultureInfo.InvariantCulture));
            Add(at.Member("basis"), "note", basis.Note);
        }

        foreach (KeyValuePair<Harm, Toll> toll in report.Casualties?.Tolls() ?? [])
        {
            AddToll(at.Member("casualties").Member(CamelCase(toll.Key.ToString())), toll.Value);
        }

        Add(at, "note", report.Note);
        if (report.Original is { } original)
        {
            JsonPointer kept = at.Member("original");
            Add(kept, "format", original.Format);
            Add(kept, "vintage", original.Vintage);
            foreach (OriginalColumn column in original.Columns)
            {
                Add(kept.Member("columns"), column.Name, column.Text);
            }
        }

        Add(at, "extensions", report.Extensions.Json);
    }

    private void AddToll(JsonPointer at, Toll toll)
    {
        AddEstimate(at.Member("count"), toll.Count);
        AddEstimate(at.Member("operations"), toll.Operations);
        Each(at, "breakdowns", toll.Breakdowns, static (all, at, item) => all.AddBreakdown(at, item));
        Each(at, "beside", toll.Beside, static (all, at, item) => all.AddPart(at, item));
    }

    private void AddBreakdown(JsonPointer at, Breakdown breakdown)
    {
        Add(at, "by", breakdown.By.ToString());
        Add(at, "kind", breakdown.Kind.ToString());
        Add(at, "reading", breakdown.Reading == Reading.Stated ? null : breakdown.Reading.ToString());
        Add(at, "wording", breakdown.Wording);
        Add(at, "truncated", breakdown.Truncated ? "true" : null);
        Add(at, "operationsOverlap", breakdown.OperationsOverlap ? "true" : null);
        Each(at, "parts", breakdown.Parts, static (all, at, item) => all.AddPart(at, item));
    }

    private void AddPart(JsonPointer at, Part part)
    {
        if (part.Victims is { } victims)
        {
            JsonPointer who = at.Member("victims");
            Each(who, "actors", victims.Actors, static (all, at, item) => all.Add(at, item.Value));
            Add(who, "status", victims.Status == CivilianStatus.Unknown ? null : victims.Status.ToString());
            Add(who, "demographic", victims.Demographic == Demographic.Any ? null : victims.Demographic.ToString());
            Add(who, "role", victims.Role);
        }

        Each(at, "perpetrators", part.Perpetrators, static (all, at, item) => all.Add(at, item.Value));
        Add(at, "method", part.Method);
        Add(at, "region", part.Region?.Value);
        Add(at, "period", part.Period?.ToString());
        AddEstimate(at.Member("count"), part.Count);
        AddEstimate(at.Member("operations"), part.Operations);
        Add(at, "asWritten", part.AsWritten);
        Each(at, "breakdowns", part.Breakdowns, static (all, at, item) => all.AddBreakdown(at, item));
    }

    private void AddEstimate(JsonPointer at, Estimate estimate)
    {
        Add(at, "low", estimate.Low is null ? null : CellText.Of(estimate.Low));
        Add(at, "best", estimate.Best is null ? null : CellText.Of(estimate.Best));
        Add(at, "high", estimate.High is null ? null : CellText.Of(estimate.High));
        Add(at, "wording", estimate.Wording);
    }

    private void AddExternalIds(JsonPointer at, ValueList<ExternalId> ids) =>
        Each(at, "externalIds", ids, static (all, at, item) =>
        {
            all.Add(at, "scheme", item.Scheme);
            all.Add(at, "value", item.Value);
        });

    private void Each<T>(JsonPointer at, string name, ValueList<T> items, Action<IncidentFields, JsonPointer, T> add)
        where T : notnull
    {
        for (int i = 0; i < items.Count; i++)
        {
            add(this, at.Member(name).Item(i), items[i]);
        }
    }

    private void Add(JsonPointer at, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            fields.Add((at.Member(name), text));
        }
    }

    private void Add(JsonPointer at, string text) => fields.Add((at, text));

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
