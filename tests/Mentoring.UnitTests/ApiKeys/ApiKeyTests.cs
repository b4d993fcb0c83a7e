using Mentoring.Platform.Features.ApiKeys;
using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Pipeline;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.UnitTests.ApiKeys;

public sealed class ApiKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 4, 15, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(90, ApiKeyState.Active)]
    [InlineData(15, ApiKeyState.Active)]
    [InlineData(14, ApiKeyState.Expiring)]
    [InlineData(1, ApiKeyState.Expiring)]
    [InlineData(0, ApiKeyState.Expired)]
    [InlineData(-1, ApiKeyState.Expired)]
    public void A_key_says_when_its_end_is_near(int days, ApiKeyState state) =>
        Key(Now.AddDays(days)).State(Now).ShouldBe(state);

    [Fact]
    public void A_revoked_key_stays_revoked_by_whoever_was_first()
    {
        var key = Key(Now.AddDays(90));
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());

        key.Revoke(first, Now);
        key.Revoke(second, Now.AddHours(1));

        key.State(Now).ShouldBe(ApiKeyState.Revoked);
        key.RevokedBy.ShouldBe(first);
        key.RevokedAt.ShouldBe(Now);
    }

    [Fact]
    public void Only_a_key_that_opens_something_can_be_revoked_and_only_by_who_may()
    {
        ApiKeyAccess.Allowed(Actor(ApiKeyPermissions.Revoke), ApiKeyState.Active).ShouldBe(["revokeApiKey"]);
        ApiKeyAccess.Allowed(Actor(ApiKeyPermissions.Revoke), ApiKeyState.Expiring).ShouldBe(["revokeApiKey"]);
        ApiKeyAccess.Allowed(Actor(ApiKeyPermissions.Revoke), ApiKeyState.Expired).ShouldBeEmpty();
        ApiKeyAccess.Allowed(Actor(ApiKeyPermissions.Revoke), ApiKeyState.Revoked).ShouldBeEmpty();
        ApiKeyAccess.Allowed(Actor(ApiKeyPermissions.View), ApiKeyState.Active).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_gives_more_than_he_has()
    {
        var actor = Actor(FigurePermissions.Own, OrganizationPermissions.List);

        ApiKeyScopes.OfferedTo(actor, TenantKind.Organization).ShouldBe([ApiKeyScope.FiguresRead]);
        ApiKeyScopes.OfferedTo(actor, TenantKind.Region).ShouldBe([ApiKeyScope.OrganizationsRead]);
        ApiKeyScopes.OfferedTo(Actor(), TenantKind.Organization).ShouldBeEmpty();
    }

    [Fact]
    public void A_scope_opens_nothing_at_a_level_that_it_is_not_for()
    {
        var every = Enum.GetValues<ApiKeyScope>().Select(ApiKeyScopes.Code).ToList();

        ApiKeyScopes
            .Catalog.PermissionsOf(every, TenantKind.Municipality)
            .Order()
            .ShouldBe([FigurePermissions.Municipality, OrganizationPermissions.List]);
        ApiKeyScopes.Catalog.PermissionsOf(["nothing"], TenantKind.Region).ShouldBeEmpty();
    }

    [Fact]
    public void What_keys_open_is_read_and_holds_nothing_that_reading_would_be_recorded_of()
    {
        var opened = ApiKeyScopes.Catalog.All.Select(g => g.Permission).ToHashSet();
        var requests = FeatureServices
            .Requests.Where(r => Protection.Of(r) is RequirePermissionAttribute p && opened.Contains(p.Permission))
            .ToList();
        requests.Count.ShouldBeGreaterThan(5);

        requests.Where(r => !IsQuery(r)).ShouldBeEmpty("keys write nothing");
        requests.Where(r => Attribute.IsDefined(r, typeof(AuditedReadAttribute))).ShouldBeEmpty();
    }

    [Fact]
    public void Every_scope_means_something_somewhere() =>
        ApiKeyScopes
            .Catalog.All.Select(g => ApiKeyScopes.Read(g.Scope))
            .Distinct()
            .Order()
            .ShouldBe(Enum.GetValues<ApiKeyScope>());

    private static bool IsQuery(Type request) =>
        request.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQuery<>));

    private static Actor Actor(params string[] permissions) => new(Guid.NewGuid(), null, permissions.ToHashSet());

    private static ApiKey Key(DateTimeOffset expiresAt) =>
        new()
        {
            TenantId = Guid.NewGuid(),
            Name = "Сайт",
            Prefix = "mp_4kX7q2Md",
            SecretHash = [],
            Scopes = ["figuresRead"],
            CreatedBy = Guid.NewGuid(),
            CreatedAt = Now.AddDays(-30),
            RequestKey = "",
            ExpiresAt = expiresAt,
        };
}
