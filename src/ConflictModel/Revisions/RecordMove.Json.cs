using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConflictModel.Revisions;

[JsonConverter(typeof(RecordConverter<RecordMove>))]
public sealed partial record RecordMove : IRecord<RecordMove>
{
    /// <summary>A record whose members an object initializer sets.</summary>
    public RecordMove()
    {
    }

    [SetsRequiredMembers]
    private RecordMove(ref Utf8JsonReader json, MemberReader members)
    {
        (ValueList<RevisionLog.Value> from, ValueList<RevisionLog.Value> to) = ([], []);
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "id":
                    Id = Json.Read<string>(ref json);
                    break;
                case "from":
                    from = Json.Read<RevisionLog.Values>(ref json).All;
                    break;
                case "to":
                    to = Json.Read<RevisionLog.Values>(ref json).All;
                    break;
                case "was":
                    Was = Json.Read<Figures>(ref json).Said;
                    break;
                case "is":
                    Is = Json.Read<Figures>(ref json).Said;
                    break;
            }
        }

        if (json.TokenType == JsonTokenType.EndObject)
        {
            Steps = !from.IsEmpty && from.Select(at => at.Key).SequenceEqual(to.Select(at => at.Key))
                ? from.Zip(to, (was, became) => new Step(was.Key, was.Text, became.Text)).ToValueList()
                : throw new JsonException("A move is from and to values of the same keys.");
        }
    }

    static RecordMove IRecord<RecordMove>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<RecordMove>.Show<TVisitor>(RecordMove record, ref TVisitor members)
    {
        members.Required("id", record.Id);
        members.Required("from", At(record.Steps, step => step.From));
        members.Required("to", At(record.Steps, step => step.To));
        members.Required("was", new Figures(record.Was));
        members.Required("is", new Figures(record.Is));
    }

    private static RevisionLog.Values At(ValueList<Step> steps, Func<Step, string> end) =>
        new(steps.Select(step => new RevisionLog.Value(step.Key, end(step))).ToValueList());

    /// <summary>The figures of a record as they stand in the file: all three, null where there is none, and no words.</summary>
    [JsonConverter(typeof(Figures.JsonConverter))]
    internal readonly record struct Figures(Estimate Said)
    {
        internal sealed class JsonConverter : ValueConverter<Figures>
        {
            private static readonly string[] Names = ["low", "best", "high"];

            internal override Figures ReadValue(ref Utf8JsonReader reader)
            {
                if (reader.TokenType != JsonTokenType.StartObject)
                {
                    throw new JsonException("Expected figures: an object of low, best and high.");
                }

                var figures = new Dictionary<string, long?>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = JsonText.Of(ref reader);
                    if (!Names.Contains(name) || figures.ContainsKey(name))
                    {
                        throw new JsonException($"These figures are low, best and high, each once; not another '{name}'.");
                    }

                    reader.Read();
                    figures.Add(name, reader.TokenType == JsonTokenType.Null ? null : Figure(Json.Read<long>(ref reader)));
                }

                return figures.Count == Names.Length
                    ? new(new(figures["low"], figures["best"], figures["high"]))
                    : throw new JsonException("Low, best and high stand there, null where there is no figure.");
            }

            internal override int Depth(Figures value) => 1;

            internal override void WriteValue(Utf8JsonWriter writer, Figures value)
            {
                writer.WriteStartObject();
                var members = new MemberWriter(writer);
                members.RequiredOrNull("low", value.Said.Low);
                members.RequiredOrNull("best", value.Said.Best);
                members.RequiredOrNull("high", value.Said.High);
                writer.WriteEndObject();
            }

            internal override string? WhyNot(Figures value) =>
                value.Said.Wording is null ? null : "The figures of a move stand without words.";

            private static long Figure(long number) =>
                number is >= 0 and <= Estimate.MaxFigure
                    ? number
                    : throw new JsonException($"Expected figures from 0 to {Estimate.MaxFigure}.");
        }
    }
}
