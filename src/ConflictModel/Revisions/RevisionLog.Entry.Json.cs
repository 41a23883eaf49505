using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Revisions;

public sealed partial record RevisionLog
{
    [JsonConverter(typeof(RecordConverter<Entry>))]
    public sealed partial record Entry : IRecord<Entry>
    {
        /// <summary>A record whose members an object initializer sets.</summary>
        public Entry()
        {
        }

        [SetsRequiredMembers]
        private Entry(ref Utf8JsonReader json, MemberReader members)
        {
            while (members.Next(ref json) is { } member)
            {
                switch (member)
                {
                    case "group":
                        Group = Json.Read<Values>(ref json).All;
                        break;
                    case "figure":
                        Figure = Json.Read<RangeFigure>(ref json);
                        break;
                    case "old":
                        Old = json.TokenType == JsonTokenType.Null ? null : Json.Read<long>(ref json);
                        break;
                    case "added":
                        Added = Json.Read<long>(ref json);
                        break;
                    case "removed":
                        Removed = Json.Read<long>(ref json);
                        break;
                    case "revised":
                        Revised = Json.Read<long>(ref json);
                        break;
                    case "movedIn":
                        MovedIn = Json.Read<long>(ref json);
                        break;
                    case "movedOut":
                        MovedOut = Json.Read<long>(ref json);
                        break;
                    case "new":
                        New = json.TokenType == JsonTokenType.Null ? null : Json.Read<long>(ref json);
                        break;
                    case "withoutOld":
                        WithoutOld = Json.Read<long>(ref json);
                        break;
                    case "withoutNew":
                        WithoutNew = Json.Read<long>(ref json);
                        break;
                }
            }

            if ((Int128)(Old ?? 0) + Added - Removed + Revised + MovedIn - MovedOut != (New ?? 0))
            {
                throw new JsonException("This line does not close: old + added - removed + revised + movedIn - movedOut = new.");
            }
        }

        static Entry IRecord<Entry>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

        static void IRecord<Entry>.Show<TVisitor>(Entry record, ref TVisitor members)
        {
            members.Required("group", new Values(record.Group));
            members.Required("figure", record.Figure);
            members.RequiredOrNull("old", record.Old);
            members.Required("added", record.Added);
            members.Required("removed", record.Removed);
            members.Required("revised", record.Revised);
            members.Required("movedIn", record.MovedIn);
            members.Required("movedOut", record.MovedOut);
            members.RequiredOrNull("new", record.New);

            // Either both stand there or neither.
            bool isWhole = record is { WithoutOld: 0, WithoutNew: 0 };
            members.Optional("withoutOld", isWhole ? null : (long?)record.WithoutOld);
            members.Optional("withoutNew", isWhole ? null : (long?)record.WithoutNew);
        }
    }
}
