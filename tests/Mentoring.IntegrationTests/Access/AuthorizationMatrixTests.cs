using System.Net;
using Mentoring.IntegrationTests.ApiKeys;
using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.IntegrationTests.Access;

/// <summary>
/// Every operation of the contract × every role, nobody, and API keys (valid, revoked, expired), × the tenants that
/// these may stand to: their own, a sibling, one below, one above, an unrelated one. The expectation is the
/// hand-written table, not the code's.
/// </summary>
public sealed class AuthorizationMatrixTests(TestApp app, ITestOutputHelper output) : IClassFixture<TestApp>
{
    private static readonly AccessTable Table = AccessTable.Read();

    [Fact]
    [Trait("covers", "C-64")]
    public async Task The_table_has_a_row_for_every_operation_and_no_other()
    {
        var operations = (await ContractOperation.Read(app)).Where(o => o.Level is not null).Select(o => o.Id).ToList();
        operations.ShouldNotBeEmpty();

        operations.Except(Table.Operations).ShouldBeEmpty("operations without a row");
        Table.Operations.Except(operations).ShouldBeEmpty("rows without an operation");
        Table
            .RolesNamed.Except(MentoringRoles.Catalog.All.Select(r => r.Code))
            .ShouldBeEmpty("roles that do not exist");
        Table.KeysNamed.Order().ShouldBe(["municipalityKey", "organizationKey", "regionKey"]);
    }

    [Fact]
    [Trait("covers", "C-64")]
    public async Task Every_cell_answers_as_the_table_says()
    {
        var operations = (await ContractOperation.Read(app)).Where(o => o.Level is not null).ToList();
        var (cells, wrong) = await Wrong(app, operations, MentoringRoles.Catalog.All);
        output.WriteLine($"authorization matrix: {cells} cells, {wrong.Count} wrong");

        wrong.ShouldBeEmpty();
        cells.ShouldBeGreaterThan(100);
    }

    /// <summary>Every cell of these operations and roles, and those that answer otherwise than the table says.</summary>
    internal static async Task<(int Cells, IReadOnlyList<string> Wrong)> Wrong(
        TestApp app,
        IEnumerable<ContractOperation> operations,
        IEnumerable<Role> roles
    )
    {
        var cells = 0;
        var wrong = new List<string>();
        foreach (var operation in operations)
        {
            foreach (var tenant in Tenants(operation.Level!))
            {
                using var nobody = app.Nobody();
                var refused = await operation.Call(nobody, tenant);
                cells++;
                if (refused.Status != HttpStatusCode.Unauthorized)
                    wrong.Add($"{operation.Id} by nobody: {(int)refused.Status}");
            }
            foreach (var role in roles)
            {
                foreach (var (relation, tenant) in Relations(role, operation.Level!))
                {
                    var client = await app.As(role.Code, HomeOf(role));
                    var answer = await operation.Call(client, tenant);
                    cells++;
                    if (!IsAsSaid(operation.Id, role.Code, relation, answer))
                        wrong.Add($"{operation.Id} by {role.Code} in {relation}: {(int)answer.Status} {answer.Code}");
                }
            }
        }
        return (cells, wrong);
    }

    [Fact]
    [Trait("covers", "C-64"), Trait("covers", "C-66")]
    public async Task Every_cell_answers_keys_as_the_table_says()
    {
        var cells = 0;
        var wrong = new List<string>();
        var operations = (await ContractOperation.Read(app)).Where(o => o.Level is not null).ToList();
        foreach (var home in new[] { TestTree.School, TestTree.Municipality, TestTree.Region })
        {
            using var valid = app.With(await app.MakeFullKey(home));
            using var ended = await Ended(home, app.Revoke);
            using var expired = await Ended(home, app.Expire);
            foreach (var operation in operations)
            {
                foreach (var tenant in Tenants(operation.Level!))
                {
                    var answer = await operation.Call(valid, tenant);
                    if (!IsAsSaidOfKey(operation, tenant == home, answer))
                        wrong.Add($"{operation.Id} by key of {home} in {tenant}: {(int)answer.Status} {answer.Code}");
                    foreach (var dead in new[] { ended, expired })
                    {
                        var refused = await operation.Call(dead, tenant);
                        if (refused.Status != HttpStatusCode.Unauthorized || refused.Code != "apiKey.not_valid")
                            wrong.Add($"{operation.Id} by an ended key: {(int)refused.Status} {refused.Code}");
                    }
                    cells += 3;
                }
            }
        }
        output.WriteLine($"authorization matrix of keys: {cells} cells, {wrong.Count} wrong");

        wrong.ShouldBeEmpty();
        cells.ShouldBeGreaterThan(100);
    }

    private async Task<ApiClient> Ended(Guid home, Func<TestKey, Task> end)
    {
        var key = await app.MakeFullKey(home);
        await end(key);
        return app.With(key);
    }

    private static bool IsAsSaidOfKey(ContractOperation operation, bool isOwn, ApiAnswer answer)
    {
        if (!isOwn)
            return answer.Status == HttpStatusCode.NotFound && answer.Code == "resource.not_found";
        return Table.AllowsKey(operation.Id, operation.Level!)
            ? answer.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && (int)answer.Status < 500
            : answer.Status == HttpStatusCode.Forbidden && answer.Code == "access.forbidden";
    }

    private static bool IsAsSaid(string operation, string role, string relation, ApiAnswer answer)
    {
        if (relation != "own")
            return answer.Status == HttpStatusCode.NotFound && answer.Code == "resource.not_found";
        return Table.Allows(operation, role)
            // Ids in the address are nobody's, so that an allowed call may end in any way but as a refusal of the role.
            ? answer.Status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden) && (int)answer.Status < 500
            : answer.Status == HttpStatusCode.Forbidden && answer.Code == "access.forbidden";
    }

    private static Guid HomeOf(Role role) =>
        role.Level switch
        {
            TenantKind.Region => TestTree.Region,
            TenantKind.Municipality => TestTree.Municipality,
            _ => TestTree.School,
        };

    private static IEnumerable<Guid> Tenants(string level) =>
        TestTree.Tenants.Where(t => t.Value.Kind == level).Select(t => t.Key);

    private static IEnumerable<(string Relation, Guid Tenant)> Relations(Role role, string level)
    {
        var home = HomeOf(role);
        foreach (var tenant in Tenants(level))
        {
            var relation =
                tenant == home ? "own"
                : IsBelow(tenant, home) ? "subordinate"
                : IsBelow(home, tenant) ? "superior"
                : TestTree.Tenants[tenant].Parent == TestTree.Tenants[home].Parent ? "sibling"
                : "unrelated";
            yield return (relation, tenant);
        }
    }

    private static bool IsBelow(Guid tenant, Guid ancestor)
    {
        for (var current = TestTree.Tenants[tenant].Parent; current is { } id; current = TestTree.Tenants[id].Parent)
        {
            if (id == ancestor)
                return true;
        }
        return false;
    }
}
