namespace ConflictModel.Interchange;

/// <summary>What the rows of a group have in common beside the time bucket that the table knows.</summary>
/// <param name="Texts">The text and the name of each key that is no time.</param>
/// <param name="Crossing">The month or year, where weeks are asked for as well.</param>
/// <param name="HasDay">Whether their day is known.</param>
/// <param name="Stated">Which figures they give, as <see cref="FigureLanes.StatedIn"/> has it: a sum of none is unknown, not zero.</param>
internal sealed record GroupLabel(ValueList<string> Texts, string Crossing, bool HasDay, int Stated);
