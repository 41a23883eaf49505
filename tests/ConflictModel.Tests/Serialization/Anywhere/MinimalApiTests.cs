using System.Net;
using System.Text;
using System.Text.Json;
using ConflictModel.Serialization;
using ConflictModel.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConflictModel.Tests.Serialization.Anywhere;

/// <summary>A web API whose bodies are data sets, on a real server.</summary>
public sealed class MinimalApiTests : IAsyncLifetime
{
    private readonly HttpClient client = new();
    private WebApplication? app;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("added")]
    [InlineData("generated")]
    public async Task A_data_set_is_a_body_and_an_answer_with_options_told_of_nothing_or_of_us(string told)
    {
        await Start(told switch
        {
            "nothing" => _ => { },
            "added" => options => options.AddConflictModel(),
            _ => options =>
            {
                options.TypeInfoResolverChain.Clear();
                options.TypeInfoResolverChain.Add(CasefileContext.Default);
                options.AddConflictModel();
            },
        });

        HttpResponseMessage back = await Post("/echo", Sample.Bytes);
        back.StatusCode.Should().Be(HttpStatusCode.OK);
        DatasetJson.Read(await back.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().Be(Sample.Dataset);

        ConflictDataset odd = Sample.Dataset with { Tallies = [.. Sample.Dataset.Tallies, Sample.Dataset.Tallies[0]] };
        HttpResponseMessage judged = await Post("/validate", Encoding.UTF8.GetBytes(DatasetJson.Write(odd)));
        JsonSerializer.Deserialize<ValueList<Finding>>(await judged.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .Equals(odd.Validate()).Should().BeTrue();
    }

    [Fact]
    public async Task What_is_no_data_set_is_the_senders_fault()
    {
        await Start(_ => { });
        (await Post("/echo", "{\"schemaVersion\":\"1.0\",\"talies\":[]}"u8.ToArray())).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await Post("/echo", "{}"u8.ToArray())).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Data_that_nest_as_deep_as_a_file_may_pass_where_options_are_told()
    {
        var deep = new ConflictDataset { Extensions = new("{\"a\":" + new string('[', 126) + new string(']', 126) + "}") };
        await Start(options => options.AddConflictModel());
        HttpResponseMessage back = await Post("/echo", Encoding.UTF8.GetBytes(DatasetJson.Write(deep)));
        DatasetJson.Read(await back.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be(deep);
    }

    [Fact]
    public async Task A_body_is_read_and_an_answer_written_without_synchronous_waiting()
    {
        // Kestrel throws where a body is read or written synchronously.
        await Start(_ => { });
        HttpResponseMessage back = await Post("/streamed", Sample.Bytes);
        (await back.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Should().Equal(Sample.Bytes);
        (await Post("/streamed", Sample.Bytes[..^9])).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
    }

    private async Task Start(Action<JsonSerializerOptions> tell)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(options => tell(options.SerializerOptions));
        app = builder.Build();
        app.MapPost("/echo", (ConflictDataset dataset) => dataset);
        app.MapPost("/validate", (ConflictDataset dataset) => dataset.Validate());
        app.MapPost("/streamed", async (HttpContext http) =>
        {
            try
            {
                ConflictDataset dataset = await DatasetJson.ReadAsync(http.Request.Body, http.RequestAborted);
                await DatasetJson.WriteAsync(dataset, http.Response.Body, http.RequestAborted);
            }
            catch (DatasetFormatException)
            {
                http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            }
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        client.BaseAddress = new(app.Urls.Single());
    }

    private Task<HttpResponseMessage> Post(string path, byte[] json) => client.PostAsync(
        new Uri(path, UriKind.Relative),
        new ByteArrayContent(json) { Headers = { ContentType = new("application/json") } },
        TestContext.Current.CancellationToken);
}
