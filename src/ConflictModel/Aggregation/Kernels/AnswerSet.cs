using System.Runtime.Intrinsics;

namespace ConflictModel.Aggregation;

/// <summary>The answer of every code of a column, also as two bit sets where there are few enough for vectors.</summary>
internal sealed class AnswerSet
{
    /// <summary>How many codes the bit sets take: 32 words of 16 bits.</summary>
    private const int VectorCodes = 512;

    public AnswerSet(byte[] answers)
    {
        Answers = answers;
        if (answers.Length > VectorCodes)
        {
            return;
        }

        ushort[] yes = new ushort[Vector512<ushort>.Count];
        ushort[] any = new ushort[Vector512<ushort>.Count];
        for (int code = 0; code < answers.Length; code++)
        {
            yes[code >> 4] |= (ushort)((answers[code] >> 1) << (code & 15));
            any[code >> 4] |= (ushort)((answers[code] & 1) << (code & 15));
        }

        (HasWords, Yes, Any) = (true, Vector512.Create<ushort>(yes), Vector512.Create<ushort>(any));
    }

    public byte[] Answers { get; }

    /// <summary>Whether the bit sets hold all codes.</summary>
    public bool HasWords { get; }

    /// <summary>The codes whose answer is yes, sixteen a word.</summary>
    public Vector512<ushort> Yes { get; }

    /// <summary>The codes whose answer is yes or perhaps, sixteen a word.</summary>
    public Vector512<ushort> Any { get; }
}
