using ConflictModel.Aggregation;

namespace ConflictModel.Tool.Commands;

/// <summary>What a published row says of an incident that the model has no member for, from the cells that its report keeps: dyad, conflict and active year.</summary>
internal sealed class PublishedKeys(IncidentTableBuilder builder)
{
    public IncidentRow Complete(Incident incident, IncidentRow row)
    {
        foreach (Report report in incident.Reports)
        {
            string dyad = Cell(report, "dyad_new_id");
            string conflict = Cell(report, "conflict_new_id");
            row = row with
            {
                Dyad = DyadId.TryParse(dyad, null, out DyadId pair) ? Called(builder.CodeOf(pair), dyad, Cell(report, "dyad_name")) : row.Dyad,
                Conflict = ConflictId.TryParse(conflict, null, out ConflictId fought) ? Called(builder.CodeOf(fought), conflict, Cell(report, "conflict_name")) : row.Conflict,
                ActiveYear = Cell(report, "active_year").ToLowerInvariant() switch { "1" or "true" => Truth.Yes, "0" or "false" => Truth.No, _ => row.ActiveYear },
            };
        }

        return row;
    }

    private static string Cell(Report report, string name)
    {
        foreach (OriginalColumn column in report.Original?.Columns ?? default)
        {
            if (column.Name == name)
            {
                return column.Text;
            }
        }

        return "";
    }

    private TableCode<DyadId> Called(TableCode<DyadId> code, string own, string name)
    {
        builder.Call(code, own, name);
        return code;
    }

    private TableCode<ConflictId> Called(TableCode<ConflictId> code, string own, string name)
    {
        builder.Call(code, own, name);
        return code;
    }
}
