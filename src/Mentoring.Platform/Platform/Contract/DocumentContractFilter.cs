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
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "The server that shows this contract." }];
    }
}
