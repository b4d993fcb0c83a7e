using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mentoring.IntegrationTests.Fuzz;
using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Features.Accounts;
using Mentoring.Platform.Features.ApiKeys;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.IntegrationTests.Contract;

/// <summary>What goes in and out has the shape that was meant: no entity, no tenant beside the address, no stray field.</summary>
public sealed partial class AnswerShapeTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public void No_answer_is_made_of_entities()
    {
        var answers = app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.Select(e => e.Metadata.GetMetadata<OperationMetadata>()?.Response)
            .OfType<Type>()
            .Distinct()
            .ToList();
        answers.Count.ShouldBeGreaterThan(20);
        var entities = Entities();
        entities.Count.ShouldBeGreaterThan(20);

        answers.SelectMany(a => Parts(a, [])).Where(entities.Contains).Select(t => t.Name).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public async Task No_request_names_a_tenant_beside_the_address()
    {
        using var nobody = app.Nobody();
        var contract = await nobody.See("/openapi/mentoring-platform.v1.json");
        var operations = contract["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(m => m.Value!);
        var names = new List<string>();
        foreach (var operation in operations)
        {
            var given = operation["parameters"]?.AsArray().Where(p => (string)p!["in"]! != "path") ?? [];
            names.AddRange(given.Select(p => (string)p!["name"]!));
            if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } body)
                names.AddRange(Fields(contract, body, []));
        }
        names.Count.ShouldBeGreaterThan(50);

        names.Where(n => TenantId().IsMatch(n)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_answered_is_what_the_contract_says()
    {
        var contract = await FuzzContract.Read(app);
        var shape = new AnswerShape(contract);
        var wrong = new List<string>();
        var held = 0;
        // Ids below the tenant would be nobody's.
        foreach (
            var operation in contract.Operations.Where(o =>
                o.Level is not null && o.Method == HttpMethod.Get && o.Path.Count(c => c == '{') == 1
            )
        )
        {
            var home = HomeOf(operation.Level!);
            var client = await app.As(RoleFor(operation), home);
            var answer = await client.Get("~" + operation.Path[(operation.Path.IndexOf('}') + 1)..]);
            var schema = operation.Answers["200"]!["content"]!["application/json"]!["schema"]!;
            if (answer.Status != HttpStatusCode.OK)
                wrong.Add($"{operation.Id}: {(int)answer.Status} {answer.Code}");
            else
                wrong.AddRange(shape.Misfits(answer.Json, schema).Select(m => operation.Id + m));
            held++;
        }

        wrong.ShouldBeEmpty();
        held.ShouldBeGreaterThan(10);
    }

    private static string RoleFor(FuzzOperation operation) =>
        Mentoring
            .Platform.MentoringRoles.Catalog.All.Where(r =>
                r.Level.ToString().Equals(operation.Level, StringComparison.OrdinalIgnoreCase)
            )
            .OrderBy(r => r.Code, StringComparer.Ordinal)
            .First(r => r.Permissions.Contains(operation.Permission))
            .Code;

    private static Guid HomeOf(string level) =>
        level switch
        {
            "region" => TestTree.Region,
            "municipality" => TestTree.Municipality,
            _ => TestTree.School,
        };

    private HashSet<Type> Entities()
    {
        using var scope = app.Services.CreateScope();
        DbContext[] contexts =
        [
            scope.ServiceProvider.GetRequiredService<AccountsDbContext>(),
            scope.ServiceProvider.GetRequiredService<ApiKeysDbContext>(),
        ];
        return
        [
            .. contexts.SelectMany(c => c.Model.GetEntityTypes()).Select(e => e.ClrType),
            .. typeof(Aggregate)
                .Assembly.GetTypes()
                .Where(t => t is { IsAbstract: false, IsClass: true } && t.IsAssignableTo(typeof(ITenantOwned))),
        ];
    }

    /// <summary>The type, what it is made of, and what that is made of.</summary>
    private static HashSet<Type> Parts(Type type, HashSet<Type> seen)
    {
        foreach (var argument in type.GenericTypeArguments)
            Parts(argument, seen);
        if (type.HasElementType)
            Parts(type.GetElementType()!, seen);
        var isOurs = type.Assembly.GetName().Name!.StartsWith("Mentoring", StringComparison.Ordinal);
        if (!isOurs || !seen.Add(type))
            return seen;
        foreach (var property in type.GetProperties())
            Parts(property.PropertyType, seen);
        return seen;
    }

    private static IEnumerable<string> Fields(JsonNode contract, JsonNode schema, HashSet<string> seen)
    {
        if ((string?)schema["$ref"] is { } reference)
            return seen.Add(reference)
                ? Fields(contract, contract["components"]!["schemas"]![reference.Split('/')[^1]]!, seen)
                : [];
        var inner = (schema["properties"]?.AsObject() ?? [])
            .SelectMany(p => Fields(contract, p.Value!, seen).Prepend(p.Key))
            .ToList();
        if (schema["items"] is { } item)
            inner.AddRange(Fields(contract, item, seen));
        foreach (var choice in (schema["oneOf"] ?? schema["anyOf"])?.AsArray() ?? [])
            inner.AddRange(Fields(contract, choice!, seen));
        return inner;
    }

    [GeneratedRegex("(tenant|organization|municipality|region)Id", RegexOptions.IgnoreCase)]
    private static partial Regex TenantId();
}
