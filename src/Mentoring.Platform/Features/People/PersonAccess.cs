using Mentoring.Platform.Platform.Access;

namespace Mentoring.Platform.Features.People;

/// <summary>What may be done with a person by whom: data are put right whatever the person is or was here.</summary>
public static class PersonAccess
{
    public static IReadOnlyList<string> Allowed(Actor actor, bool isMinor) =>
        !actor.Can(PersonPermissions.Edit) ? []
        : isMinor ? ["editPerson", "addLegalRepresentative", "endRepresentation"]
        : ["editPerson", "endRepresentation"];
}
