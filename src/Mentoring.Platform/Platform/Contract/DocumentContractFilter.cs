using System.Text.Json.Nodes;
using Mentoring.Platform.Platform.Results;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Mentoring.Platform.Platform.Contract;

/// <summary>Says what the tags mean, in the order of the features.</summary>
internal sealed class DocumentContractFilter(IReadOnlyDictionary<string, string> tags) : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var used = context
            .ApiDescriptions.SelectMany(d => d.ActionDescriptor.EndpointMetadata)
            .OfType<Microsoft.AspNetCore.Http.Metadata.ITagsMetadata>()
            .SelectMany(t => t.Tags)
            .ToHashSet(StringComparer.Ordinal);
        swaggerDoc.Tags = new HashSet<OpenApiTag>(
            tags.Where(t => used.Contains(t.Key)).Select(t => new OpenApiTag { Name = t.Key, Description = t.Value })
        );
        new AnswerExamples(swaggerDoc).Add();
        ListFieldCodes(swaggerDoc);
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "The server that shows this contract." }];
    }

    /// <summary>A broken field bears one of these, or a code that its operation lists.</summary>
    private static void ListFieldCodes(OpenApiDocument document)
    {
        if (document.Components?.Schemas?[nameof(FieldError)] is not OpenApiSchema { Properties: { } properties })
            throw new InvalidOperationException("The contract shows no broken fields.");
        var codes = ValidationCodes.All.Keys.OrderBy(c => c, StringComparer.Ordinal);
        ((OpenApiSchema)properties["code"]).Extensions = new Dictionary<string, IOpenApiExtension>(
            StringComparer.Ordinal
        )
        {
            ["x-codes"] = new JsonNodeExtension(new JsonArray([.. codes.Select(c => (JsonNode)JsonValue.Create(c)!)])),
        };
    }
}
