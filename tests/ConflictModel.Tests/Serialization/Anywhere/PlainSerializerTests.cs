using System.ComponentModel;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ConflictModel.Revisions;
using ConflictModel.Serialization;
using ConflictModel.Tests.Records;
using CsCheck;

namespace ConflictModel.Tests.Serialization.Anywhere;

/// <summary>System.Text.Json as everybody calls it, with no options of ours, loses nothing.</summary>
public class PlainSerializerTests
{
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = DatasetJson.MaxDepth };

    private static readonly JsonSerializerOptions Lenient =
        new() { ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonSerializerOptions NumbersAsText =
        new() { NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString };

    private static readonly JsonSerializerOptions[] Everyones = [JsonSerializerOptions.Default, JsonSerializerOptions.Web];

    /// <summary>What stands in a file otherwise than in memory: a step of a move as from and to, a pair as an id and a name.</summary>
    private static readonly Dictionary<Type, string> OtherInFiles = new()
    {
        [typeof(RecordMove)] = "id from to was is",
        [typeof(Reattribution)] = "key from fromName to toName best conserved years",
        [typeof(Reattribution.Year)] = "year low best high",
        [typeof(VintageComparison.Counts)] = "old added removed revised unchanged new",
    };

    private static readonly Type[] Public = [.. typeof(ConflictDataset).Assembly.GetExportedTypes()];

    public static TheoryData<Type> Held => new(Public.Where(type => ConverterOf(type) is { } converter
        && converter != typeof(NoJsonConverter) && !type.IsGenericType));

    public static TheoryData<Type> Computed => new(Public.Where(type => ConverterOf(type) == typeof(NoJsonConverter)));

    [Fact]
    public void Every_public_type_that_holds_something_has_a_converter_or_says_that_it_is_computed() =>
        Public
            .Where(type => !(type.IsAbstract && type.IsSealed) && !type.IsInterface && !type.IsDefined(typeof(FlagsAttribute)))
            .Where(type => !typeof(Exception).IsAssignableFrom(type) && !typeof(JsonConverter).IsAssignableFrom(type)
                && !typeof(TypeConverter).IsAssignableFrom(type))
            .Where(type => !type.Name.StartsWith('<'))
            .Where(type => ConverterOf(type) is null)
            .Should().BeEmpty();

    [Fact]
    public void What_is_computed_is_this_and_nothing_else()
    {
        // A type of these namespaces that can be written stands in the list; any other type that can't be, too.
        string[] computing =
        [
            "ConflictModel.Time", "ConflictModel.Hierarchies", "ConflictModel.Arithmetic", "ConflictModel.Catalogs",
            "ConflictModel.Reconciliation", "ConflictModel.Matching", "ConflictModel.Revisions", "ConflictModel.Aggregation",
        ];
        Public.Where(type => ConverterOf(type) == typeof(NoJsonConverter) && !computing.Contains(type.Namespace))
            .Should().BeEquivalentTo([typeof(Category), typeof(WordingRule), typeof(Wordings)]);
        typeof(ConflictDataset).Assembly.GetTypes().Where(type => ConverterOf(type) == typeof(NoJsonConverter)).Except(Public)
            .Should().BeEmpty("nobody meets what is internal");
    }

    [Theory]
    [MemberData(nameof(Computed))]
    public void What_is_computed_is_refused_with_a_sentence_and_never_half_written(Type type)
    {
        Type[] some = [typeof(ActorId), typeof(Actor)];
        Type closed = !type.IsGenericTypeDefinition ? type
            : type.MakeGenericType(
                [.. type.GetGenericArguments().Select(argument => argument.Name == "T" && type.Namespace == "ConflictModel.Catalogs"
                    ? some[1] : some[0])]);
        Action write = () => JsonSerializerOptions.Default.GetTypeInfo(closed);
        write.Should().Throw<NotSupportedException>().WithMessage("*has no form in JSON, for it is computed*");
    }

    [Theory]
    [MemberData(nameof(Held))]
    public void Whatever_is_written_comes_back_equal_alone_nullable_and_in_lists_and_arrays(Type type) =>
        typeof(PlainSerializerTests).GetMethod(nameof(Journey), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, null);

    [Fact]
    public void Any_data_set_comes_back_equal_and_is_the_file_whatever_the_options_say() =>
        Generate.Dataset.Sample(dataset =>
        {
            foreach (JsonSerializerOptions options in Everyones)
            {
                string json = JsonSerializer.Serialize(dataset, options);
                JsonSerializer.Deserialize<ConflictDataset>(json, options).Should().Be(dataset);
                DatasetJson.Read(json).Should().Be(dataset);
            }

            string generated = JsonSerializer.Serialize(dataset, DatasetContext.Default.ConflictDataset);
            JsonSerializer.Deserialize(generated, DatasetContext.Default.ConflictDataset).Should().Be(dataset);
            JsonElement.DeepEquals(
                JsonDocument.Parse(generated).RootElement, JsonDocument.Parse(DatasetJson.Write(dataset)).RootElement).Should().BeTrue();
        }, iter: 100);

    [Fact]
    public async Task The_sample_is_read_from_a_stream_in_pieces() =>
        (await JsonSerializer.DeserializeAsync<ConflictDataset>(
            new Drip(Sample.Bytes), cancellationToken: TestContext.Current.CancellationToken)).Should().Be(Sample.Dataset);

    [Fact]
    public void The_sample_is_read_from_segments()
    {
        // What stands on the border of two segments is no span.
        var reader = new Utf8JsonReader(Drip.Segments(Encoding.UTF8.GetBytes(DatasetJson.Write(Everything.Dataset())), 7));
        JsonSerializer.Deserialize<ConflictDataset>(ref reader, Deep)
            .Should().Be(Everything.Dataset());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(23)]
    public void Somebody_elses_record_keeps_every_value_of_ours(int seed)
    {
        Casefile file = FileOf(seed);
        foreach (JsonSerializerOptions options in Everyones)
        {
            Same(JsonSerializer.Deserialize<Casefile>(JsonSerializer.Serialize(file, options), options)!, file);
        }

        Same(JsonSerializer.Deserialize(
            JsonSerializer.Serialize(file, CasefileContext.Default.Casefile), CasefileContext.Default.Casefile)!, file);
    }

    [Fact]
    public void Default_values_that_say_nothing_are_null_and_come_back()
    {
        var nothing = new Casefile { Title = "nothing said" };
        string json = JsonSerializer.Serialize(nothing, CasefileContext.Default.Casefile);
        json.Should().Contain("\"dead\":null").And.Contain("\"owner\":null").And.Contain("\"status\":null").And.Contain("\"extra\":null");
        Same(JsonSerializer.Deserialize(json, CasefileContext.Default.Casefile)!, nothing);
    }

    [Theory]
    [InlineData("""{"schemaVersion":"1.0","nothing":1}""", "There is no member 'nothing' here.")]
    [InlineData("""{}""", "Members are missing: 'schemaVersion'.")]
    [InlineData("""{"schemaVersion":"9.0"}""", "The file was written for schema 9.0*")]
    [InlineData("""{"schemaVersion":"1.0","title":null}""", "Null is not allowed here.")]
    [InlineData("""{"schemaVersion":"1.0","actors":[{"id":"a","name":"\ud800","kind":"militia"}]}""", "*half of a surrogate pair*")]
    public void A_data_set_that_is_none_is_an_exception_and_never_an_empty_one(string json, string reason)
    {
        foreach (JsonSerializerOptions options in Everyones)
        {
            Action read = () => JsonSerializer.Deserialize<ConflictDataset>(json, options);
            read.Should().Throw<JsonException>().WithMessage(reason).Which.LineNumber.Should().Be(0);
        }
    }

    [Fact]
    public void A_number_that_is_no_member_of_an_enumeration_is_neither_read_nor_written()
    {
        ((Action)(() => JsonSerializer.Serialize((Harm)99))).Should().Throw<ArgumentException>().WithMessage("*none of these: killed*");
        ((Action)(() => JsonSerializer.Deserialize<Harm>("1"))).Should().Throw<JsonException>();
        ((Action)(() => JsonSerializer.Deserialize<Harm>("\"Killed\""))).Should().Throw<JsonException>();
        ((Action)(() => JsonSerializer.Deserialize<Sex>("null"))).Should().Throw<JsonException>("zero is a member, and has a name");
    }

    [Fact]
    public void A_number_is_no_id_and_no_name_of_one()
    {
        ((Action)(() => JsonSerializer.Deserialize<ActorId>("12")))
            .Should().Throw<JsonException>().WithMessage("Expected an id: a string*");
        ((Action)(() => DatasetJson.Read("""{"schemaVersion":"1.0","actors":[{"id":12,"name":"A","kind":"militia"}]}""")))
            .Should().Throw<DatasetFormatException>().WithMessage("*at /actors/0/id: Expected an id: a string*");
    }

    [Fact]
    public void A_text_that_is_not_there_is_not_written_as_null() =>
        ((Action)(() => JsonSerializer.Serialize(new ExternalId { Scheme = "ucdp", Value = null! })))
            .Should().Throw<ArgumentException>().WithMessage("*There is no text*");

    [Fact]
    public void Words_of_a_date_that_say_nothing_are_not_written() =>
        ((Action)(() => JsonSerializer.Serialize(new ReportedDate(UncertainDate.FromYear(2024), ""))))
            .Should().Throw<ArgumentException>().WithMessage("*Its wording is empty*");

    [Fact]
    public void Extensions_nest_no_deeper_than_the_writer_has_room()
    {
        Write("""{"a":{"b":1}}""", 2).Should().Be("""{"a":{"b":1}}""");
        Write("""{"a":{"b":1}}""", 0).Should().Be("""{"a":{"b":1}}""", "a writer that is told nothing has its own limit");
        Write("""{"a":["{[{[{["]}""", 2).Should().Be("""{"a":["{[{[{["]}""", "brackets within a text open nothing");
        ((Action)(() => Write("""{"a":{"b":[]}}""", 2)))
            .Should().Throw<ArgumentException>().WithMessage("The writer has room for 2 more levels, and extensions nest deeper*");

        static string Write(string json, int levels)
        {
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, new() { MaxDepth = levels }))
            {
                JsonSerializer.Serialize(writer, new ExtensionData(json));
            }

            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_is_not_written_as_something_else()
    {
        ((Action)(() => JsonSerializer.Serialize(Estimate.InWords("a\ud800")))).Should().Throw<ArgumentException>();
        ((Action)(() => JsonSerializer.Serialize(new LocalizedText("\udc00a")))).Should().Throw<ArgumentException>();
        JsonSerializer.Deserialize<Estimate>(JsonSerializer.Serialize(Estimate.InWords("😀"))).Should().Be(Estimate.InWords("😀"));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_not_read_as_something_else()
    {
        byte[] json = [.. "{\"schemaVersion\":\"1.0\",\"title\":\"a"u8, 0xFF, .. "\"}"u8];
        ((Action)(() => JsonSerializer.Deserialize<ConflictDataset>(json)))
            .Should().Throw<JsonException>().WithMessage("This text is not UTF-8.");
    }

    [Fact]
    public void Comments_among_other_peoples_data_do_not_become_theirs()
    {
        ExtensionData read = JsonSerializer.Deserialize<ExtensionData>("""{"a":[1.0,/* one */ 2e3,],}""", Lenient);
        read.Json.Should().Be("""{"a":[1.0,2e3]}""");
        JsonSerializer.Serialize(read).Should().Be(read.Json);
    }

    [Fact]
    public void Elements_of_lists_that_are_not_ours_are_what_the_options_make_of_them()
    {
        ValueList<int> numbers = [1, 2];
        JsonSerializer.Serialize(numbers, NumbersAsText).Should().Be("""["1","2"]""");
        (JsonSerializer.Deserialize<ValueList<int>>("""["1","2"]""", NumbersAsText) == numbers).Should().BeTrue();
        ValueList<ValueList<ActorId>> nested = [[ActorId.From("a")], []];
        (JsonSerializer.Deserialize<ValueList<ValueList<ActorId>>>("""[["a"],[]]""") == nested).Should().BeTrue();
    }

    [Fact]
    public void A_list_of_any_length_comes_back() =>
        Gen.Int[0, 40].Sample(length =>
        {
            var list = Enumerable.Range(0, length).Select(n => ActorId.From($"a{n}")).ToValueList();
            (JsonSerializer.Deserialize<ValueList<ActorId>>(JsonSerializer.Serialize(list)) == list).Should().BeTrue();
        }, iter: 100);

    [Fact]
    public void Every_record_shows_each_member_that_can_be_set_once_and_under_its_own_name()
    {
        foreach (Type record in Public.Where(type => ConverterOf(type) is { IsGenericType: true } converter
            && converter.GetGenericTypeDefinition() == typeof(RecordConverter<>)))
        {
            if (OtherInFiles.TryGetValue(record, out string? names))
            {
                string.Join(' ', Shapes.MembersOf(record).Select(member => member.Name)).Should().Be(names);
                continue;
            }

            string[] ofFile = record == typeof(RevisionLog) ? ["kind", "schemaVersion"] : ["schemaVersion"];
            Shapes.MembersOf(record).Where(member => member.Converter is not null && !ofFile.Contains(member.Name))
                .Select(member => (member.Name, member.IsRequired))
                .Should().Equal(
                    Instances.MembersOf(record).Select(member =>
                        (JsonNamingPolicy.CamelCase.ConvertName(member.Name), Instances.IsRequired(member))),
                    $"{record.Name} has these");
        }
    }

    private static void Journey<T>()
    {
        for (int seed = 1; seed < 30; seed += 7)
        {
            var value = (T)Samples.Of(typeof(T), seed);
            T[] values = [value, (T)Samples.Of(typeof(T), seed + 1)];
            foreach (JsonSerializerOptions options in Everyones)
            {
                Back(value, options).Should().Be(value);
                Back(values, options).Should().Equal(values);
                Back<List<T>>([.. values], options).Should().Equal(values);
                Back(new Holder<T>(value), options).Should().Be(new Holder<T>(value));
                Back(new Dictionary<string, T> { ["x"] = value }, options)["x"].Should().Be(value);
                if (typeof(T).IsValueType)
                {
                    BackNullable(typeof(T), value, options);
                    Back(new Holder<T>(default!), options).Should().Be(new Holder<T>(default!), "the default comes back too");
                }

                if (typeof(T).IsEnum || typeof(T).GetInterfaces().Any(face =>
                    face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IId<>)))
                {
                    BackKey(value!, options);
                }
            }
        }
    }

    private static TValue Back<TValue>(TValue value, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<TValue>(JsonSerializer.Serialize(value, options), options)!;

    private static void BackNullable(Type type, object? value, JsonSerializerOptions options)
    {
        Type nullable = typeof(Nullable<>).MakeGenericType(type);
        JsonSerializer.Deserialize(JsonSerializer.Serialize(value, nullable, options), nullable, options).Should().Be(value);
        JsonSerializer.Deserialize("null", nullable, options).Should().BeNull();
    }

    private static void BackKey(object key, JsonSerializerOptions options)
    {
        Type type = typeof(Dictionary<,>).MakeGenericType(key.GetType(), typeof(int));
        var keyed = (System.Collections.IDictionary)Activator.CreateInstance(type)!;
        keyed[key] = 7;
        string json = JsonSerializer.Serialize(keyed, type, options);
        var back = (System.Collections.IDictionary)JsonSerializer.Deserialize(json, type, options)!;
        back[key].Should().Be(7);
    }

    private static Casefile FileOf(int seed)
    {
        var file = new Casefile { Title = "t" };
        foreach (PropertyInfo member in typeof(Casefile).GetProperties().Where(member => member.Name is not nameof(Casefile.Title)))
        {
            member.SetValue(file, Samples.Of(member.PropertyType, seed++));
        }

        return file;
    }

    private static void Same(Casefile read, Casefile written)
    {
        foreach (PropertyInfo member in typeof(Casefile).GetProperties())
        {
            object? value = member.GetValue(read);
            if (value is System.Collections.IDictionary or System.Collections.IList)
            {
                ((System.Collections.IEnumerable)value).Cast<object?>()
                    .Should().Equal(((System.Collections.IEnumerable)member.GetValue(written)!).Cast<object?>(), member.Name);
            }
            else
            {
                value.Should().Be(member.GetValue(written), member.Name);
            }
        }
    }

    private static Type? ConverterOf(Type type) => type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)?.ConverterType;

    private sealed record Holder<T>(T Value);
}
