using Mentoring.Platform.Platform.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.Consents;

public static class ConsentsFeature
{
    public static readonly Feature Feature = new("consents")
    {
        Model = ConsentMapping.Configure,
        Services = services => services.AddScoped<ConsentStandings>(),
        Routes = api =>
        {
            var consents = api.Organization.MapGroup("/consents");
            consents.MapRecordConsent();
            consents.MapListConsents();
            consents.MapWithdrawConsent();
        },
    };
}
