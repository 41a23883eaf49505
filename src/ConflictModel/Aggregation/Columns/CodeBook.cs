namespace ConflictModel.Aggregation;

/// <summary>The ids of one kind that a table knows, numbered from 1; 0 is "not stated".</summary>
internal sealed class CodeBook<TId>
    where TId : struct, IId<TId>
{
    private TId[] ids = new TId[1];
    private readonly Dictionary<TId, int> ordinals = [];
    private readonly Dictionary<int, (string Own, string Name)> names = [];
    private readonly Dictionary<int, LocalizedText> texts = [];

    public CodeBook()
    {
    }

    /// <summary>A copy that later additions do not reach.</summary>
    public CodeBook(CodeBook<TId> other)
    {
        // A table is asked by few keys: most books are empty.
        if (other.Size > 1)
        {
            Size = other.Size;
            ids = other.ids[..Size];
            ordinals = new(other.ordinals);
            names = new(other.names);
            texts = new(other.texts);
        }
    }

    /// <summary>One more than the largest ordinal: the length of a table indexed by code.</summary>
    public int Size { get; private set; } = 1;

    /// <summary>All ids in the order of their ordinals, from 1, each with what the source writes for it and the name it gives.</summary>
    public IEnumerable<(TId Id, string Own, string Name)> Entries =>
        ids[1..Size].Select((id, i) =>
            names.TryGetValue(i + 1, out (string Own, string Name) said) ? (id, said.Own, said.Name) : (id, id.Value, ""));

    public ReadOnlySpan<TId> Stated => ids.AsSpan(1, Size - 1);

    public TId this[int ordinal] => ids[ordinal];

    public TableCode<TId> Add(TId id)
    {
        if (id.Value.Length == 0)
        {
            return default;
        }

        if (!ordinals.TryGetValue(id, out int ordinal))
        {
            if (Size == ids.Length)
            {
                Array.Resize(ref ids, Math.Max(4, 2 * Size));
            }

            ordinal = Size++;
            ids[ordinal] = id;
            ordinals.Add(id, ordinal);
        }

        return new(ordinal);
    }

    /// <summary>Keeps what the source writes for an id, and the name it gives; the first that is said stands.</summary>
    public void Call(TableCode<TId> code, string own, string name, string parameter)
    {
        if (Check(code, parameter) != 0)
        {
            names.TryAdd(code.Ordinal, (own, name));
        }
    }

    /// <summary>Keeps the names of an id by language; what is said first stands.</summary>
    public void Call(TableCode<TId> code, LocalizedText name, string parameter)
    {
        if (Check(code, parameter) != 0)
        {
            texts.TryAdd(code.Ordinal, name);
        }
    }

    /// <summary>The names of an id by language; none where nothing was said, or but one in no language.</summary>
    public LocalizedText TextsOf(TId id) =>
        ordinals.TryGetValue(id, out int ordinal) && texts.TryGetValue(ordinal, out LocalizedText said) ? said : default;

    /// <summary>
    /// What the source writes for an id, and the name it gives; the id itself and no name where nothing was said, and null for an id that
    /// is not here.
    /// </summary>
    public (string Own, string Name)? NamesOf(TId id) =>
        ordinals.TryGetValue(id, out int ordinal)
            ? names.TryGetValue(ordinal, out (string Own, string Name) said) ? said : (id.Value, "")
            : null;

    public bool TryFind(TId id, out int ordinal) => ordinals.TryGetValue(id, out ordinal);

    /// <summary>The ordinal of an id that a query names; a typing error is told at once and not answered with nothing.</summary>
    public int Find(TId id, string parameter) =>
        ordinals.TryGetValue(id, out int ordinal)
            ? ordinal
            : throw new ArgumentException($"The table has no {typeof(TId).Name} '{id.Value}'.", parameter);

    public int Check(TableCode<TId> code, string parameter) =>
        (uint)code.Ordinal < (uint)Size
            ? code.Ordinal
            : throw new ArgumentException($"The code {code} is not one of this builder's codes of {typeof(TId).Name}.", parameter);
}
