using System.Text.Json;

namespace ConflictModel;

/// <summary>A record of a data set or of a revision log: what <see cref="RecordConverter{T}"/> reads and writes as a JSON object.</summary>
/// <remarks>Only the library's own records are such: their members are those of a file format's schema.</remarks>
/// <typeparam name="TSelf">The record type itself.</typeparam>
public interface IRecord<TSelf>
    where TSelf : IRecord<TSelf>
{
    /// <summary>Reads the members of an object, after its opening brace and up to its closing one.</summary>
    internal static abstract TSelf Read(ref Utf8JsonReader json, MemberReader members);

    /// <summary>Shows each member, in the order of the file: the one list that writing, reading and everybody else goes by.</summary>
    internal static abstract void Show<TVisitor>(TSelf record, ref TVisitor members)
        where TVisitor : struct, IMemberVisitor;
}
