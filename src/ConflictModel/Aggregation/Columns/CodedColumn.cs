namespace ConflictModel.Aggregation;

/// <summary>A column of codes of some kind of id.</summary>
internal abstract class CodedColumn(Lazy<CodeColumn> codes)
{
    public CodeColumn Codes => codes.Value;

    /// <summary>The column of some of the rows, in that order; it is taken when it is asked for.</summary>
    public abstract CodedColumn Take(int[] rows);

    /// <summary>The column of no row.</summary>
    public abstract CodedColumn WithoutRows();
}

/// <summary>A column of codes with the ids that they stand for.</summary>
internal sealed class CodedColumn<TId>(Lazy<CodeColumn> codes, CodeBook<TId> book) : CodedColumn(codes)
    where TId : struct, IId<TId>
{
    public CodeBook<TId> Book => book;

    public override CodedColumn WithoutRows() => new CodedColumn<TId>(new Lazy<CodeColumn>(CodeColumn.Allocate(0, 0)), book);

    public override CodedColumn Take(int[] rows) => new CodedColumn<TId>(new Lazy<CodeColumn>(() => Codes.Take(rows)), book);
}

/// <summary>Collects a <see cref="CodedColumn{TId}"/>.</summary>
internal sealed class CodedColumnBuilder<TId>
    where TId : struct, IId<TId>
{
    public CodeColumnBuilder Codes { get; } = new();

    public CodeBook<TId> Book { get; } = new();

    public void Append(TableCode<TId> code) => Codes.Append(code.Ordinal);

    /// <summary>The column of all codes, of which a column was made.</summary>
    public CodedColumn<TId> ToColumn(Dictionary<CodeColumnBuilder, CodeColumn> made) => new(new Lazy<CodeColumn>(made[Codes]), new(Book));
}
