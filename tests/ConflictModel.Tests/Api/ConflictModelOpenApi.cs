using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using ConflictModel.Serialization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace ConflictModel.Tests.Api;

/// <summary>Describes the types of ConflictModel by its schema.</summary>
internal static class ConflictModelOpenApi
{
    public static OpenApiOptions AddConflictModel(this OpenApiOptions options)
    {
        var parts = new ConcurrentDictionary<string, string>();
        options.AddSchemaTransformer((schema, context, _) =>
        {
            // What is bound from a route or a query is described as text, whatever its type.
            bool isParameter = context.JsonTypeInfo.Type == typeof(string) && context.JsonPropertyInfo is null;
            Type? type = isParameter ? context.ParameterDescription?.ParameterDescriptor.ParameterType : context.JsonTypeInfo.Type;
            if (type is null || !DatasetJson.TryGetSchemaOf(type, out string? part))
            {
                return Task.CompletedTask;
            }

            if (isParameter)
            {
                OpenApiSchema text = Parse(part, context.Document!);
                (schema.Description, schema.Type, schema.AnyOf) = (text.Description, text.Type, text.AnyOf);
                (schema.Pattern, schema.MinLength, schema.MaxLength) = (text.Pattern, text.MinLength, text.MaxLength);
            }
            else
            {
                type = Nullable.GetUnderlyingType(type) ?? type;
                parts[OpenApiOptions.CreateDefaultSchemaReferenceId(context.JsonTypeInfo.Options.GetTypeInfo(type))!] = part;
            }

            return Task.CompletedTask;
        });
        return options.AddDocumentTransformer((document, _, _) =>
        {
            foreach ((string name, string part) in parts)
            {
                OpenApiSchema schema = Parse(part, document);
                foreach ((string definition, IOpenApiSchema rule) in schema.Definitions ?? new Dictionary<string, IOpenApiSchema>())
                {
                    document.Components!.Schemas![char.ToUpperInvariant(definition[0]) + definition[1..]] = rule;
                }

                (schema.Definitions, schema.Schema, schema.Id) = (null, null, null);
                document.Components!.Schemas![name] = schema;
            }

            return Task.CompletedTask;
        });
    }

    // A definition bears its type's name with a small letter; a component of the document, with a capital.
    private static OpenApiSchema Parse(string part, OpenApiDocument document) =>
        OpenApiModelFactory.Parse<OpenApiSchema>(
            Regex.Replace(part, @"#/\$defs/([a-z])", name => "#/components/schemas/" + char.ToUpperInvariant(name.Groups[1].Value[0])),
            OpenApiSpecVersion.OpenApi3_1, document, out _)!;
}
