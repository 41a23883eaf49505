using System.Text;
using ConflictModel.Aggregation;

namespace ConflictModel.Interchange;

/// <summary>What a GED row says beside the model, for a table: the dyad, the conflict, and whether the dyad was active that year.</summary>
/// <remarks>The cells come from a row, or from those that a report keeps of it: they mean the same.</remarks>
internal static class GedKeys
{
    public static TableCode<DyadId> Dyad(IncidentTableBuilder builder, string id, string name)
    {
        TableCode<DyadId> code = builder.CodeOf(DyadId.From(LocalId.Of("", id)));
        builder.Call(code, id, name);
        return code;
    }

    public static TableCode<ConflictId> Conflict(IncidentTableBuilder builder, string id, string name)
    {
        TableCode<ConflictId> code = builder.CodeOf(ConflictId.From(LocalId.Of("", id)));
        builder.Call(code, id, name);
        return code;
    }

    public static Truth ActiveYear(bool? flag) => flag is { } active ? active ? Truth.Yes : Truth.No : Truth.Unknown;

    /// <summary>The row of an incident with what the kept cells of its report add to it.</summary>
    public static IncidentRow Completed(
        IncidentRow row, Incident incident, Original original, IncidentTableBuilder builder, Glossary glossary)
    {
        ValueList<OriginalColumn> cells = original.Columns;
        string? Kept(string column)
        {
            foreach (OriginalColumn cell in cells)
            {
                if (cell.Name.Equals(column, StringComparison.OrdinalIgnoreCase))
                {
                    return CellText.Said(cell.Text);
                }
            }

            return null;
        }

        string Side(string column, InvolvementRole role) =>
            Kept(column) ?? glossary.NamesOf([.. incident.Involvements.Where(i => i.Role == role).Select(i => i.Actor)], GedFormat.Joint);
        if (CellText.IdOf(Kept(GedColumns.DyadIdName) ?? "") is { Length: > 0 } dyad)
        {
            string name = Kept(GedColumns.DyadNameName)
                ?? GedDerived.DyadName(
                    Side(GedColumns.SideAName, InvolvementRole.SideA), Side(GedColumns.SideBName, InvolvementRole.SideB));
            row = row with { Dyad = Dyad(builder, dyad, name) };
        }

        if (CellText.IdOf(Kept(GedColumns.ConflictIdName) ?? "") is { Length: > 0 } conflict)
        {
            row = row with { Conflict = Conflict(builder, conflict, Kept(GedColumns.ConflictNameName) ?? "") };
        }

        Truth active = ActiveYear(CellText.Flag(Encoding.UTF8.GetBytes(Kept(GedColumns.ActiveYearName) ?? "")));
        return active == Truth.Unknown ? row : row with { ActiveYear = active };
    }
}
