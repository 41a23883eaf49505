using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConflictModel.Aggregation;
using ConflictModel.Serialization;

namespace ConflictModel.Revisions;

[JsonConverter(typeof(RecordConverter<RevisionLog>))]
public sealed partial record RevisionLog : IRecord<RevisionLog>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public RevisionLog()
    {
    }

    [SetsRequiredMembers]
    private RevisionLog(ref Utf8JsonReader json, MemberReader members)
    {
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "$schema":
                    if (json.TokenType != JsonTokenType.String)
                    {
                        throw new JsonException("The address of a schema is a text.");
                    }

                    break;
                case "kind":
                    if (DocumentKind.RevisionLog.ReasonToRefuse(FormatVersion.TextOf(in json) ?? "") is { } reason)
                    {
                        throw new JsonException(reason);
                    }

                    break;
                case "schemaVersion":
                    FormatVersion.Check(ref json, DocumentKind.RevisionLog.SchemaVersion);
                    break;
                case "older":
                    Older = Json.Read<Vintage>(ref json);
                    break;
                case "newer":
                    Newer = Json.Read<Vintage>(ref json);
                    break;
                case "format":
                    Format = Json.Read<string>(ref json);
                    break;
                case "measure":
                    Measure = Json.Read<Measure>(ref json);
                    break;
                case "keys":
                    Keys = Json.Read<ValueList<GroupKey>>(ref json);
                    break;
                case "until":
                    Until = Primitives.ReadWhole<int>(ref json);
                    break;
                case "records":
                    Records = Json.Read<VintageComparison.Counts>(ref json);
                    break;
                case "account":
                    Account = Json.Read<ValueList<Entry>>(ref json);
                    break;
                case "moves":
                    Moves = Json.Read<ValueList<RecordMove>>(ref json);
                    break;
                case "reattributions":
                    Reattributions = Json.Read<ValueList<Reattribution>>(ref json);
                    break;
                case "revisions":
                    Revisions = Json.Read<ValueList<Revision>>(ref json);
                    break;
                case "renamings":
                    Renamings = Json.Read<ValueList<Revision>>(ref json);
                    break;
                case "added":
                    Added = Json.Read<ValueList<string>>(ref json);
                    break;
                case "removed":
                    Removed = Json.Read<ValueList<string>>(ref json);
                    break;
                case "deleted":
                    Deleted = Json.Read<ValueList<Tombstone>>(ref json);
                    break;
                case "fieldsOfOld":
                    FieldsOfOld = Json.Read<ValueList<string>>(ref json);
                    break;
                case "fieldsOfNew":
                    FieldsOfNew = Json.Read<ValueList<string>>(ref json);
                    break;
            }
        }

        if (WhyUntrue() is { } clash)
        {
            throw new JsonException(clash);
        }
    }

    static RevisionLog IRecord<RevisionLog>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<RevisionLog>.Show<TVisitor>(RevisionLog record, ref TVisitor members)
    {
        // Kind, version and where editors find the schema belong to the file and not to the data: the log has no such members.
        members.ReadOnly("$schema");
        members.Required("kind", DocumentKind.RevisionLog.Member!);
        members.Required("schemaVersion", DocumentKind.RevisionLog.SchemaVersion);
        members.Required("older", record.Older);
        members.Required("newer", record.Newer);
        members.Optional("format", record.Format);
        members.Required("measure", record.Measure);
        members.Required("keys", record.Keys);
        members.Optional("until", (long?)record.Until);
        members.Required("records", record.Records);
        members.Required("account", record.Account);
        members.Required("moves", record.Moves);
        members.Required("reattributions", record.Reattributions);
        members.Required("revisions", record.Revisions);
        members.Required("renamings", record.Renamings);
        members.Required("added", record.Added);
        members.Required("removed", record.Removed);
        members.Optional("deleted", record.Deleted);
        members.Required("fieldsOfOld", record.FieldsOfOld);
        members.Required("fieldsOfNew", record.FieldsOfNew);
    }

    private string? WhyUntrue() =>
        Account.Any(entry => !entry.Group.Select(value => value.Key).SequenceEqual(Keys))
            ? $"The groups of the account have other keys than these: {string.Join(", ", Keys)}."
        : (Added.Count, Removed.Count, Revisions.Count) != (Records.Added, Records.Removed, Records.Revised)
            ? "There are not as many records added, removed and revised as the log counts."
        : Deleted.Select(stone => stone.Id).Except(Removed).FirstOrDefault() is { } kept
            ? $"'{kept}' is said to be deleted, and is not among the removed."
        : null;
}
