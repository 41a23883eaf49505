namespace ConflictModel;

/// <summary>One name of one thing, as an index takes it in.</summary>
/// <param name="Item">The thing.</param>
/// <param name="Id">Its id, which settles ties.</param>
/// <param name="Level">Its level: 0 is the highest.</param>
/// <param name="Text">The name.</param>
/// <param name="Language">The name's language; empty for a code.</param>
/// <param name="Rule">What the name is to it: a name, an alias, a code or a loose use.</param>
internal readonly record struct NameEntry<T>(T Item, string Id, int Level, string Text, string Language, NameRule Rule)
    where T : class;
