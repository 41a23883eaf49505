namespace ConflictModel.Tool.Commands;

/// <summary>What the command's exit code says.</summary>
internal static class ExitCodes
{
    /// <summary>Fine; warnings and information included.</summary>
    public const int Fine = 0;

    /// <summary>The data was read and something in it can't be true.</summary>
    public const int Findings = 1;

    /// <summary>Bad usage, or input that can't be read.</summary>
    public const int Unusable = 2;

    /// <summary>Stopped from outside, by Ctrl-C.</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped from outside, by a signal to terminate.</summary>
    public const int Terminated = 143;
}
