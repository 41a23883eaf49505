namespace ConflictModel.Aggregation;

/// <summary>What a key divides incidents by.</summary>
internal enum KeyKind
{
    FirstSide,
    SecondSide,
    Region,
    Kind,
    Source,
    Dyad,
    Label,
    Year,
    Month,
    Week,
    Day,
}
