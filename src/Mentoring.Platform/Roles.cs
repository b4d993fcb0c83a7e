using Mentoring.Platform.Features.Accounts;
using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.Platform;

/// <summary>Every role and what it allows. Code asks for a permission, never for a role.</summary>
public static class Roles
{
    private static readonly string[] Everybody = [OrganizationPermissions.View];

    public static readonly RoleCatalog Catalog = new([
        new("regionalOperator", TenantKind.Region, []),
        new("regionalMethodologist", TenantKind.Region, []),
        new("auditor", TenantKind.Region, []),
        new("municipalAuthority", TenantKind.Municipality, [OrganizationPermissions.List]),
        new("municipalMethodologist", TenantKind.Municipality, [OrganizationPermissions.List]),
        new(
            "headOfOrganization",
            TenantKind.Organization,
            [.. Everybody, AccountPermissions.Invite]
        ),
        new("curator", TenantKind.Organization, [.. Everybody, AccountPermissions.Invite]),
        new("methodicalAssociationLead", TenantKind.Organization, [.. Everybody]),
        new("educationalPsychologist", TenantKind.Organization, [.. Everybody]),
        new("deputyForUpbringing", TenantKind.Organization, [.. Everybody]),
        new("technicalSpecialist", TenantKind.Organization, [.. Everybody]),
        new("recordsClerk", TenantKind.Organization, [.. Everybody]),
        new("dataProtectionOfficer", TenantKind.Organization, [.. Everybody]),
        new("mentor", TenantKind.Organization, [.. Everybody]),
        new("mentee", TenantKind.Organization, [.. Everybody]),
        new("legalRepresentative", TenantKind.Organization, [.. Everybody]),
    ]);
}
