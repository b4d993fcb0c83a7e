using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Mentoring.Platform.Platform.Contract;

/// <summary>What the contract says about keys: which operations they open, and how their limits are told.</summary>
internal static class KeyContract
{
    public const string SchemeName = "apiKey";

    private static readonly (string Name, string Description)[] Limits =
    [
        ("RateLimit-Policy", "The limit and its window, e.g. `120;w=60`; only on answers to a key."),
        ("RateLimit-Limit", "How many requests the key may make in the window; only on answers to a key."),
        ("RateLimit-Remaining", "How many of them are left; only on answers to a key."),
        ("RateLimit-Reset", "Seconds until the window begins anew; only on answers to a key."),
    ];

    public static OpenApiSecurityScheme Scheme { get; } =
        new()
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "mp_…",
            Description =
                "A key that createApiKey shows once. It reads what its scopes open, in its own tenant; "
                + "`x-scope` names the scope that an operation needs.",
        };

    /// <summary>Either a session or a key with this scope.</summary>
    public static void Open(OpenApiOperation operation, OpenApiDocument document, string scope)
    {
        operation.Security!.Add(
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SchemeName, document)] = [] }
        );
        operation.Extensions!["x-scope"] = new JsonNodeExtension(JsonValue.Create(scope)!);
    }

    public static void SayLimits(OpenApiOperation operation, bool ofKey)
    {
        foreach (var (status, answer) in operation.Responses!)
        {
            var headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            if (status == "429")
                headers["Retry-After"] = Header("Seconds to wait before the next try.", JsonSchemaType.Integer);
            if (ofKey && (status is "200" or "429"))
                foreach (var (name, description) in Limits)
                    headers[name] = Header(
                        description,
                        name == "RateLimit-Policy" ? JsonSchemaType.String : JsonSchemaType.Integer
                    );
            if (headers.Count > 0)
                ((OpenApiResponse)answer).Headers = headers;
        }
    }

    private static OpenApiHeader Header(string description, JsonSchemaType type) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = type },
        };
}
