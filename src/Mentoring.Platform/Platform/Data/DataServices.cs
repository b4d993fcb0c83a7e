using Mentoring.Platform.Platform.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Platform.Data;

public static class DataServices
{
    public static IServiceCollection AddMentoringData(this IServiceCollection services)
    {
        services.AddSingleton<DataSources>();
        services.AddSingleton<OptionsByLogin>();
        services.AddScoped(sp => new MentoringDbContext(
            sp.GetRequiredService<OptionsByLogin>().For(sp.GetRequiredService<RequestScope>().Login),
            sp.GetRequiredService<RequestScope>(),
            sp.GetRequiredService<TimeProvider>(),
            sp.GetRequiredService<ModelParts>()
        ));
        services.AddScoped<TenantReads>();
        services.AddSingleton<ConstraintErrors>();
        return services;
    }

    /// <summary>Options are made once per login: EF keeps its caches by them.</summary>
    internal sealed class OptionsByLogin(DataSources sources)
    {
        private readonly Dictionary<DatabaseLogin, DbContextOptions<MentoringDbContext>> options =
            Enum.GetValues<DatabaseLogin>().ToDictionary(login => login, login => Build(sources, login));

        public DbContextOptions<MentoringDbContext> For(DatabaseLogin login) => options[login];

        private static DbContextOptions<MentoringDbContext> Build(DataSources sources, DatabaseLogin login) =>
            new DbContextOptionsBuilder<MentoringDbContext>()
                .UseNpgsql(sources.For(login))
                .AddInterceptors(new TenantSetting())
                .UseQueryTrackingBehavior(QueryTrackingBehavior.TrackAll)
                .Options;
    }
}
