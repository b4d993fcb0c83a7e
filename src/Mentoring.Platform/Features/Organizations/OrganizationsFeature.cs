using Mentoring.Platform.Platform.Composition;
using Microsoft.AspNetCore.Builder;

namespace Mentoring.Platform.Features.Organizations;

public static class OrganizationsFeature
{
    public static readonly Feature Feature = new("organizations")
    {
        Model = OrganizationMapping.Configure,
        Routes = api =>
        {
            api.Organization.MapGetOrganization();
            api.Municipality.MapGroup("/organizations").MapListOrganizations();
            api.Region.MapGroup("/municipalities").MapListMunicipalities();
        },
    };
}
