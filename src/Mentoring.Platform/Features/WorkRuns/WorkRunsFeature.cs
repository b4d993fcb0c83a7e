using Mentoring.Platform.Platform.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.WorkRuns;

/// <summary>The operator's view of background work; the work itself is the platform's and the features'.</summary>
public static class WorkRunsFeature
{
    public static readonly Feature Feature = new("workRuns")
    {
        Services = services => services.AddScoped<WorkKinds>(),
        Routes = api =>
        {
            var runs = api.Region.MapGroup("/work-runs");
            runs.MapListWorkRuns();
            runs.MapGetWorkState();
            runs.MapListParkedWork();
            runs.MapRetryWork();
            runs.MapRetryWorkKind();
            runs.MapPauseWorkKind();
            runs.MapResumeWorkKind();
        },
    };
}
