namespace ConflictModel.Tool.Tests.Fuzzing;

/// <summary>A member that takes what strangers write.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Inputs">How many inputs a run of the tests gives it; slow ones get fewer.</param>
/// <param name="Throws">The exceptions by which it may refuse an input.</param>
/// <param name="Seeds">Inputs of which others are made.</param>
/// <param name="Take">Gives it an input, and checks what it makes of it. False if it was refused by an answer.</param>
internal sealed record EntryPoint(string Name, int Inputs, Type[] Throws, byte[][] Seeds, Func<byte[], bool> Take)
{
    /// <summary>The input of a number: first the seeds as they are, then what chance makes of them.</summary>
    public byte[] Input(ulong seed, long number) =>
        number < Seeds.Length ? Seeds[number] : Mutator.Mutate(new Chance(seed, Name, number), Seeds);
}
