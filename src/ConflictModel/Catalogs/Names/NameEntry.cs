namespace ConflictModel.Catalogs;

/// <summary>One name of one thing, as an index takes it in.</summary>
/// <remarks>A class, as all that passes through generic code on the way to the first answer: the runtime has that code compiled for
/// classes.</remarks>
/// <param name="Item">The thing.</param>
/// <param name="Id">Its id, which settles ties.</param>
/// <param name="Level">Its level: 0 is the highest.</param>
/// <param name="Text">The name.</param>
/// <param name="Language">The name's language; empty for a code.</param>
/// <param name="Rule">What the name is to it: a name, an alias, a code or a loose use.</param>
/// <param name="Country">The id of the country that it lies in; null if it lies in none or that is not known.</param>
internal sealed record NameEntry<T>(T Item, string Id, int Level, string Text, string Language, NameRule Rule, string? Country = null)
    where T : class;
