using System.Reflection;
using System.Text.Json.Serialization;

namespace ConflictModel.Tests.Serialization;

/// <summary>What the records say of themselves to whoever reads and writes them.</summary>
internal static class Shapes
{
    /// <summary>The members of a record as its file has them, with those that are read and no longer written.</summary>
    public static RecordMember[] MembersOf(Type record) =>
        ((IRecordConverter)Activator.CreateInstance(record.GetCustomAttribute<JsonConverterAttribute>()!.ConverterType!)!).Members;
}
