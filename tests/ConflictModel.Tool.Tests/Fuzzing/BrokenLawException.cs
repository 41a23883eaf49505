namespace ConflictModel.Tool.Tests.Fuzzing;

/// <summary>What was taken is not what it must be.</summary>
internal sealed class BrokenLawException(string law) : Exception(law);
