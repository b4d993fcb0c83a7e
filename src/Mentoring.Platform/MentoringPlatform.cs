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
using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Contract;
using Mentoring.Platform.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform;

/// <summary>The product: its features, in the order in which they build on each other.</summary>
public static class MentoringPlatform
{
    public static readonly IReadOnlyList<Feature> Features =
    [
        OrganizationsFeature.Feature,
        ReferenceFeature.Feature,
        PeopleFeature.Feature,
        AccountsFeature.Feature,
        ConsentsFeature.Feature,
        MentorsFeature.Feature,
        MenteesFeature.Feature,
        PairsFeature.Feature,
        OrdersFeature.Feature,
        ProgramsFeature.Feature,
        MeetingsFeature.Feature,
        FiguresFeature.Feature,
        BoardFeature.Feature,
        WorkRunsFeature.Feature,
        ApiKeysFeature.Feature,
    ];

    /// <summary>What the contract says of each noun.</summary>
    private static readonly Dictionary<string, string> Tags = new(StringComparer.Ordinal)
    {
        ["organizations"] = "The tenant tree: organizations and their cards.",
        ["accounts"] = "Signing in, invitations, passwords.",
        ["reference"] = "Lists to choose from, and settings.",
        ["people"] = "People who take part.",
        ["consents"] = "Consents to the processing of personal data.",
        ["mentors"] = "The bank of mentors.",
        ["mentees"] = "The base of mentees and their requests.",
        ["pairs"] = "Pairs: proposal, written consents, addenda, the legal gate, closing.",
        ["orders"] = "Orders of the head: drafted, signed, acknowledged, sealed as documents.",
        ["programs"] = "Personalized programs: drafting, agreement, approval, activities, changes, the end.",
        ["meetings"] = "Meetings of pairs, and which one comes next.",
        ["board"] = "What needs attention now, for whoever asks.",
        ["figures"] = "Figures of organizations, municipalities and regions; above a school nobody is named.",
        ["workRuns"] = "Background work of a region: how it goes, what failed, trying again, pausing.",
        ["apiKeys"] = "Keys by which other systems read what a tenant lets them.",
    };

    public static IServiceCollection AddMentoring(this IServiceCollection services)
    {
        services.AddMentoringPlatform(Features, MentoringRoles.Catalog);
        services.AddMentoringContract(Tags);
        services.ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions));
        return services;
    }

    /// <summary>The API, from the session to the endpoints.</summary>
    public static void UseMentoring(this WebApplication app)
    {
        app.UseApiKeys();
        app.UseSessions();
        app.UseMiddleware<CallerLimitMiddleware>();
        app.UseMiddleware<EntranceMiddleware>();
        app.MapFeatures(Features);
    }
}
