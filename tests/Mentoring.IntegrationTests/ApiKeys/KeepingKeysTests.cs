using System.Net;
using MediatR;
using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.IntegrationTests.ApiKeys;

/// <summary>Making, listing and revoking keys.</summary>
public sealed class KeepingKeysTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact, Trait("covers", "C-66")]
    public async Task The_same_request_again_names_the_key_and_shows_it_no_more()
    {
        var head = await app.Keeper(TestTree.School);
        var (body, request) = (TestKeys.Body("Повтор"), Guid.NewGuid());

        var first = await head.Post("~/api-keys", body, request);
        var again = await head.Post("~/api-keys", body, request);
        var other = await head.Post("~/api-keys", TestKeys.Body("Другой"), request);

        ((string?)first.Json["secret"]).ShouldNotBeNullOrEmpty();
        again.Status.ShouldBe(HttpStatusCode.Created);
        again.Headers["Idempotent-Replayed"].ShouldBe("true");
        ((string)again.Json["id"]!).ShouldBe((string)first.Json["id"]!);
        again.Json["secret"].ShouldBeNull();
        other.ShouldBe(HttpStatusCode.UnprocessableEntity, "idempotency.key_reused");
        (await Count("Повтор")).ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_dies_halfway_leaves_no_second_key()
    {
        var head = await app.Keeper(TestTree.School);
        var (body, request) = (TestKeys.Body("Обрыв"), Guid.NewGuid());
        var first = await head.Post("~/api-keys", body, request);
        // What is left where the accounts' part was committed and the tenant's part was not.
        await app.Database.Execute($"DELETE FROM mentoring.idempotency_record WHERE key = '{request}'");

        var again = await head.Post("~/api-keys", body, request);

        ((Guid)again.Json["id"]!).ShouldBe((Guid)first.Json["id"]!);
        (await Count("Обрыв")).ShouldBe(1);
        (await Get(first)).ShouldBe(HttpStatusCode.Unauthorized, "apiKey.not_valid");
        (await Get(again)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_list_says_of_each_key_what_it_is_and_never_the_key()
    {
        var key = await app.MakeKey(TestTree.SiblingSchool, "figuresRead", "referenceRead");
        var head = await app.Keeper(TestTree.SiblingSchool);

        var list = await head.Get("~/api-keys");
        var row = list.Json["items"]!.AsArray().ShouldHaveSingleItem()!;

        ((string)row["prefix"]!).ShouldBe(key.Secret[..11]);
        ((string)row["state"]!).ShouldBe("active");
        ((string)row["createdBy"]!).ShouldBe(TestTree.Login("headOfOrganization", TestTree.SiblingSchool));
        row["lastUsedAt"].ShouldBeNull();
        row["allowed"]!.AsArray().Select(a => (string)a!).ShouldBe(["revokeApiKey"]);
        list.Text.ShouldNotContain(key.Secret[12..]);
        list.Json["offer"]!["scopes"]!
            .AsArray()
            .Select(s => (string)s!)
            .ShouldBe(["figuresRead", "organizationsRead", "referenceRead"]);
        (await head.See("~/api-keys?q=сай"))["items"]!.AsArray().Count.ShouldBe(1);
        (await head.See("~/api-keys?q=другое"))["items"]!.AsArray().ShouldBeEmpty();
        (await (await app.Keeper(TestTree.School)).See("~/api-keys?limit=200"))["items"]!
            .AsArray()
            .ShouldNotContain(k => (Guid)k!["id"]! == key.Id);
    }

    [Fact]
    public async Task A_page_of_keys_goes_on_where_the_one_before_ended()
    {
        var authority = await app.Keeper(TestTree.SiblingMunicipality);
        for (var i = 0; i < 3; i++)
            await app.MakeKey(TestTree.SiblingMunicipality);

        var first = await authority.See("~/api-keys?limit=2");
        var second = await authority.See($"~/api-keys?limit=2&cursor={(string)first["nextCursor"]!}");

        ((int)first["total"]!).ShouldBe(3);
        var ids = first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(k => (Guid)k!["id"]!).ToList();
        ids.Distinct().Count().ShouldBe(3);
        ids.ShouldBe(ids.OrderDescending().ToList(), "the newest first");
    }

    [Fact]
    public async Task A_scope_that_means_nothing_here_is_not_given()
    {
        var authority = await app.Keeper(TestTree.Municipality);

        var answer = await authority.Post("~/api-keys", TestKeys.Body(scopes: ["referenceRead"]));

        answer.ShouldBe(HttpStatusCode.BadRequest, "apiKey.scope_not_offered");
        ((string)answer.Json["errors"]![0]!["pointer"]!).ShouldBe("/scopes");
    }

    [Theory]
    [InlineData("", "figuresRead", 90)]
    [InlineData("Сайт", "figuresRead", 0)]
    [InlineData("Сайт", "figuresRead", 366)]
    [InlineData("Сайт", null, 90)]
    [InlineData("Сайт", "everything", 90)]
    public async Task A_key_has_a_name_a_scope_and_an_end_within_a_year(string name, string? scope, int days)
    {
        var head = await app.Keeper(TestTree.School);

        var answer = await head.Post("~/api-keys", TestKeys.Body(name, scope is null ? [] : [scope], days));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
    }

    [Fact]
    public async Task There_is_an_end_to_how_many_valid_keys_a_tenant_has()
    {
        var keys = new List<TestKey>();
        for (var i = 0; i < 20; i++)
            keys.Add(await app.MakeKey(TestTree.CousinSchool));
        var head = await app.Keeper(TestTree.CousinSchool);

        (await head.Post("~/api-keys", TestKeys.Body())).ShouldBe(HttpStatusCode.Conflict, "apiKey.too_many");
        await app.Revoke(keys[0]);
        (await head.Post("~/api-keys", TestKeys.Body())).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Another_tenants_key_cannot_be_revoked_and_a_revoked_one_stays_as_it_was()
    {
        var key = await app.MakeKey(TestTree.School);
        var stranger = await app.Keeper(TestTree.SiblingSchool);
        var head = await app.Keeper(TestTree.School);

        (await stranger.Post($"~/api-keys/{key.Id}/revocation")).ShouldBe(
            HttpStatusCode.NotFound,
            "resource.not_found"
        );
        var first = await head.Do($"~/api-keys/{key.Id}/revocation");
        var second = await head.Do($"~/api-keys/{key.Id}/revocation");

        ((string)second["revokedAt"]!)[..22].ShouldBe(((string)first["revokedAt"]!)[..22]);
        ((string)second["state"]!).ShouldBe("revoked");
    }

    [Fact]
    public async Task Making_and_revoking_are_in_the_audit_log()
    {
        var key = await app.MakeKey(TestTree.School);
        await app.Revoke(key);
        var head = await app.Keeper(TestTree.School);

        var rows = await app.Database.Scalar<string[]>(
            $"""
            SELECT array_agg(operation || ' ' || subject_kind || ' ' || account_id ORDER BY id)
            FROM mentoring.audit_entry WHERE tenant_id = '{TestTree.School}' AND subject_id = '{key.Id}'
            """
        );

        rows.ShouldBe([$"createApiKey ApiKey {head.AccountId}", $"revokeApiKey ApiKey {head.AccountId}"]);
    }

    /// <summary>No scope lets a key write yet; what the pipeline would record of one is held here.</summary>
    [Fact]
    public async Task What_a_key_writes_is_the_keys_in_the_audit_log()
    {
        var key = Guid.CreateVersion7();
        await using var scope = app.Services.CreateAsyncScope();
        var request = scope.ServiceProvider.GetRequiredService<RequestScope>();
        var tenant = new TenantInfo(
            TestTree.School,
            TenantKind.Organization,
            "",
            "",
            TestTree.Lineage(TestTree.School),
            "Europe/Moscow"
        );
        var permissions = new HashSet<string> { ReferencePermissions.ChangeSetting };
        var membership = new Membership(tenant, null, [], permissions);
        request.Principal = new KeyPrincipal(key, membership);
        request.Enter(membership);
        request.ExpectedVersion = 0;

        var change = new ChangeSetting(System.Text.Json.JsonSerializer.SerializeToElement(20))
        {
            Key = "pairSilentAfterDays",
        };
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(change);

        outcome.Error.ShouldBeNull();
        (
            await app.Database.Scalar<string>(
                $"SELECT operation || coalesce(account_id::text, '') FROM mentoring.audit_entry WHERE api_key_id = '{key}'"
            )
        ).ShouldBe("changeSetting");
    }

    private async Task<ApiAnswer> Get(ApiAnswer made)
    {
        using var system = app.With(new TestKey(Guid.Empty, TestTree.School, (string)made.Json["secret"]!));
        return await system.Get("~/figures");
    }

    private Task<long> Count(string name) =>
        app.Database.Scalar<long>($"SELECT count(*) FROM accounts.api_key WHERE name = '{name}'");
}
