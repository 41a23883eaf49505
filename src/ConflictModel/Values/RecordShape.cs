using System.Text;
using System.Text.Json;

namespace ConflictModel;

/// <summary>The members of a record, in the order of the file.</summary>
internal static class RecordShape<T>
    where T : IRecord<T>
{
    public static readonly RecordMember[] Members = Describe();

    private static RecordMember[] Describe()
    {
        // A reader of nothing reads a record of nothing, and that shows its members.
        var nothing = default(Utf8JsonReader);
        var list = new Lister { Members = [] };
        T.Show(T.Read(ref nothing, new MemberReader([])), ref list);
        return [.. list.Members];
    }

    private readonly struct Lister : IMemberVisitor
    {
        public required List<RecordMember> Members { get; init; }

        public void Required<TMember>(string name, TMember value)
            where TMember : notnull =>
            Members.Add(new(name, Encoding.UTF8.GetBytes(name), IsRequired: true, Json<TMember>.Converter));

        public void RequiredOrNull<TMember>(string name, TMember? value)
            where TMember : struct =>
            Members.Add(new(name, Encoding.UTF8.GetBytes(name), IsRequired: true, Json<TMember>.Converter, MayBeNull: true));

        public void Optional<TMember>(string name, TMember? value) =>
            Members.Add(new(name, Encoding.UTF8.GetBytes(name), IsRequired: false, Json<TMember>.Converter));

        public void Optional<TMember>(string name, TMember? value)
            where TMember : struct =>
            Members.Add(new(name, Encoding.UTF8.GetBytes(name), IsRequired: false, Json<TMember>.Converter));

        public void ReadOnly(string name) => Members.Add(new(name, Encoding.UTF8.GetBytes(name), IsRequired: false, null));
    }
}
