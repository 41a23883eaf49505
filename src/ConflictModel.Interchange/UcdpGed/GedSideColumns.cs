namespace ConflictModel.Interchange;

/// <summary>Where the columns of one side stand.</summary>
internal sealed class GedSideColumns(Func<string, int> find, string side, string gwno, string deaths)
{
    public int DatasetId { get; } = find(side + "_dset_id");

    public int Id { get; } = find(side + "_new_id");

    public int Name { get; } = find(side);

    public int Gwno { get; } = find(gwno);

    public int Deaths { get; } = find(deaths);
}
