namespace ConflictModel.Aggregation;

/// <summary>Questions to tables.</summary>
public static class TableQueries
{
    extension(IncidentTable self)
    {
        /// <summary>A query over all incidents: narrow it, choose keys and measures, and run it.</summary>
        public IncidentQuery Query() => new(self.Storage);
    }
}
