using ParquetSharp;

namespace ConflictModel.Parquet;

/// <summary>Open files that nobody reads just now: the latest of them, so that thousands of files do not all stay open.</summary>
internal sealed class IdleReaders : IDisposable
{
    private const int Most = 64;

    private readonly LinkedList<(PiecesFile File, ParquetFileReader Reader)> readers = [];

    /// <summary>A reader of a file, which is nobody else's until it is given back; null where there is none.</summary>
    public ParquetFileReader? Take(PiecesFile file)
    {
        lock (readers)
        {
            for (LinkedListNode<(PiecesFile File, ParquetFileReader Reader)>? node = readers.Last; node is not null; node = node.Previous)
            {
                if (node.Value.File == file)
                {
                    readers.Remove(node);
                    return node.Value.Reader;
                }
            }
        }

        return null;
    }

    /// <summary>Gives a reader back.</summary>
    public void Add(PiecesFile file, ParquetFileReader reader)
    {
        ParquetFileReader? oldest = null;
        lock (readers)
        {
            readers.AddLast((file, reader));
            if (readers.Count > Most)
            {
                oldest = readers.First!.Value.Reader;
                readers.RemoveFirst();
            }
        }

        oldest?.Dispose();
    }

    public void Dispose()
    {
        lock (readers)
        {
            foreach ((_, ParquetFileReader reader) in readers)
            {
                reader.Dispose();
            }

            readers.Clear();
        }
    }
}
