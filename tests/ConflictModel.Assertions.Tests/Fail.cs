namespace ConflictModel.Assertions.Tests;

/// <summary>What an assertion says when it fails.</summary>
internal static class Fail
{
    /// <summary>The message; the test fails if the assertion holds.</summary>
    public static string MessageOf(Action assertion)
    {
        try
        {
            assertion();
        }
        catch (Exception failure) when (failure.GetType().Name is "AssertionFailedException" or "XunitException")
        {
            return failure.Message;
        }

        throw new InvalidOperationException("The assertion did not fail.");
    }
}
