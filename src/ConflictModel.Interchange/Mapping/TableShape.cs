namespace ConflictModel.Interchange;

/// <summary>What a table that is written is to look like, where the incidents don't say it.</summary>
/// <param name="Columns">The columns in their order; empty for the format's own.</param>
/// <param name="Tags">The row of tags under the column names, one a column; empty for none.</param>
/// <param name="Neutralises">Whether cells that a spreadsheet would run get an apostrophe before them.</param>
internal sealed record TableShape(ValueList<string> Columns, ValueList<string> Tags, bool Neutralises);
