using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.People;

public static class PeopleFeature
{
    public static readonly Feature Feature = new("people")
    {
        Model = PersonMapping.Configure,
        Services = services =>
        {
            services.AddSingleton(new ConstraintError("person_same", PersonErrors.AlreadyKnown));
            services.AddSingleton(
                new ConstraintError("legal_representation_same", PersonErrors.AlreadyRepresented)
            );
        },
        Routes = _ => { },
    };
}
