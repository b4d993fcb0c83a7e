using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Pipeline;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Mentoring.Platform.Platform.Contract;

/// <summary>Writes into the contract what an operation's attributes and metadata say: nothing is said twice.</summary>
internal sealed class OperationContractFilter(ScopeCatalog scopes) : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var all = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        var metadata =
            all.OfType<OperationMetadata>().SingleOrDefault()
            ?? throw new InvalidOperationException($"{context.ApiDescription.RelativePath} describes itself not.");
        var level = all.OfType<TenantLevel>().SingleOrDefault();
        var inTenant = level is not null;
        var isPost = context.ApiDescription.HttpMethod == HttpMethods.Post;
        var isRead = context.ApiDescription.HttpMethod == HttpMethods.Get;
        operation.Summary = metadata.Summary;
        operation.Parameters ??= [];
        if (level is not null)
            operation.Parameters.Insert(0, TenantOf(level));
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            // Read from properties of the request, whose names begin with a capital.
            if (parameter.In == ParameterLocation.Query)
                parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
            parameter.Description ??= Describe(parameter.Name!);
        }
        Protect(operation, context.Document, metadata, isRead);
        var scope = ScopeOf(metadata, level);
        if (scope is not null)
            KeyContract.Open(operation, context.Document, scope);
        if (inTenant && isPost)
            AddHeader(operation, "Idempotency-Key", "A new UUID for each thing you want done.", "uuid");
        var needsVersion = metadata.Request.GetCustomAttribute<RequireIfMatchAttribute>() is not null;
        if (needsVersion)
            AddHeader(operation, "If-Match", "The version that you have seen, in quotes.", null);
        AddExample(operation, metadata);
        AddFile(operation, metadata);
        AddErrors(operation, context, Errors(metadata, inTenant, isPost, needsVersion, isRead));
        KeyContract.SayLimits(operation, ofKey: scope is not null);
    }

    /// <summary>No handler takes the tenant as a parameter: the address has picked it before.</summary>
    private static OpenApiParameter TenantOf(TenantLevel level) =>
        new()
        {
            Name = level.RouteValue,
            In = ParameterLocation.Path,
            Required = true,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
        };

    private static string Describe(string name) =>
        name switch
        {
            "limit" => "How many items; 50 by default, 200 at most.",
            "cursor" => "Where the page before ended.",
            "sort" => "The field to sort by; a minus in front turns it round.",
            "q" => "Beginnings of words to look for.",
            _ when name.EndsWith("Id", StringComparison.Ordinal) => $"Id of the {name[..^2]}.",
            _ => $"Filter by {name}.",
        };

    private static void Protect(
        OpenApiOperation operation,
        OpenApiDocument document,
        OperationMetadata metadata,
        bool isRead
    )
    {
        var protection = Protection.Of(metadata.Request);
        operation.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
        var permission = protection switch
        {
            RequirePermissionAttribute required => required.Permission,
            OwnAccountAttribute => "own-account",
            _ => "anonymous",
        };
        operation.Extensions["x-permission"] = new JsonNodeExtension(JsonValue.Create(permission)!);
        operation.Security =
            protection is AnonymousRequestAttribute
                ? []
                : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("session", document)] = [] }];
        if (!isRead && protection is not AnonymousRequestAttribute)
            AddHeader(operation, "X-Antiforgery", "The session's antiforgeryToken.", null);
    }

    private string? ScopeOf(OperationMetadata metadata, TenantLevel? level) =>
        level is not null && Protection.Of(metadata.Request) is RequirePermissionAttribute required
            ? scopes.ScopeOf(required.Permission, level.Kind)
            : null;

    private static void AddHeader(OpenApiOperation operation, string name, string description, string? format) =>
        operation.Parameters!.Add(
            new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Header,
                Required = true,
                Description = description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = format },
            }
        );

    private static void AddExample(OpenApiOperation operation, OperationMetadata metadata)
    {
        if (operation.RequestBody?.Content?.TryGetValue("application/json", out var content) != true)
            return;
        if (metadata.Example is null)
            throw new InvalidOperationException($"{metadata.OperationId} takes a body and shows no example.");
        content!.Example = JsonSerializer.SerializeToNode(metadata.Example, WireJson.Options);
    }

    private static void AddFile(OpenApiOperation operation, OperationMetadata metadata)
    {
        if (metadata.Response != typeof(byte[]))
            return;
        operation.Responses!["200"] = new OpenApiResponse
        {
            Description = "The file.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [metadata.MediaType] = new()
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                },
            },
        };
    }

    private static IEnumerable<Error> Errors(
        OperationMetadata metadata,
        bool inTenant,
        bool isPost,
        bool needsVersion,
        bool isRead
    )
    {
        var protection = Protection.Of(metadata.Request);
        foreach (var error in metadata.Errors)
            yield return error;
        yield return CommonErrors.Malformed;
        yield return CommonErrors.Validation;
        yield return CommonErrors.TooManyRequests;
        yield return CommonErrors.Unexpected;
        yield return CommonErrors.Unavailable;
        yield return CommonErrors.Overloaded;
        yield return CommonErrors.StorageFull;
        yield return CommonErrors.KeyMalformed;
        yield return CommonErrors.KeyNotValid;
        yield return CommonErrors.KeyWithSession;
        if (protection is not AnonymousRequestAttribute)
            yield return CommonErrors.Unauthenticated;
        if (!isRead)
        {
            yield return CommonErrors.TooLarge;
            yield return CommonErrors.MediaType;
            yield return CommonErrors.Antiforgery;
            yield return CommonErrors.Busy;
        }
        if (protection is RequirePermissionAttribute)
            yield return CommonErrors.Forbidden;
        if (inTenant)
            yield return CommonErrors.NotFound;
        if (inTenant && !isRead)
        {
            yield return CommonErrors.Stale;
        }
        if (inTenant && isPost)
        {
            yield return CommonErrors.IdempotencyKeyRequired;
            yield return CommonErrors.IdempotencyKeyReused;
        }
        if (needsVersion)
            yield return CommonErrors.IfMatchRequired;
    }

    private static string Describe(Error error) =>
        $"`{error.Code}`: {error.Message}" + (error.IsConfirmable ? " Can be confirmed." : "");

    private static void AddErrors(OpenApiOperation operation, OperationFilterContext context, IEnumerable<Error> errors)
    {
        var schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository);
        foreach (var group in errors.DistinctBy(e => e.Code).GroupBy(Problems.Status).OrderBy(g => g.Key))
        {
            var codes = group.OrderBy(e => e.Code, StringComparer.Ordinal).ToList();
            var list = new JsonArray([.. codes.Select(e => (JsonNode)JsonValue.Create(e.Code)!)]);
            operation.Responses![group.Key.ToString(System.Globalization.CultureInfo.InvariantCulture)] =
                new OpenApiResponse
                {
                    Description = string.Join(' ', codes.Select(Describe)),
                    Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
                    {
                        ["x-codes"] = new JsonNodeExtension(list),
                    },
                    Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                    {
                        [Problems.ContentType] = new() { Schema = schema },
                    },
                };
        }
    }
}
