using Mentoring.Platform.Features.Accounts;
using Mentoring.Platform.Features.ApiKeys;
using Mentoring.Platform.Features.Board;
using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Meetings;
using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.Orders;
using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Features.WorkRuns;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.Platform;

/// <summary>Every role and what it allows. Code asks for a permission, never for a role.</summary>
public static class MentoringRoles
{
    private static readonly string[] Everybody =
    [
        OrganizationPermissions.View,
        ReferencePermissions.View,
        BoardPermissions.View,
    ];

    /// <summary>Those of the staff who help with matching and support: they see whom they help.</summary>
    private static readonly string[] Bank = [MentorPermissions.View, MenteePermissions.View];

    /// <summary>Keeps the registers of persons; whom the head admits from them is another matter.</summary>
    private static readonly string[] KeepsBank =
    [
        .. Bank,
        PersonPermissions.View,
        PersonPermissions.Edit,
        MentorPermissions.Add,
        MentorPermissions.Edit,
        MenteePermissions.Add,
        MenteePermissions.Edit,
    ];

    private static readonly string[] SeesPairs = [PairPermissions.View, PairPermissions.ViewAll];

    /// <summary>Takes part in pairs, or speaks for a child who does.</summary>
    private static readonly string[] InPairs =
    [
        PairPermissions.View,
        PairPermissions.Agree,
        PairPermissions.Decline,
        PairPermissions.Withdraw,
    ];

    private static readonly string[] RunsPairs =
    [
        .. SeesPairs,
        .. InPairs,
        PairPermissions.Propose,
        PairPermissions.RecordAgreement,
        PairPermissions.RecordAddendum,
        PairPermissions.Close,
    ];

    /// <summary>Above a school: figures and official contacts, never people.</summary>
    private static readonly string[] Municipality = [OrganizationPermissions.List, FigurePermissions.Municipality];

    private static readonly string[] Region = [OrganizationPermissions.List, FigurePermissions.Region];

    public static readonly RoleCatalog Catalog = new([
        // Looks after the system in the region.
        new(
            "regionalOperator",
            TenantKind.Region,
            [
                .. Region,
                .. ApiKeyPermissions.OfKeeper,
                FigurePermissions.Check,
                WorkRunPermissions.View,
                WorkRunPermissions.Manage,
            ]
        ),
        new("regionalMethodologist", TenantKind.Region, [.. Region]),
        new("auditor", TenantKind.Region, [.. Region]),
        new("municipalAuthority", TenantKind.Municipality, [.. Municipality, .. ApiKeyPermissions.OfKeeper]),
        new("municipalMethodologist", TenantKind.Municipality, [.. Municipality]),
        // Approves: mentors and mentees, orders, what the law and orders depend on.
        new(
            "headOfOrganization",
            TenantKind.Organization,
            [
                .. Everybody,
                .. Bank,
                AccountPermissions.Invite,
                ReferencePermissions.ChangeSetting,
                ReferencePermissions.ChangeHeadSetting,
                PersonPermissions.View,
                ConsentPermissions.View,
                MentorPermissions.Admit,
                MenteePermissions.Admit,
                .. SeesPairs,
                PairPermissions.RecordAddendum,
                PairPermissions.Close,
                OrderPermissions.View,
                OrderPermissions.Draft,
                OrderPermissions.Edit,
                OrderPermissions.Sign,
                .. ProgramPermissions.OfHead,
                .. MeetingPermissions.OfHead,
                FigurePermissions.Own,
                .. ApiKeyPermissions.OfKeeper,
            ]
        ),
        // Does the everyday work: bank, consents, pairs, programs.
        new(
            "curator",
            TenantKind.Organization,
            [
                .. Everybody,
                .. KeepsBank,
                AccountPermissions.Invite,
                ReferencePermissions.ChangeSetting,
                ConsentPermissions.View,
                ConsentPermissions.Record,
                ConsentPermissions.Withdraw,
                .. RunsPairs,
                OrderPermissions.View,
                OrderPermissions.Draft,
                OrderPermissions.Edit,
                .. ProgramPermissions.OfCurator,
                .. MeetingPermissions.OfCurator,
                FigurePermissions.Own,
            ]
        ),
        new("methodicalAssociationLead", TenantKind.Organization, [.. Everybody, .. Bank, .. SeesPairs]),
        new("educationalPsychologist", TenantKind.Organization, [.. Everybody, .. Bank, .. SeesPairs]),
        new(
            "deputyForUpbringing",
            TenantKind.Organization,
            [.. Everybody, .. Bank, .. SeesPairs, FigurePermissions.Own]
        ),
        // Keeps the bank together with the curator, and connects the school's other systems.
        new(
            "technicalSpecialist",
            TenantKind.Organization,
            [.. Everybody, .. KeepsBank, FigurePermissions.Own, .. ApiKeyPermissions.OfKeeper]
        ),
        new(
            "recordsClerk",
            TenantKind.Organization,
            [.. Everybody, OrderPermissions.View, OrderPermissions.Acknowledge]
        ),
        new(
            "dataProtectionOfficer",
            TenantKind.Organization,
            [.. Everybody, PersonPermissions.View, ConsentPermissions.View, ConsentPermissions.Withdraw]
        ),
        new(
            "mentor",
            TenantKind.Organization,
            [.. Everybody, .. InPairs, .. ProgramPermissions.OfMentor, .. MeetingPermissions.OfMember]
        ),
        new(
            "mentee",
            TenantKind.Organization,
            [.. Everybody, .. InPairs, .. ProgramPermissions.OfMentee, .. MeetingPermissions.OfMember]
        ),
        new(
            "legalRepresentative",
            TenantKind.Organization,
            [.. Everybody, .. InPairs, .. ProgramPermissions.OfRepresentative, .. MeetingPermissions.OfRepresentative]
        ),
    ]);
}
