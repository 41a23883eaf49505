using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace ConflictModel.Tool.Tests;

/// <summary>A pipe that is one of this process's standard streams until another one is.</summary>
internal sealed class StandardPipe : IDisposable
{
    private readonly byte[] end = Guid.NewGuid().ToByteArray();
    private readonly int descriptor;
    private readonly AnonymousPipeServerStream pipe;
    private readonly Task<byte[]> taken;

    private StandardPipe(int descriptor, PipeDirection direction, Func<StandardPipe, byte[]> work)
    {
        this.descriptor = descriptor;
        pipe = new(direction);
        _ = dup2((int)pipe.ClientSafePipeHandle.DangerousGetHandle(), descriptor);
        pipe.DisposeLocalCopyOfClientHandle();
        taken = Task.Run(() => work(this));
    }

    /// <summary>Standard input with all that there is to read.</summary>
    public static StandardPipe Giving(byte[] input) => new(0, PipeDirection.Out, pipe =>
    {
        try
        {
            pipe.pipe.Write(input);
            pipe.pipe.Dispose();
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException)
        {
            // The command stopped reading: it had seen enough.
        }

        return input;
    });

    /// <summary>Standard output (1) or standard error (2), whose content is kept.</summary>
    public static StandardPipe Taking(int descriptor) => new(descriptor, PipeDirection.In, pipe => pipe.Take());

    /// <summary>All that was written.</summary>
    public byte[] Taken()
    {
        // Whoever had the stream may still hold it open: what is written ends with a mark, and not with the stream.
        using Stream stream = descriptor == 1 ? Console.OpenStandardOutput() : Console.OpenStandardError();
        stream.Write(end);
        return taken.Result;
    }

    public void Dispose() => pipe.Dispose();

    private byte[] Take()
    {
        var all = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        while (!all.GetBuffer().AsSpan(0, (int)all.Length).EndsWith(end))
        {
            all.Write(buffer, 0, pipe.Read(buffer));
        }

        return all.GetBuffer()[..((int)all.Length - end.Length)];
    }

    [DllImport("libc")]
    private static extern int dup2(int descriptor, int other);
}
