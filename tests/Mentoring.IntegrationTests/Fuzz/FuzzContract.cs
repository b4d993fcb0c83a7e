using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Fuzz;

/// <summary>An operation with all that the contract says of what goes in and what comes out.</summary>
/// <param name="Level">Kind of the tenant in the address; null where it names none.</param>
internal sealed record FuzzOperation(
    string Id,
    HttpMethod Method,
    string Path,
    string? Level,
    string Permission,
    IReadOnlyList<(string Name, JsonNode Schema)> Query,
    JsonNode? BodySchema,
    JsonNode? Example,
    JsonObject Answers
);

/// <summary>The contract of the running server.</summary>
internal sealed class FuzzContract(JsonNode document)
{
    public IReadOnlyList<FuzzOperation> Operations { get; } =
    [
        .. from path in document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select Operation(path.Key, method.Key, method.Value!),
    ];

    public static async Task<FuzzContract> Read(TestApp app)
    {
        using var nobody = app.Nobody();
        return new FuzzContract(await nobody.See("/openapi/mentoring-platform.v1.json"));
    }

    /// <summary>The schema itself where another is only named.</summary>
    public JsonNode Resolve(JsonNode schema)
    {
        while (schema["$ref"] is { } reference)
            schema = document["components"]!["schemas"]![((string)reference!).Split('/')[^1]]!;
        return schema;
    }

    private static FuzzOperation Operation(string path, string method, JsonNode operation)
    {
        var json = operation["requestBody"]?["content"]?["application/json"];
        var query = operation["parameters"]?.AsArray().Where(p => (string)p!["in"]! == "query") ?? [];
        return new FuzzOperation(
            (string)operation["operationId"]!,
            new HttpMethod(method.ToUpperInvariant()),
            path,
            path.Split('/') is [_, "api", "v1", "organizations" or "municipalities" or "regions", _, ..]
                ? path.Split('/')[3] switch
                {
                    "organizations" => "organization",
                    "municipalities" => "municipality",
                    _ => "region",
                }
                : null,
            (string)operation["x-permission"]!,
            [.. query.Select(p => ((string)p!["name"]!, p["schema"]!))],
            json?["schema"],
            json?["example"],
            operation["responses"]!.AsObject()
        );
    }
}
