namespace ConflictModel.Hierarchies;

/// <summary>A statement about who holds an area, as an answer about a place and a day.</summary>
/// <param name="Control">The statement, with its source.</param>
/// <param name="Covers">
/// Whether its areas are the place, lie within it or hold it (yes), or only overlap it (unknown). Who holds an area "in part" may hold none
/// of
/// a place within it: the statement bears on the place, and says no more.
/// </param>
/// <param name="Holds">Whether the time that it speaks of certainly includes the day, or its date leaves that open.</param>
public readonly record struct ControlStatement(Control Control, Truth Covers, Truth Holds);
