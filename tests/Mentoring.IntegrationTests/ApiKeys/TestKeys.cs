using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.ApiKeys;

/// <summary>A key that a test has made.</summary>
internal sealed record TestKey(Guid Id, Guid Tenant, string Secret);

/// <summary>Keys of the tests' tenants, made through the API by those who may.</summary>
internal static class TestKeys
{
    /// <summary>Body of <c>createApiKey</c>.</summary>
    public static object Body(string name = "Сайт", string[]? scopes = null, int validForDays = 90) =>
        new
        {
            name,
            scopes = scopes ?? ["figuresRead"],
            validForDays,
        };

    public static Task<ApiClient> Keeper(this TestApp app, Guid tenant) =>
        app.As(
            TestTree.Tenants[tenant].Kind switch
            {
                "region" => "regionalOperator",
                "municipality" => "municipalAuthority",
                _ => "headOfOrganization",
            },
            tenant
        );

    public static async Task<TestKey> MakeKey(this TestApp app, Guid tenant, params string[] scopes)
    {
        var body = Body(scopes: scopes.Length > 0 ? scopes : null);
        var made = await (await app.Keeper(tenant)).Do("~/api-keys", body);
        return new TestKey((Guid)made["id"]!, tenant, (string)made["secret"]!);
    }

    /// <summary>A key with every scope that the level knows.</summary>
    public static async Task<TestKey> MakeFullKey(this TestApp app, Guid tenant)
    {
        var offer = (await (await app.Keeper(tenant)).See("~/api-keys"))["offer"]!["scopes"]!.AsArray();
        offer.ShouldNotBeEmpty();
        return await app.MakeKey(tenant, [.. offer.Select(s => (string)s!)]);
    }

    public static async Task Revoke(this TestApp app, TestKey key) =>
        await (await app.Keeper(key.Tenant)).Do($"~/api-keys/{key.Id}/revocation");

    /// <summary>The key was made long ago and has ended now.</summary>
    public static Task Expire(this TestApp app, TestKey key) =>
        app.Database.Execute(
            $"""
            UPDATE accounts.api_key SET created_at = created_at - interval '91 days',
              expires_at = expires_at - interval '91 days' WHERE id = '{key.Id}'
            """
        );

    /// <summary>Another system, that has this key and nothing else.</summary>
    public static ApiClient With(this TestApp app, TestKey key, Uri? server = null) =>
        new(server ?? app.Address, key.Tenant) { Key = key.Secret };

    public static async Task<JsonNode> Listed(this TestApp app, TestKey key)
    {
        var list = await (await app.Keeper(key.Tenant)).See("~/api-keys?limit=200");
        return list["items"]!.AsArray().Single(k => (Guid)k!["id"]! == key.Id)!;
    }
}
