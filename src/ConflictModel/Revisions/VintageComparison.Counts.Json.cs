using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Revisions;

public sealed partial class VintageComparison
{
    [JsonConverter(typeof(RecordConverter<Counts>))]
    public readonly partial record struct Counts : IRecord<Counts>
    {
        static Counts IRecord<Counts>.Read(ref Utf8JsonReader json, MemberReader members)
        {
            (long old, long added, long removed, long revised, long unchanged, long became) = (0, 0, 0, 0, 0, 0);
            while (members.Next(ref json) is { } member)
            {
                long count = Json.Read<long>(ref json);
                switch (member)
                {
                    case "old":
                        old = count;
                        break;
                    case "added":
                        added = count;
                        break;
                    case "removed":
                        removed = count;
                        break;
                    case "revised":
                        revised = count;
                        break;
                    case "unchanged":
                        unchanged = count;
                        break;
                    case "new":
                        became = count;
                        break;
                }
            }

            bool areCounts = long.Min(long.Min(old, added), long.Min(removed, revised)) >= 0 && unchanged >= 0;
            return areCounts && (Int128)old - removed - revised == unchanged && (Int128)old - removed + added == became
                ? new(old, added, removed, revised)
                : throw new JsonException("These records don't add up: old - removed - revised = unchanged, old - removed + added = new.");
        }

        static void IRecord<Counts>.Show<TVisitor>(Counts record, ref TVisitor members)
        {
            members.Required("old", record.Old);
            members.Required("added", record.Added);
            members.Required("removed", record.Removed);
            members.Required("revised", record.Revised);
            members.Required("unchanged", record.Unchanged);
            members.Required("new", record.New);
        }
    }
}
