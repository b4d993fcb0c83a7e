using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Access;

/// <summary>An operation, as the contract of the running server shows it.</summary>
/// <param name="Level">Which kind of tenant the address names; null where it names none.</param>
internal sealed record ContractOperation(
    string Id,
    HttpMethod Method,
    string Path,
    string? Level,
    string Permission,
    JsonNode? Example
)
{
    private static readonly (string Prefix, string Level)[] Levels =
    [
        ("/api/v1/organizations/{organizationId}", "organization"),
        ("/api/v1/municipalities/{municipalityId}", "municipality"),
        ("/api/v1/regions/{regionId}", "region"),
    ];

    public static async Task<IReadOnlyList<ContractOperation>> Read(TestApp app)
    {
        using var nobody = app.Nobody();
        var contract = await nobody.See("/openapi/mentoring-platform.v1.json");
        return
        [
            .. from path in contract["paths"]!.AsObject()
            from method in path.Value!.AsObject()
            select Read(path.Key, method.Key, method.Value!),
        ];
    }

    /// <summary>The address in this tenant; every other id is one that nobody has.</summary>
    public string AddressIn(Guid tenant)
    {
        var address = Level is null ? Path : Path.Replace(TenantPart(), tenant.ToString(), StringComparison.Ordinal);
        while (address.IndexOf('{') is var open and >= 0)
            address = address[..open] + Guid.CreateVersion7() + address[(address.IndexOf('}') + 1)..];
        return address;
    }

    public Task<ApiAnswer> Call(ApiClient client, Guid tenant) =>
        client.Send(
            Method,
            AddressIn(tenant),
            Method == HttpMethod.Get ? null : Example ?? new JsonObject(),
            Method == HttpMethod.Post ? Guid.NewGuid() : null,
            version: 1
        );

    private string TenantPart() => Levels.Single(l => l.Level == Level).Prefix.Split('/')[^1];

    private static ContractOperation Read(string path, string method, JsonNode operation) =>
        new(
            (string)operation["operationId"]!,
            new HttpMethod(method.ToUpperInvariant()),
            path,
            Levels
                .Where(l => path.StartsWith(l.Prefix, StringComparison.Ordinal))
                .Select(l => l.Level)
                .SingleOrDefault(),
            (string)operation["x-permission"]!,
            operation["requestBody"]?["content"]?["application/json"]?["example"]
        );
}
