using System.Net;
using Mentoring.IntegrationTests.Failure;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Performance;

namespace Mentoring.IntegrationTests.ApiKeys;

/// <summary>What a key opens, and for how long.</summary>
public sealed class ApiKeyTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact, Trait("covers", "C-66")]
    public async Task A_key_reads_what_its_scope_opens_and_nothing_else()
    {
        var head = await app.Keeper(TestTree.School);
        var made = await head.Post("~/api-keys", TestKeys.Body("Сайт школы", ["figuresRead"]));
        made.Status.ShouldBe(HttpStatusCode.Created, made.Text);
        var secret = (string)made.Json["secret"]!;
        secret.ShouldMatch("^mp_[0-9A-Za-z]{8}_[0-9A-Za-z]{32}$");
        secret.ShouldStartWith((string)made.Json["prefix"]! + "_");
        using var site = app.With(new TestKey((Guid)made.Json["id"]!, TestTree.School, secret));

        (await site.See((string)made.Json["exampleAddress"]!)).ShouldNotBeNull();
        var figures = await site.Get("~/figures");

        figures.Text.ShouldBe((await head.Get("~/figures")).Text);
        figures.Headers.Keys.ShouldNotContain("Set-Cookie");
        (await site.Get("~/reference")).ShouldBe(HttpStatusCode.Forbidden, "access.forbidden");
        (await site.Get("~/mentors")).ShouldBe(HttpStatusCode.Forbidden, "access.forbidden");
        (await site.Post("~/api-keys", TestKeys.Body())).ShouldBe(HttpStatusCode.Forbidden, "access.forbidden");
        (await site.Get("/api/v1/accounts/session")).ShouldBe(HttpStatusCode.Unauthorized, "session.required");
    }

    [Fact, Trait("covers", "C-66")]
    public async Task A_key_reaches_no_tenant_but_its_own_not_even_below()
    {
        using var school = app.With(await app.MakeFullKey(TestTree.School));
        using var region = app.With(await app.MakeFullKey(TestTree.Region));

        foreach (var other in TestTree.Tenants.Where(t => t.Value.Kind == "organization").Select(t => t.Key))
        {
            var address = $"/api/v1/organizations/{other}/figures";
            (await region.Get(address)).ShouldBe(HttpStatusCode.NotFound, "resource.not_found");
            if (other != TestTree.School)
                (await school.Get(address)).ShouldBe(HttpStatusCode.NotFound, "resource.not_found");
        }
        (await region.Get($"/api/v1/municipalities/{TestTree.Municipality}/dashboard")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await region.Get($"~/municipalities/{TestTree.OtherMunicipality}/dashboard")).Status.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await region.Get($"~/municipalities/{TestTree.Municipality}/dashboard")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Trait("covers", "C-66")]
    public async Task Municipality_and_region_read_their_dashboards_by_key()
    {
        foreach (var tenant in new[] { TestTree.Municipality, TestTree.Region })
        {
            using var system = app.With(await app.MakeKey(tenant, "figuresRead"));

            var shown = await system.Get("~/dashboard");

            shown.Status.ShouldBe(HttpStatusCode.OK, shown.Text);
            shown.Text.ShouldBe((await (await app.Keeper(tenant)).Get("~/dashboard")).Text);
        }
    }

    [Fact, Trait("covers", "C-66")]
    public async Task A_revoked_key_is_refused_at_once_on_every_server()
    {
        var key = await app.MakeKey(TestTree.School);
        using var process = await ServerProcess.Start(app.Database.Setup.Logins, ServerProcess.FreePort());
        using var here = app.With(key);
        using var elsewhere = app.With(key, process.Address);
        (await here.Get("~/figures")).Status.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Get("~/figures")).Status.ShouldBe(HttpStatusCode.OK);

        await app.Revoke(key);

        (await elsewhere.Get("~/figures")).ShouldBe(HttpStatusCode.Unauthorized, "apiKey.not_valid");
        var refused = await here.Get("~/figures");
        refused.ShouldBe(HttpStatusCode.Unauthorized, "apiKey.not_valid");
        refused.Headers["WWW-Authenticate"].ShouldContain("invalid_token");
        ((string)(await app.Listed(key))["state"]!).ShouldBe("revoked");
        ((string)(await app.Listed(key))["revokedBy"]!).ShouldBe(TestTree.Login("headOfOrganization", TestTree.School));
        (await app.Listed(key))["allowed"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_has_expired_is_refused()
    {
        var key = await app.MakeKey(TestTree.School);
        using var system = app.With(key);
        (await system.Get("~/figures")).Status.ShouldBe(HttpStatusCode.OK);

        await app.Expire(key);

        (await system.Get("~/figures")).ShouldBe(HttpStatusCode.Unauthorized, "apiKey.not_valid");
        ((string)(await app.Listed(key))["state"]!).ShouldBe("expired");
    }

    [Fact]
    public async Task Keys_of_a_closed_tenant_open_nothing()
    {
        var key = await app.MakeKey(TestTree.OtherSchool);
        using var system = app.With(key);
        (await system.Get("~/figures")).Status.ShouldBe(HttpStatusCode.OK);

        await app.Database.Execute(
            $"UPDATE mentoring.tenant SET closed_on = '2026-04-01' WHERE id = '{TestTree.OtherSchool}'"
        );

        (await system.Get("~/figures")).ShouldBe(HttpStatusCode.Unauthorized, "apiKey.not_valid");
    }

    [Fact, Trait("covers", "C-66")]
    public async Task No_table_holds_a_key_that_could_be_used()
    {
        var key = await app.MakeKey(TestTree.School);
        var secret = key.Secret.Split('_')[^1][..26];
        var hash = await app.Database.Scalar<string>(
            $"SELECT encode(secret_hash, 'hex') FROM accounts.api_key WHERE id = '{key.Id}'"
        );
        hash!.Length.ShouldBe(64);

        (await TablesThatHold(hash)).ShouldBe(["accounts.api_key"], "the search finds what is there");
        (await TablesThatHold(secret)).ShouldBeEmpty();
        using var thief = app.With(key with { Secret = hash });
        (await thief.Get("~/figures")).ShouldBe(HttpStatusCode.Unauthorized, "apiKey.malformed");
    }

    [Fact]
    public async Task A_mistyped_key_is_refused_without_asking_the_database()
    {
        var key = await app.MakeKey(TestTree.School);
        var typo = key.Secret[..20] + (key.Secret[20] == 'a' ? 'b' : 'a') + key.Secret[21..];
        foreach (var text in new[] { typo, key.Secret[..^1], "mp_", "Bearer", new string('x', 5000) })
        {
            using var system = app.With(key with { Secret = text });
            using var trips = new RoundTrips();

            var answer = await trips.Of(system, c => c.Get("~/figures"));

            answer.ShouldBe(HttpStatusCode.Unauthorized, "apiKey.malformed");
            trips.Commands.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_key_costs_one_statement_a_request()
    {
        var key = await app.MakeKey(TestTree.School);
        using var system = app.With(key);
        await system.Get("~/figures");
        using var trips = new RoundTrips();

        await trips.Of(system, c => c.Get("~/figures"));

        // Where a minute has just begun, the key says that it is in use.
        trips
            .Commands.Where(c => c.Contains("accounts.", StringComparison.Ordinal))
            .Where(c => !c.Contains("last_used_at", StringComparison.Ordinal))
            .ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_key_beside_a_session_is_refused_because_one_of_the_two_is_not_meant()
    {
        var key = await app.MakeKey(TestTree.School);
        using var head = await app.SignIn(
            TestTree.Login("headOfOrganization", TestTree.School),
            TestTree.Password,
            TestTree.School
        );
        head.Key = key.Secret;

        (await head.Get("~/figures")).ShouldBe(HttpStatusCode.BadRequest, "apiKey.with_session");
    }

    private async Task<IReadOnlyList<string>> TablesThatHold(string text)
    {
        var tables = await app.Database.Scalar<string[]>(
            """
            SELECT array_agg(n.nspname || '.' || c.relname ORDER BY 1) FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname IN ('mentoring', 'accounts', 'tenancy') AND c.relkind = 'r'
            """
        );
        tables!.ShouldContain("mentoring.idempotency_record");
        var found = new List<string>();
        foreach (var table in tables!)
        {
            if (await app.Database.Scalar<bool>($"SELECT EXISTS (SELECT FROM {table} r WHERE r::text LIKE '%{text}%')"))
                found.Add(table);
        }
        return found;
    }
}
