using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.Mentors;

public static class MentorsFeature
{
    public static readonly Feature Feature = new("mentors")
    {
        Model = MentorMapping.Configure,
        Services = services =>
        {
            services.AddScoped<MentorReading>();
            services.AddScoped<IFollowsConsent, MentorFollowsConsent>();
            services.AddSingleton(new ConstraintError("mentor_profile_person", MentorErrors.AlreadyRegistered));
        },
        Routes = api =>
        {
            var mentors = api.Organization.MapGroup("/mentors");
            mentors.MapAddMentor();
            mentors.MapListMentors();
            mentors.MapGetMentor();
            mentors.MapEditMentor();
            mentors.MapAdmitMentor();
        },
    };
}
