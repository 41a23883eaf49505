namespace ConflictModel.Tool.Output;

/// <summary>Says which output a failure is about, for the system names the temporary file or nothing.</summary>
internal sealed class NamedStream(string path, Stream target) : WrittenStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            target.Write(buffer);
        }
        catch (Exception error) when (OutputFile.IsRefusal(error))
        {
            throw OutputFile.Refused(path, error);
        }
    }

    public override void Flush()
    {
        try
        {
            target.Flush();
        }
        catch (Exception error) when (OutputFile.IsRefusal(error))
        {
            throw OutputFile.Refused(path, error);
        }
    }
}
