namespace ConflictModel.Matching;

/// <summary>How two names compare, what the words that agree weigh, and how many they are.</summary>
internal readonly record struct NameResult(Agreement Agreement, int Weight, int Parts);
