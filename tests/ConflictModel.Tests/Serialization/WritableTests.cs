using System.Collections;
using System.Reflection;
using System.Text.Json;
using ConflictModel.Serialization;
using ConflictModel.Tests.Records;
using ConflictModel.Validation;

namespace ConflictModel.Tests.Serialization;

/// <summary>What validates can be written and read back; what can't be written is a finding and not a surprise.</summary>
public class WritableTests
{
    private static readonly ConflictDataset Whole = Everything.Dataset();

    public static TheoryData<string> Lists => new(Instances.MembersOf(typeof(ConflictDataset)).Select(member => member.Name));

    [Theory]
    [MemberData(nameof(Lists))]
    public void Whatever_odd_value_stands_anywhere_is_written_and_comes_back_or_is_a_finding_at_its_place(string list)
    {
        PropertyInfo member = typeof(ConflictDataset).GetProperty(list)!;
        int writable = 0;
        int refused = 0;
        string name = "/" + JsonNamingPolicy.CamelCase.ConvertName(list);
        foreach ((string at, object? value) in Oddities(member.PropertyType, member.GetValue(Whole), name))
        {
            var dataset = (ConflictDataset)Instances.With(new ConflictDataset(), member, value);
            Finding[] findings = [.. dataset.Validate().Where(finding => finding.Code == FindingCodes.NotWritable)];
            if (findings.Length == 0)
            {
                DatasetJson.Read(DatasetJson.Write(dataset)).Should().Be(dataset, at);
                JsonSerializer.Deserialize<ConflictDataset>(JsonSerializer.Serialize(dataset)).Should().Be(dataset, at);
                writable++;
            }
            else
            {
                at.Should().StartWith(findings.Should().ContainSingle().Which.Pointer.ToString());
                findings[0].Severity.Should().Be(Severity.Error);
                using var stream = new MemoryStream();
                ((Action)(() => DatasetJson.Write(dataset, stream))).Should().Throw<ArgumentException>()
                    .Which.Message.Should().Contain(findings[0].Pointer.ToString());
                stream.Length.Should().Be(0, "nothing is better than half");
                refused++;
            }
        }

        (writable > 0 && refused > 0).Should().BeTrue("both were tried");
    }

    [Fact]
    public void Each_kind_of_value_that_no_file_can_hold_is_found()
    {
        string deep = "{\"a\":" + new string('[', 127) + new string(']', 127) + "}";
        var dataset = new ConflictDataset
        {
            Title = "\ud800",
            Sources = [new() { Id = default, Name = default }],
            Actors = [new() { Id = ActorId.From("a"), Name = "a", Kind = (ActorKind)99, Extensions = new("junk") }],
            Strengths = [new() { Actor = ActorId.From("a"), Fighters = default, Citation = SourceId.From("s"), Extensions = new(" {}") }],
            Incidents =
            [
                new()
                {
                    Id = IncidentId.From("i"),
                    Kind = default,
                    Date = new(UncertainDate.Unknown, ""),
                    PartOf = default(IncidentId),
                    SameAs = [default],
                    Reports =
                    [
                        new()
                        {
                            Citation = SourceId.From("s"),
                            Original = new() { Format = "f", Columns = [new("c", "1"), new("c", "2")] },
                        },
                    ],
                },
            ],
            Extensions = new(deep),
        };
        dataset.Validate().Select(finding => $"{finding.Pointer}: {finding.Message}").Should().Equal(
            "/title: No file can hold this. It holds half of a surrogate pair.",
            "/sources/0/id: No file can hold this. The default value is no id.",
            "/sources/0/name: No file can hold this. It has no text.",
            "/actors/0/kind: No file can hold this. It is none of these: unknown, stateForces, rebelGroup, militia, foreignForces, "
                + "coalition, internationalBody, civilians, state.",
            "/actors/0/extensions: No file can hold this. It is not one JSON object and nothing else.",
            "/incidents/0/kind: No file can hold this. It is none of these: " + string.Join(", ", JsonName.All<IncidentKind>()) + ".",
            "/incidents/0/date: No file can hold this. Its wording is empty.",
            "/incidents/0/sameAs/0: No file can hold this. The default value is no id.",
            "/incidents/0/partOf: No file can hold this. The default value is no id.",
            "/incidents/0/reports/0/original/columns: No file can hold this. The column 'c' is given twice.",
            "/strengths/0/fighters: No file can hold this. Neither a figure nor a word was reported.",
            "/strengths/0/extensions: No file can hold this. It is not one JSON object and nothing else.",
            "/extensions: No file can hold this. It nests deeper than 128 levels.");
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    [InlineData(2_000, false)]
    public void Breakdowns_may_nest_as_deep_as_a_file(int levels, bool isWritable)
    {
        var toll = Toll.Of(5);
        for (int i = 0; i < levels; i++)
        {
            toll = Toll.Of(5) with
            {
                Breakdowns =
                [
                    new()
                    {
                        By = Axis.Method,
                        Kind = BreakdownKind.Inclusion,
                        Parts = [new() { Method = "m", Count = 5, Breakdowns = toll.Breakdowns }],
                    },
                ],
            };
        }

        // Data set, tallies, tally, report, casualties and toll are six levels; each breakdown below opens four more.
        var dataset = new ConflictDataset
        {
            Tallies =
            [
                new()
                {
                    Id = TallyId.From("t"),
                    Scope = new(),
                    Report = new() { Citation = SourceId.From("s"), Casualties = new() { Killed = toll } },
                },
            ],
        };
        dataset.Validate().Any(finding => finding.Code == FindingCodes.NotWritable).Should().Be(!isWritable);
        if (isWritable)
        {
            DatasetJson.Read(DatasetJson.Write(dataset)).Should().Be(dataset);
        }
        else
        {
            ((Action)(() => DatasetJson.Write(dataset))).Should().Throw<ArgumentException>();
        }
    }

    // The value with one odd value in it, for each place and each odd value that can stand there.
    private static IEnumerable<(string At, object? Value)> Oddities(Type type, object? value, string at)
    {
        foreach (object? odd in OddValues(type))
        {
            yield return (at, odd);
        }

        if (value is null)
        {
            yield break;
        }

        Type known = Nullable.GetUnderlyingType(type) ?? type;
        if (known.IsGenericType && known.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            Type item = known.GenericTypeArguments[0];
            object?[] items = [.. ((IEnumerable)value).Cast<object?>()];
            for (int i = 0; i < items.Length; i++)
            {
                foreach ((string where, object? odd) in Oddities(item, items[i], $"{at}/{i}"))
                {
                    if (odd is null)
                    {
                        continue;
                    }

                    var list = Array.CreateInstance(item, items.Length);
                    items.CopyTo(list, 0);
                    list.SetValue(odd, i);
                    yield return (where, typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))!
                        .MakeGenericMethod(item).Invoke(null, [list]));
                }
            }
        }
        else if (known.GetMethod("<Clone>$") is not null && known != typeof(Vintage))
        {
            foreach (PropertyInfo member in Instances.MembersOf(known))
            {
                string where = $"{at}/{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}";
                foreach ((string place, object? odd) in Oddities(member.PropertyType, member.GetValue(value), where))
                {
                    yield return (place, Instances.With(value, member, odd));
                }
            }
        }
    }

    private static IEnumerable<object?> OddValues(Type type)
    {
        Type known = Nullable.GetUnderlyingType(type) ?? type;
        if (known.IsValueType)
        {
            yield return Activator.CreateInstance(known);
        }

        object?[] odd = known.IsEnum ? [Enum.ToObject(known, 99), Enum.ToObject(known, -1)]
            : known == typeof(string) ? ["", "\udc00", "a\ud83d", "😀\0\u001f\"\\"]
            : known == typeof(ReportedDate) ? [new ReportedDate(UncertainDate.Unknown, ""), new ReportedDate(default, "\ud800")]
            : known == typeof(Estimate) ? [Estimate.InWords("\ud800"), new Estimate(9, 5, 1)]
            : known == typeof(ExtensionData) ? [new ExtensionData("[]"), new ExtensionData("{} "), new ExtensionData("{\"a\":1,}"),
                new ExtensionData("{\"a\":\"\\ud800\",\"a\":1e999}"), new ExtensionData("{\"a\":\"\ud800\"}"), new ExtensionData("{}{}")]
            : known == typeof(LocalizedText) ? [new LocalizedText("\ud800"), new LocalizedText("x", "e\ud800")]
            : known == typeof(decimal) ? [decimal.MaxValue, 0.1000m, decimal.MinValue]
            : known == typeof(Vintage) ? [new Vintage { Name = "" }, new Vintage { Name = "\ud800" }]
            : known == typeof(OriginalColumn)
                ? [new OriginalColumn("", ""), new OriginalColumn(null!, "x"), new OriginalColumn("x", "\ud800")]
            : known == typeof(Coordinates) ? [new Coordinates(-0.0, 1e-300)]
            : [];
        foreach (object? value in odd)
        {
            yield return value;
        }
    }
}
