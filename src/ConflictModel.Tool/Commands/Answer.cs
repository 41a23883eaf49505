using ConflictModel.Catalogs;

namespace ConflictModel.Tool.Commands;

/// <summary>What a text names: one thing, the members of a coalition, several candidates, or nothing.</summary>
internal sealed record Answer<T>(string Result, ValueList<NameMatch<T>> Matches, ValueList<NameMatch<T>> NearMisses)
    where T : class
{
    /// <summary>
    /// The answer that the answers for the members of a name make together: a coalition matches if each of its members does.
    /// </summary>
    public static Answer<T> Of(ValueList<NameAnswer<T>> members)
    {
        string result =
            members.IsEmpty || members.Any(member => member.IsUnknown) ? "none" :
            members.Any(member => member.IsAmbiguous) ? "ambiguous" : "match";
        return new(
            result,
            result == "none" ? default : members.SelectMany(member => member.Matches).ToValueList(),
            members.SelectMany(member => member.NearMisses).ToValueList());
    }
}
