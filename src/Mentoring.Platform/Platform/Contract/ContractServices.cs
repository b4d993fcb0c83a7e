using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Mentoring.Platform.Platform.Contract;

public static class ContractServices
{
    public const string DocumentName = "mentoring-platform.v1";

    public static IServiceCollection AddMentoringContract(
        this IServiceCollection services,
        IReadOnlyDictionary<string, string> tags
    )
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(options =>
        {
            options.SwaggerDoc(
                DocumentName,
                new OpenApiInfo
                {
                    Title = "Mentoring.Platform",
                    Version = "1",
                    Description =
                        "Наставничество в школах и детских садах региона: банки, согласия, пары, приказы, программы, "
                        + "встречи и показатели.",
                    License = new OpenApiLicense { Name = "Proprietary", Identifier = "LicenseRef-Proprietary" },
                }
            );
            options.AddSecurityDefinition(
                "session",
                new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.ApiKey,
                    In = ParameterLocation.Cookie,
                    Name = "mentoring_session",
                    Description = "Set by signIn and acceptInvitation; writes need the X-Antiforgery header too.",
                }
            );
            options.AddSecurityDefinition(KeyContract.SchemeName, KeyContract.Scheme);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.SchemaFilter<ValidationSchemaFilter>();
            options.SchemaFilter<NullableReferenceFilter>();
            options.OperationFilter<OperationContractFilter>();
            options.DocumentFilter<DocumentContractFilter>(tags);
        });
        return services;
    }
}
