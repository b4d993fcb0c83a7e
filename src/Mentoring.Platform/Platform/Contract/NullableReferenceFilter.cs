using System.Reflection;
using System.Text.Json;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Mentoring.Platform.Platform.Contract;

/// <summary>
/// A member that may be null says so also where its type is a schema of its own: a bare reference would promise a value.
/// </summary>
internal sealed class NullableReferenceFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } properties })
            return;
        var nullability = new NullabilityInfoContext();
        foreach (var member in context.Type.GetProperties())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
            if (
                properties.TryGetValue(name, out var found)
                && found is OpenApiSchemaReference
                && nullability.Create(member).ReadState == NullabilityState.Nullable
            )
                properties[name] = new OpenApiSchema
                {
                    OneOf = [found, new OpenApiSchema { Type = JsonSchemaType.Null }],
                };
        }
    }
}
