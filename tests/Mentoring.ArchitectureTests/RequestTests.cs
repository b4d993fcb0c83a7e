using System.Reflection;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Pipeline;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.ArchitectureTests;

/// <summary>What every request, handler, aggregate and error looks like.</summary>
public sealed class RequestTests
{
    private static readonly Assembly Product = typeof(Feature).Assembly;

    private static readonly IReadOnlyList<Type> Handlers =
    [
        .. Product
            .GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false })
            .Where(t =>
                t.GetInterfaces()
                    .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequestHandler<,>))
            ),
    ];

    [Fact]
    [Trait("covers", "C-64")]
    public void Every_request_says_exactly_once_who_may_ask()
    {
        FeatureServices.Requests.Count.ShouldBeGreaterThan(5);

        FeatureServices.Requests.Where(r => Protection.Of(r) is null).ShouldBeEmpty();
    }

    [Fact]
    public void Every_permission_that_a_request_asks_for_is_in_some_role()
    {
        var given = Mentoring.Platform.MentoringRoles.Catalog.All.SelectMany(r => r.Permissions).ToHashSet();
        var asked = FeatureServices
            .Requests.Select(Protection.Of)
            .OfType<RequirePermissionAttribute>()
            .Select(a => a.Permission)
            .Distinct()
            .ToList();
        asked.ShouldNotBeEmpty();

        asked.Except(given).ShouldBeEmpty();
    }

    [Fact]
    public void Every_request_has_one_handler_and_handlers_are_internal_and_sealed()
    {
        Handlers.Count.ShouldBe(FeatureServices.Requests.Count);

        Handlers.Where(h => h.IsPublic || !h.IsSealed).ShouldBeEmpty();
    }

    [Fact]
    public void Wire_types_have_top_level_names()
    {
        var nested = FeatureServices.Requests.Concat(Handlers).Where(t => t.IsNested).Select(t => t.FullName);

        nested.ShouldBeEmpty();
    }

    [Fact]
    public void Whoever_asks_for_a_version_compares_it()
    {
        var requests = FeatureServices
            .Requests.Where(r => r.GetCustomAttribute<RequireIfMatchAttribute>() is not null)
            .ToList();
        requests.ShouldNotBeEmpty();

        foreach (var request in requests)
        {
            var file = Sources.Product.SingleOrDefault(f => f.Path.EndsWith($"/{request.Name}.cs"));
            file.ShouldNotBeNull($"{request.Name} has a file of its own");
            file.Code.ShouldContain("CheckVersion(", customMessage: request.Name);
        }
    }

    [Fact]
    public void Aggregates_hide_their_setters_and_know_neither_database_nor_web()
    {
        var aggregates = Product.GetTypes().Where(t => t.IsSubclassOf(typeof(Aggregate))).ToList();
        aggregates.ShouldNotBeEmpty();

        foreach (var aggregate in aggregates)
        {
            var file = Sources.Product.SingleOrDefault(f => f.Path.EndsWith($"/{aggregate.Name}.cs"));
            file.ShouldNotBeNull($"{aggregate.Name} has a file of its own");
            file.Text.ShouldNotContain("using Microsoft.EntityFrameworkCore", customMessage: aggregate.Name);
            file.Text.ShouldNotContain("using Microsoft.AspNetCore", customMessage: aggregate.Name);
        }
    }

    [Fact]
    public void Error_codes_are_unique_and_carry_their_noun()
    {
        var errors = ErrorCatalog.All;
        errors.Count.ShouldBeGreaterThan(15);

        errors.GroupBy(e => e.Code).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
        errors.Where(e => e.Code.Split('.').Length != 2).Select(e => e.Code).ShouldBeEmpty();
        errors.Where(e => e.Message.Length < 10).Select(e => e.Code).ShouldBeEmpty();
    }
}
