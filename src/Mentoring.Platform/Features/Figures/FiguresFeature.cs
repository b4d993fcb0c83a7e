using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.Figures;

public static class FiguresFeature
{
    public static readonly Feature Feature = new("figures")
    {
        Model = FiguresMapping.Configure,
        Services = services =>
        {
            services.AddScoped<RollUps>();
            services.AddScoped<OrganizationFacts>();
            services.AddScoped<CountOrganization>();
            services.AddScoped<Dashboards>();
            services.AddSingleton(RollUps.Lag);
            services.AddScoped<IWorkHandler, CountChangedOrganization>();
            services.AddScoped<IWorkHandler, SumUpChildren>();
            services.AddScoped<Children>();
            services.AddScoped<CoverageDecision>();
            services.AddSingleton(PlanDriftCheck.Nightly);
            services.AddScoped<IWorkHandler, PlanDriftCheck>();
            services.AddScoped<IWorkHandler, CheckFigures>();
        },
        Routes = api =>
        {
            api.Organization.MapGroup("/figures").MapGetOrganizationFigures();
            api.Municipality.MapGetMunicipalDashboard();
            api.Region.MapGetRegionalDashboard();
            api.Region.MapGetMunicipalDashboardOfRegion();
            api.Region.MapGetDriftCheck();
        },
    };
}
