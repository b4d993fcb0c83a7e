using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.People;

public static class PeopleFeature
{
    public static readonly Feature Feature = new("people")
    {
        Model = PersonMapping.Configure,
        Services = services =>
        {
            services.AddScoped<PersonEntry>();
            services.AddSingleton(new ConstraintError("person_same", PersonErrors.AlreadyKnown));
            services.AddSingleton(new ConstraintError("legal_representation_same", PersonErrors.AlreadyRepresented));
        },
        Routes = api =>
        {
            var people = api.Organization.MapGroup("/people");
            people.MapListPeople();
            people.MapGetPerson();
            people.MapEditPerson();
            people.MapAddLegalRepresentative();
            people.MapEndRepresentation();
        },
    };
}
