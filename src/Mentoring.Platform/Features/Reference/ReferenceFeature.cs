using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.Reference;

public static class ReferenceFeature
{
    public static readonly Feature Feature = new("reference")
    {
        Model = ReferenceMapping.Configure,
        Services = services =>
        {
            services.AddScoped<SettingsInForce>();
            services.AddScoped<ReferenceCodes>();
            // Two set a key for the first time at once: the later one has not seen what the first said.
            services.AddSingleton(new ConstraintError("setting_pkey", CommonErrors.Stale));
        },
        Routes = api =>
        {
            var reference = api.Organization.MapGroup("/reference");
            reference.MapGetReferenceData();
            reference.MapGetSettings();
            reference.MapChangeSetting();
        },
    };
}
