namespace ConflictModel;

/// <summary>One column of an original row: its name and its text.</summary>
/// <remarks>Equality is that of both texts, ordinal.</remarks>
/// <param name="Name">The column's name in its format.</param>
/// <param name="Text">The cell as it was written.</param>
public readonly partial record struct OriginalColumn(string Name, string Text);
