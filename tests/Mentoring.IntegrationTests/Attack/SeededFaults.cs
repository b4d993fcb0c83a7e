using MediatR;
using Mentoring.IntegrationTests.Walls;
using Mentoring.Platform;
using Mentoring.Platform.Features.Accounts;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Pipeline;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Work;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Mentoring.IntegrationTests.Attack;

/// <summary>
/// Mistakes made on purpose, from outside the product: a service replaced, an address or a step added, a step taken
/// out. The product has no switch for any of them.
/// </summary>
internal static class SeededFaults
{
    public static IReadOnlyList<SeededFault> All =>
        [.. Steps, .. Requests, .. Data, .. Signing, .. Texts, .. InTransaction, .. InSql];

    /// <summary>The transaction step as it is, written again: what is red without a thing is green with all of them.</summary>
    public static SeededFault Faithful => Without(Skipped.Nothing, Guards.Start, "");

    private static IEnumerable<SeededFault> Steps =>
        [
            new("nobody asks for permissions", Guards.Matrix, "listPeople by mentor in own")
            {
                Services = s => s.ReplaceStep(typeof(PermissionStep<,>), null),
            },
            new("nobody validates", Guards.Validation, "")
            {
                Services = s => s.ReplaceStep(typeof(ValidationStep<,>), null),
            },
            new("a role may more than its table says", Guards.Matrix, "listPeople by mentor in own")
            {
                Services = s => s.AddSingleton(new RoleCatalog(MentoringRoles.Catalog.All.Select(Widened))),
            },
            Without(Skipped.Audit, Guards.Audit, "addMentor"),
            Without(Skipped.AuditOfReads, Guards.AuditOfReads, "Order "),
            Without(Skipped.Idempotency, Guards.Idempotency, "already_known"),
            Without(Skipped.WorkItems, Guards.RollUps, ""),
            Without(Skipped.Rollback, Guards.Rollback, ""),
            Without(Skipped.Versions, Guards.Versions, "PreconditionRequired"),
            new("a broken constraint means nothing", Guards.Constraints, "request.in_progress")
            {
                Services = s => s.RemoveAll<ConstraintError>(),
            },
            new("lists are cached without their tenant", Guards.OwnRows, "Второшколова")
            {
                Services = s =>
                {
                    s.AddSingleton<CachedAnswers>();
                    s.AddStepBefore(typeof(TransactionStep<,>), typeof(CachingStep<,>));
                },
            },
            new("requests are logged", Guards.Logs, "Незаписаева")
            {
                Services = s => s.AddStepBefore(typeof(ValidationStep<,>), typeof(TellingStep<,>)),
            },
            new("a job enters no tenant", Guards.DueWork, "organization.changed")
            {
                Services = s => s.AddScoped<IWorkHandler, StrayJob>(),
            },
        ];

    private static IEnumerable<SeededFault> Requests =>
        [
            new("an address without a request", Guards.Start, "the address belongs to no request")
            {
                Map = a => a.MapGet("/api/v1/rogue", () => "rogue"),
            },
            new("an address outside the API", Guards.Start, "the address belongs to no request")
            {
                Map = a => a.MapGet("/rogue", (DataSources sources) => sources.All.Count()),
            },
            Rogue<CountPeopleOpenly>("a request says not who may ask", Guards.Start, "not protected by exactly one"),
            Rogue<CountPeopleTwice>("a request says twice who may ask", Guards.Start, "not protected by exactly one"),
            Rogue<CountOwnPeople>("a request in a tenant is any account's", Guards.Start, "asks for no permission"),
            new("a request for a permission is in no tenant", Guards.Start, "is in no tenant")
            {
                Map = a =>
                    a.MapApi()
                        .Root.MapGet("/rogue", (Dispatcher send) => send.Ok(new CountPeople()))
                        .Describes<CountPeople, PeopleCount>("Counts"),
            },
            Rogue<CountPeople>("an operation without a row in the table", Guards.Table, "countPeople"),
            Rogue<CountPeopleOutside>("a query outside its transaction", Guards.Shapes, "countPeopleOutside: 500"),
            new("a tenant comes from the body", Guards.Addresses, "organizationId")
            {
                Services = s => s.AddScoped<IRequestHandler<CountPeopleOf, Result<PeopleCount>>, CountPeopleHandler>(),
                Map = a =>
                    a.MapApi()
                        .Organization.MapPost("/rogue", (CountPeopleOf body, Dispatcher send) => send.Ok(body))
                        .Describes<CountPeopleOf, PeopleCount>("Counts")
                        .WithExample(new CountPeopleOf(Guid.Empty)),
            },
            new("an answer is made of an entity", Guards.Entities, nameof(Person))
            {
                Services = s =>
                    s.AddScoped<IRequestHandler<ListPeopleWhole, Result<PeopleWhole>>, ListPeopleWholeHandler>(),
                Map = a =>
                    a.MapApi()
                        .Organization.MapGet("/rogue", (Dispatcher send) => send.Ok(new ListPeopleWhole()))
                        .Describes<ListPeopleWhole, PeopleWhole>("Lists"),
            },
            new("an answer says more than the contract", Guards.Shapes, "countPeople/secret: not in the contract")
            {
                Map = a =>
                    a.MapApi()
                        .Organization.MapGet("/rogue", () => TypedResults.Json(new { count = 1, secret = 2 }))
                        .Describes<CountPeople, PeopleCount>("Counts"),
            },
        ];

    private static IEnumerable<SeededFault> Data =>
        [
            new("no tenant is set", Guards.Start, "row-level security")
            {
                Services = s => ReplaceContext(s, isSet: false),
            },
            new("values of rows are logged", Guards.Logs, "Незаписаева")
            {
                Services = s =>
                {
                    ReplaceContext(s, isSet: true);
                    s.AddLogging(l => l.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Information));
                },
            },
            new("a table is mapped without its tenant", Guards.Filters, nameof(LooseAudit))
            {
                Services = s =>
                    AddToModel(s, m => m.Entity<LooseAudit>(e => e.ToView("audit_entry", MentoringDbContext.Schema))),
            },
            new("a column is mapped that does not exist", Guards.Columns, "person.nickname")
            {
                Services = s => AddToModel(s, m => m.Entity<Person>().Property<string?>("Nickname")),
            },
            new("schools come in by the superuser", Guards.Start, "names another login")
            {
                Logins = (app, logins) => logins with { School = app.Database.Superuser },
            },
            new("offices come in by the login of jobs", Guards.Start, "names another login")
            {
                Logins = (_, logins) => logins with { Oversight = logins.Work },
            },
        ];

    private static IEnumerable<SeededFault> Signing =>
        [
            new("every write is taken for ours", Guards.Antiforgery, "NoContent")
            {
                Services = s =>
                {
                    var real = s.Last(d => d.ServiceType == typeof(IAntiforgery)).ImplementationType!;
                    s.AddSingleton<IAntiforgery>(sp => new TrustingAntiforgery(
                        (IAntiforgery)ActivatorUtilities.CreateInstance(sp, real)
                    ));
                },
            },
            new("every password is the right one", Guards.Passwords, "OK")
            {
                Services = s => s.AddScoped<IPasswordHasher<Account>, TrustingHasher>(),
            },
        ];

    private static IEnumerable<SeededFault> Texts =>
        [
            InText("var all = db.Set<Person>().IgnoreQueryFilters();", "a query leaves the filters out"),
            InText("\"SELECT set_config('app.tenant', $1, false)\"", "a tenant is set for the session"),
            InText("\"SET app.tenant = 'x'\"", "a tenant is set by SET"),
            InText("\"SELECT pg_advisory_lock(1)\"", "a lock is left on a connection"),
        ];

    private static IEnumerable<SeededFault> InTransaction =>
        [
            new(
                "a login passes by the policies",
                Guards.Catalog("ALTER ROLE mentoring_school BYPASSRLS"),
                "passes by row level security"
            ),
            new(
                "a login may become another",
                Guards.Catalog("GRANT mentoring_work TO mentoring_school"),
                "a member of another role"
            ),
        ];

    private static IEnumerable<SeededFault> InSql =>
        CatalogCheckTests.Faults.Select(f => new SeededFault(f.Data.Item1, Guards.Catalog(f.Data.Item1), f.Data.Item2));

    private static SeededFault Without(Skipped thing, Guard guard, string red) =>
        new($"a step without {thing}", guard, red)
        {
            Services = s =>
            {
                s.AddSingleton(new SkippedThing(thing));
                s.ReplaceStep(typeof(TransactionStep<,>), typeof(SkippingStep<,>));
            },
        };

    private static SeededFault Rogue<T>(string name, Guard guard, string red)
        where T : IQuery<PeopleCount>, new() =>
        new(name, guard, red)
        {
            Services = s => s.AddScoped(typeof(IRequestHandler<T, Result<PeopleCount>>), typeof(CountPeopleHandler)),
            Map = a =>
                a.MapApi()
                    .Organization.MapGet("/rogue", (Dispatcher send) => send.Ok(new T()))
                    .Describes<T, PeopleCount>("Counts"),
        };

    private static SeededFault InText(string line, string name) => new(name, Guards.Sources(line), "Rogue.cs");

    private static Role Widened(Role role) =>
        role.Code == "mentor" ? role with { Permissions = [.. role.Permissions, PersonPermissions.View] } : role;

    private static void ReplaceContext(IServiceCollection services, bool isSet)
    {
        services.RemoveAll<MentoringDbContext>();
        services.AddScoped(sp =>
        {
            var scope = sp.GetRequiredService<RequestScope>();
            var options = new DbContextOptionsBuilder<MentoringDbContext>()
                .UseNpgsql(sp.GetRequiredService<DataSources>().For(scope.Login))
                .UseLoggerFactory(sp.GetRequiredService<ILoggerFactory>())
                .EnableSensitiveDataLogging();
            if (isSet)
                options.AddInterceptors(new TenantSetting());
            return new MentoringDbContext(
                options.Options,
                scope,
                sp.GetRequiredService<TimeProvider>(),
                sp.GetRequiredService<ModelParts>()
            );
        });
    }

    private static void AddToModel(IServiceCollection services, Action<ModelBuilder> part)
    {
        var given = services.Last(s => s.ServiceType == typeof(ModelParts)).ImplementationInstance;
        services.AddSingleton(given.ShouldBeOfType<ModelParts>().And(part));
        services.RemoveAll<MentoringDbContext>();
        services.AddScoped(sp =>
        {
            var scope = sp.GetRequiredService<RequestScope>();
            var options = new DbContextOptionsBuilder<MentoringDbContext>()
                .UseNpgsql(sp.GetRequiredService<DataSources>().For(scope.Login))
                .AddInterceptors(new TenantSetting())
                .ReplaceService<IModelCacheKeyFactory, OwnModel>()
                .EnableServiceProviderCaching(false);
            return new MentoringDbContext(
                options.Options,
                scope,
                sp.GetRequiredService<TimeProvider>(),
                sp.GetRequiredService<ModelParts>()
            );
        });
    }
}
