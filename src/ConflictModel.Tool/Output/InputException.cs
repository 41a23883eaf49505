namespace ConflictModel.Tool.Output;

/// <summary>Input that can't be used; its message is the one line that the person sees.</summary>
internal sealed class InputException(string message, Exception? inner = null) : Exception(message, inner);
