using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Requests;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>SQL of the minors for whom somebody speaks; <see cref="PairActors"/> asks the same of EF.</summary>
internal static class PairVoices
{
    /// <summary>Their ids. Takes what <see cref="Values"/> gives.</summary>
    public static readonly string Sql = Of("$1", "$2", "$3");

    public static string Of(string tenant, string self, string bornAfter) =>
        $"""
            SELECT r.minor_id FROM mentoring.legal_representation r
            JOIN mentoring.person p ON p.tenant_id = {tenant} AND p.id = r.minor_id
            WHERE r.tenant_id = {tenant} AND r.representative_id = {self} AND r.ended_on IS NULL AND p.birth_date > {bornAfter}
            """;

    public static object[] Values(RequestScope scope, DateOnly today) =>
        [scope.Tenant.Id, Self(scope.Actor), BornAfter(today)];

    /// <summary>Of nobody where the actor is no person of the tenant.</summary>
    public static Guid Self(Actor actor) => actor.PersonId ?? Guid.Empty;

    /// <summary>Whoever was born later is a minor today.</summary>
    public static DateOnly BornAfter(DateOnly today) => today.AddYears(-People.Age.OfMajority);
}
