using System.Net;
using System.Text;
using System.Text.Json;
using ConflictModel.Serialization;
using ConflictModel.Tests.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;

namespace ConflictModel.Tests.Api;

/// <summary>An API that has ConflictModel's types in routes, queries and bodies, and the document that describes it.</summary>
public sealed class SampleApiTests : IAsyncLifetime
{
    private readonly WebApplication app = SampleApi.Build();

    private readonly HttpClient client = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await app.StartAsync(Stop);
        client.BaseAddress = new Uri(app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task The_document_is_valid_and_refers_to_nothing_that_it_lacks()
    {
        string text = await client.GetStringAsync("/openapi/v1.json", Stop);
        OpenApiDocument.Parse(text, "json").Diagnostic!.Errors.Should().BeEmpty();
        JsonElement document = JsonDocument.Parse(text).RootElement;
        JsonElement schemas = document.GetProperty("components").GetProperty("schemas");
        string[] references = [.. References(document).Distinct()];
        references.Should().HaveCountGreaterThan(60);
        foreach (string reference in references)
        {
            reference.Should().StartWith("#/components/schemas/");
            schemas.TryGetProperty(reference["#/components/schemas/".Length..], out _).Should().BeTrue(reference);
        }
    }

    [Fact]
    public async Task The_document_says_of_our_types_what_the_schema_says()
    {
        JsonElement document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json", Stop)).RootElement;
        JsonElement schemas = document.GetProperty("components").GetProperty("schemas");
        JsonElement ours = JsonDocument.Parse(DatasetJson.Schema).RootElement;
        foreach (JsonProperty definition in ours.GetProperty("$defs").EnumerateObject())
        {
            JsonElement theirs = schemas.GetProperty(char.ToUpperInvariant(definition.Name[0]) + definition.Name[1..]);
            Shape(theirs).Should().Be(Shape(definition.Value), definition.Name);
        }

        Shape(schemas.GetProperty("ConflictDataset")).Should().Be(Shape(ours));
    }

    [Fact]
    public async Task An_id_in_a_route_is_a_text_with_a_pattern_and_a_date_in_a_query_one_of_several()
    {
        JsonElement document = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json", Stop)).RootElement;
        JsonElement.ArrayEnumerator parameters =
            document.GetProperty("paths").GetProperty("/incidents/{id}").GetProperty("get").GetProperty("parameters").EnumerateArray();
        JsonElement id = parameters.Single(one => one.GetProperty("name").GetString() == "id").GetProperty("schema");
        (id.GetProperty("type").GetString(), id.GetProperty("maxLength").GetInt32()).Should().Be(("string", 200));
        SchemaCheck.Matches(id.GetProperty("pattern").GetString()!, "wednesday-ambush").Should().BeTrue();
        JsonElement date = parameters.Single(one => one.GetProperty("name").GetString() == "within").GetProperty("schema");
        date.GetProperty("anyOf").EnumerateArray().Select(form => form.GetProperty("pattern").GetString())
            .Should().Equal(DatePattern.Date, DatePattern.Interval, DatePattern.Time, DatePattern.OneOf, DatePattern.AllOf);
    }

    [Theory]
    [InlineData("/incidents/wednesday-ambush", HttpStatusCode.OK)]
    [InlineData("/incidents/wednesday-ambush?within=2024", HttpStatusCode.OK)]
    [InlineData("/incidents/wednesday-ambush?within=2023", HttpStatusCode.NotFound)]
    [InlineData("/incidents/nothing", HttpStatusCode.NotFound)]
    [InlineData("/incidents/wednesday-ambush?within=last%20year", HttpStatusCode.BadRequest)]
    [InlineData("/incidents/wednesday%20ambush", HttpStatusCode.BadRequest)]
    public async Task Ids_and_dates_are_bound_from_the_route_and_the_query(string address, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await client.GetAsync(address, Stop);
        answer.StatusCode.Should().Be(status);
        if (status == HttpStatusCode.OK)
        {
            JsonElement incident = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement;
            new SchemaCheck(JsonDocument.Parse(DatasetJson.SchemaOf<Incident>()).RootElement).FirstError(incident).Should().BeNull();
            incident.GetProperty("date").GetProperty("wording").GetString().Should().Be("on Wednesday");
        }
    }

    [Fact]
    public async Task A_file_is_answered_with_findings()
    {
        JsonElement findings = await Post("/validate", Encoding.UTF8.GetString(Sample.Bytes), HttpStatusCode.OK);
        findings.EnumerateArray().Select(one => one.GetProperty("code").GetString())
            .Should().Contain(["loose-attribution", "claim-beside-figures"]);
        JsonElement broken = await Post(
            "/validate", """{"schemaVersion":"1.0","affiliations":[{"actor":"a","kind":"partOf","to":"b"}]}""", HttpStatusCode.OK);
        broken[0].GetProperty("code").GetString().Should().Be("dangling-reference");
        broken[0].GetProperty("pointer").GetString().Should().Be("/affiliations/0/actor");
    }

    [Theory]
    [InlineData("{\n\"schemaVersion\": \"1.0\",\n\"title\": 7}", "/title", 3, 10)]
    [InlineData("{\"schemaVersion\": \"9.0\"}", "/schemaVersion", 1, 19)]
    [InlineData("{\"schemaVersion\": \"1.0\",\n", "", 2, 1)]
    public async Task A_file_that_is_none_is_a_problem_with_a_place(string body, string pointer, long line, long column)
    {
        JsonElement problem = await Post("/validate", body, HttpStatusCode.BadRequest);
        problem.GetProperty("title").GetString().Should().Be("This is no data set file.");
        problem.GetProperty("detail").GetString().Should().NotBeNullOrEmpty();
        (problem.GetProperty("pointer").GetString(), problem.GetProperty("line").GetInt64(), problem.GetProperty("column").GetInt64())
            .Should().Be((pointer, line, column));
    }

    [Fact]
    public async Task A_record_is_bound_from_a_body()
    {
        const string toll = """
            {"count":29,"breakdowns":[{"by":"victim","kind":"partition","parts":[{"victims":{"status":"civilian"},"count":MANY}]}]}
            """;
        JsonElement fine = await Post("/toll", toll.Replace("MANY", "29", StringComparison.Ordinal), HttpStatusCode.OK);
        fine.GetArrayLength().Should().Be(0);
        JsonElement clash = await Post("/toll", toll.Replace("MANY", "30", StringComparison.Ordinal), HttpStatusCode.OK);
        clash[0].GetString().Should().Contain("29").And.Contain("30");
        using HttpResponseMessage refused =
            await client.PostAsync("/toll", new StringContent("""{"deaths":29}""", Encoding.UTF8, "application/json"), Stop);
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("openapi", "ConflictModelOpenApi.cs")]
    [InlineData("api", "SampleApi.cs")]
    public void The_code_of_the_guide_is_the_code_that_is_tested(string mark, string file)
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "src", "ConflictModel", "docs", "schema.md"));
        int start = guide.IndexOf($"<!-- {mark} -->", StringComparison.Ordinal);
        string[] block = Lines(guide[start..guide.IndexOf($"<!-- end of {mark} -->", start, StringComparison.Ordinal)])[2..^1];
        block.Should().HaveCountGreaterThan(20);
        string[] code = Lines(File.ReadAllText(Path.Combine(Repository.Root, "tests", "ConflictModel.Tests", "Api", file)));
        block.Except(code).Should().BeEmpty();

        static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<JsonElement> Post(string address, string body, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using HttpResponseMessage answer = await client.PostAsync(address, content, Stop);
        answer.StatusCode.Should().Be(status);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Stop)).RootElement.Clone();
    }

    // The document's own writer orders keywords otherwise, and leaves out what is its default.
    private static string Shape(JsonElement schema) =>
        string.Join(' ', Named(schema, "properties").Concat(Named(schema, "required")).Append($"{Value(schema, "type")}")
            .Append($"{Value(schema, "pattern")}").Append($"{Value(schema, "title")}").Append($"{Value(schema, "minimum")}")
            .Concat(schema.TryGetProperty("oneOf", out JsonElement names)
                ? names.EnumerateArray().Select(name => $"{Value(name, "const")}: {Value(name, "description")}")
                : []));

    private static IEnumerable<string> Named(JsonElement schema, string keyword) =>
        !schema.TryGetProperty(keyword, out JsonElement members) ? []
            : members.ValueKind == JsonValueKind.Array ? members.EnumerateArray().Select(one => one.GetString()!)
            : members.EnumerateObject().Select(one => one.Name);

    private static string? Value(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out JsonElement value) ? value.ToString() : null;

    private static IEnumerable<string> References(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member =>
            member is { Name: "$ref", Value.ValueKind: JsonValueKind.String } ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
