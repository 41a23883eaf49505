using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ConflictModel.EntityFrameworkCore;

/// <summary>An id as its text.</summary>
internal sealed class IdColumn<T>() : ValueConverter<T, string>(id => TextOf(id), text => Of(text))
    where T : struct, IId<T>
{
    private static string TextOf(T id) => id.Value.Length > 0
        ? id.Value
        : throw new InvalidOperationException(
            $"An id that is none ({typeof(T).Name}) can't be saved: its text is empty. Where there may be none, the property is nullable.");

    private static T Of(string text) => T.From(text);
}
