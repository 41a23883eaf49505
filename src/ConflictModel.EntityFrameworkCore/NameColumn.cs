using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ConflictModel.EntityFrameworkCore;

/// <summary>A member of an enumeration as the name that it has in files.</summary>
internal sealed class NameColumn<T>() : ValueConverter<T, string>(member => JsonName.Of(member), name => Of(name))
    where T : struct, Enum
{
    private static T Of(string name) => JsonName.TryParse(name, out T member)
        ? member
        : throw new FormatException($"'{name}' is no {typeof(T).Name}.");
}
