using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConflictModel.Aggregation;

namespace ConflictModel.Revisions;

[JsonConverter(typeof(RecordConverter<Reattribution>))]
public sealed partial record Reattribution : IRecord<Reattribution>
{
    private static readonly RangeFigure[] Figures = [RangeFigure.Low, RangeFigure.Best, RangeFigure.High];

    /// <summary>A record whose members an object initializer sets.</summary>
    public Reattribution()
    {
    }

    [SetsRequiredMembers]
    private Reattribution(ref Utf8JsonReader json, MemberReader members)
    {
        (From, To) = (("", ""), ("", ""));
        (long best, ValueList<RangeFigure> conserved) = (0, Figures.ToValueList());
        while (members.Next(ref json) is { } member)
        {
            switch (member)
            {
                case "key":
                    Key = Json.Read<GroupKey>(ref json);
                    break;
                case "from":
                    From = From with { Own = Json.Read<string>(ref json) };
                    break;
                case "fromName":
                    From = From with { Name = Json.Read<string>(ref json) };
                    break;
                case "to":
                    To = To with { Own = Json.Read<string>(ref json) };
                    break;
                case "toName":
                    To = To with { Name = Json.Read<string>(ref json) };
                    break;
                case "best":
                    best = Json.Read<long>(ref json);
                    break;
                case "conserved":
                    conserved = Json.Read<ValueList<RangeFigure>>(ref json);
                    break;
                case "years":
                    Years = Json.Read<ValueList<Year>>(ref json);
                    break;
            }
        }

        if (Years.Any(year => year.Lost.Best != year.Gained.Best || year.Gained.Best <= 0))
        {
            throw new JsonException("In each year the one group gains the best figure that the other loses.");
        }

        if (Years.Aggregate((Int128)0, (sum, year) => sum + year.Gained.Best) != best
            || Figures.Where(Conserves).ToValueList() != conserved)
        {
            throw new JsonException("The years come to another best figure, or conserve others.");
        }
    }

    static Reattribution IRecord<Reattribution>.Read(ref Utf8JsonReader json, MemberReader members) => new(ref json, members);

    static void IRecord<Reattribution>.Show<TVisitor>(Reattribution record, ref TVisitor members)
    {
        members.Required("key", record.Key);
        members.Required("from", record.From.Own);
        members.Optional("fromName", record.From.Name is { Length: > 0 } ? record.From.Name : null);
        members.Required("to", record.To.Own);
        members.Optional("toName", record.To.Name is { Length: > 0 } ? record.To.Name : null);
        members.Required("best", record.Best);
        members.Required("conserved", Figures.Where(record.Conserves).ToValueList());
        members.Required("years", record.Years);
    }

    [JsonConverter(typeof(RecordConverter<Year>))]
    public readonly partial record struct Year : IRecord<Year>
    {
        static Year IRecord<Year>.Read(ref Utf8JsonReader json, MemberReader members)
        {
            int number = 0;
            (Change low, Change best, Change high) = (default, default, default);
            while (members.Next(ref json) is { } member)
            {
                switch (member)
                {
                    case "year":
                        number = Primitives.ReadWhole<int>(ref json);
                        break;
                    case "low":
                        low = Json.Read<Change>(ref json);
                        break;
                    case "best":
                        best = Json.Read<Change>(ref json);
                        break;
                    case "high":
                        high = Json.Read<Change>(ref json);
                        break;
                }
            }

            return new(number, new(low.Lost, best.Lost, high.Lost), new(low.Gained, best.Gained, high.Gained));
        }

        static void IRecord<Year>.Show<TVisitor>(Year record, ref TVisitor members)
        {
            members.Required("year", (long)record.Number);
            members.Required("low", new Change(record.Lost.Low, record.Gained.Low));
            members.Required("best", new Change(record.Lost.Best, record.Gained.Best));
            members.Required("high", new Change(record.Lost.High, record.Gained.High));
        }
    }

    /// <summary>One figure of a year as it stands in the file.</summary>
    [JsonConverter(typeof(RecordConverter<Change>))]
    internal readonly record struct Change(long Lost, long Gained) : IRecord<Change>
    {
        static Change IRecord<Change>.Read(ref Utf8JsonReader json, MemberReader members)
        {
            (long lost, long gained) = (0, 0);
            while (members.Next(ref json) is { } member)
            {
                switch (member)
                {
                    case "lost":
                        lost = Json.Read<long>(ref json);
                        break;
                    case "gained":
                        gained = Json.Read<long>(ref json);
                        break;
                }
            }

            return new(lost, gained);
        }

        static void IRecord<Change>.Show<TVisitor>(Change record, ref TVisitor members)
        {
            members.Required("lost", record.Lost);
            members.Required("gained", record.Gained);
        }
    }
}
