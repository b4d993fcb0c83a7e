using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.Mentees;

public static class MenteesFeature
{
    public static readonly Feature Feature = new("mentees")
    {
        Model = MenteeMapping.Configure,
        Services = services =>
            services.AddSingleton(
                new ConstraintError("mentee_profile_person", MenteeErrors.AlreadyRegistered)
            ),
        Routes = _ => { },
    };
}
