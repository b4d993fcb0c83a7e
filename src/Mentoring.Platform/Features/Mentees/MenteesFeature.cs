using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.Mentees;

public static class MenteesFeature
{
    public static readonly Feature Feature = new("mentees")
    {
        Model = MenteeMapping.Configure,
        Services = services =>
        {
            services.AddScoped<MenteeReading>();
            services.AddScoped<IFollowsConsent, MenteeFollowsConsent>();
            services.AddSingleton(new ConstraintError("mentee_profile_person", MenteeErrors.AlreadyRegistered));
        },
        Routes = api =>
        {
            var mentees = api.Organization.MapGroup("/mentees");
            mentees.MapAddMentee();
            mentees.MapListMentees();
            mentees.MapGetMentee();
            mentees.MapEditMentee();
            mentees.MapAdmitMentee();
        },
    };
}
