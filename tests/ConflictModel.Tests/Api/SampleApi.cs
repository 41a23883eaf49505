using ConflictModel.Arithmetic;
using ConflictModel.Serialization;
using ConflictModel.Tests.Serialization;
using ConflictModel.Validation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ConflictModel.Tests.Api;

/// <summary>The API of the guide, at an address of this machine that is free.</summary>
internal static class SampleApi
{
    public static WebApplication Build()
    {
        ConflictDataset dataset = Sample.Dataset;
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddOpenApi(options => options.AddConflictModel());

        WebApplication app = builder.Build();
        app.MapOpenApi();

        // Ids and dates are bound from routes and queries: they are parsable.
        app.MapGet("/incidents/{id}", (IncidentId id, UncertainDate? within) =>
            dataset.Incidents.FirstOrDefault(incident => incident.Id == id) is { } found
                && (within is not { } period || period.Contains(found.Date.Date) != Truth.No)
                    ? Results.Ok(found)
                    : Results.NotFound()).Produces<Incident>();

        // Records are read and written as files have them.
        app.MapPost("/toll", (Toll toll) => toll.Derive().Contradictions.Select(contradiction => contradiction.ToSentence()));

        // A file that is none is a problem with a place, and one that can't be true has findings.
        app.MapPost("/validate", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            try
            {
                ConflictDataset sent = DatasetJson.Read(body.ToArray());
                return Results.Ok(sent.Validate().Select(one => new { one.Code, one.Severity, Pointer = $"{one.Pointer}", one.Message }));
            }
            catch (DatasetFormatException error)
            {
                var place = new Dictionary<string, object?>
                {
                    ["pointer"] = error.Pointer,
                    ["line"] = error.Line,
                    ["column"] = error.Column,
                };
                return Results.Problem(error.Reason, title: "This is no data set file.", statusCode: 400, extensions: place);
            }
        }).Accepts<ConflictDataset>("application/json").ProducesProblem(400);

        return app;
    }
}
