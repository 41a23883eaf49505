namespace ConflictModel.Time;

/// <summary>How the offset of a time of day is written.</summary>
internal enum ShiftStyle
{
    None = 0,
    Utc = 1,
    Hours = 2,
    Minutes = 3,
}
