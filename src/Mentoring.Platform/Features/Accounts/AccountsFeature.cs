using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.Accounts;

public static class AccountsFeature
{
    public static readonly Feature Feature = new("accounts")
    {
        Services = Services,
        Routes = api =>
        {
            var own = api.Root.MapGroup("/accounts");
            own.MapSignIn();
            own.MapSignOut();
            own.MapGetSession();
            own.MapChangePassword();
            own.MapAcceptInvitation();
            api.Organization.MapGroup("/accounts").MapInviteToAccount();
        },
    };

    /// <summary>Who asks: after routing, before the tenant is entered.</summary>
    public static IApplicationBuilder UseSessions(this IApplicationBuilder app) =>
        app.UseMiddleware<SessionMiddleware>();

    private static void Services(IServiceCollection services)
    {
        services.AddDbContext<AccountsDbContext>(
            (sp, options) => options.UseNpgsql(sp.GetRequiredService<DataSources>().Accounts)
        );
        services.AddIdentityCore<Account>().AddEntityFrameworkStores<AccountsDbContext>();
        services.AddSingleton(HashingTurns.OfMachine());
        services.AddScoped<Passwords>();
        services.AddScoped<InvitationTries>();
        services.AddScoped<SignInDelay>();
        services.AddScoped<SessionAnswer>();
        services.AddScoped<ParticipantAccounts>();
        services.AddScoped<IWorkHandler, KeepAccountInStep>();
        services.AddScoped<IWorkHandler, RemoveOldSessions>();
        // Two sheets for one person, or two people of one login, at the same moment: the later one tries again.
        foreach (var race in new[] { "invitation_open", "account_user_name_key", "membership_person_key" })
            services.AddSingleton(new ConstraintError(race, CommonErrors.Busy));
        services.AddSingleton<RecentSessions>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<DataProtectionKeys>();
        services.AddDataProtection().SetApplicationName("mentoring");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<DataProtectionKeys, IServiceProvider>(
                (options, keys, provider) =>
                {
                    options.XmlRepository = keys;
                    options.XmlEncryptor = new KeysAtRest(provider);
                }
            );
        services.AddAntiforgery(options =>
        {
            options.HeaderName = "X-Antiforgery";
            options.Cookie.Name = "mentoring_antiforgery";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.FormFieldName = "";
            options.SuppressXFrameOptionsHeader = true;
        });
    }
}
