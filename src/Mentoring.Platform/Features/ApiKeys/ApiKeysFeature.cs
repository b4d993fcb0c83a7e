using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.ApiKeys;

public static class ApiKeysFeature
{
    public static readonly Feature Feature = new("apiKeys")
    {
        Services = services =>
        {
            services.AddDbContext<ApiKeysDbContext>(
                (sp, options) => options.UseNpgsql(sp.GetRequiredService<DataSources>().Accounts)
            );
            services.AddSingleton<PresentedKeys>();
            services.AddSingleton(ApiKeyScopes.Catalog);
        },
        Routes = api =>
        {
            Map(api.Organization, "");
            Map(api.Municipality, "Municipal");
            Map(api.Region, "Regional");
        },
    };

    /// <summary>Who asks, where another system asks: after routing, before sessions are looked for.</summary>
    public static IApplicationBuilder UseApiKeys(this IApplicationBuilder app) => app.UseMiddleware<ApiKeyMiddleware>();

    /// <summary>The same at every level; only operationIds have to differ.</summary>
    private static void Map(IEndpointRouteBuilder level, string whose)
    {
        var keys = level.MapGroup("/api-keys");
        keys.MapCreateApiKey().Named($"create{whose}ApiKey");
        keys.MapListApiKeys().Named($"list{whose}ApiKeys");
        keys.MapRevokeApiKey().Named($"revoke{whose}ApiKey");
    }
}
