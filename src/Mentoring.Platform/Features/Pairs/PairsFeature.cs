using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.Pairs;

public static class PairsFeature
{
    public static readonly Feature Feature = new("pairs")
    {
        Services = Services,
        Model = PairMapping.Configure,
        Routes = api =>
        {
            var pairs = api.Organization.MapGroup("/pairs");
            pairs.MapProposePair();
            pairs.MapListPairs();
            pairs.MapGetPair();
            pairs.MapAgreeToPair();
            pairs.MapDeclinePair();
            pairs.MapWithdrawDutyConsent();
            pairs.MapRecordAddendum();
            pairs.MapClosePair();
        },
    };

    private static void Services(IServiceCollection services)
    {
        services.AddScoped<PairActors>();
        services.AddScoped<PairFacts>();
        services.AddScoped<PairLabels>();
        services.AddScoped<PairActivation>();
        services.AddScoped<TeamProfiles>();
        services.AddScoped<IWorkHandler, ActivateWaitingPairs>();
        services.AddSingleton(new ConstraintError("mentoring_team_open_pair", PairErrors.AlreadyOpen));
    }
}
