using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Platform.Composition;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.Programs;

public static class ProgramsFeature
{
    public static readonly Feature Feature = new("programs")
    {
        Model = ProgramMapping.Configure,
        Services = services =>
        {
            services.AddScoped<ProgramUpkeep>();
            services.AddScoped<IPairHistory, ProgramHistory>();
            services.AddScoped<IWorkHandler, EndProgramOfClosedPair>();
            services.AddScoped<IWorkHandler, StartWaitingPrograms>();
            services.AddScoped<IWorkHandler, StartProgramOnItsDay>();
            services.AddSingleton(new ConstraintError("mentoring_program_live", ProgramErrors.PairHasProgram));
            services.AddSingleton(new ConstraintError("program_change_edition", CommonErrors.Stale));
        },
        Routes = api =>
        {
            var programs = api.Organization.MapGroup("/programs");
            programs.MapDraftProgram();
            programs.MapListPrograms();
            programs.MapGetProgram();
            programs.MapListProgramEditions();
            programs.MapEditProgram();
            programs.MapAgreeToProgram();
            programs.MapApproveProgram();
            programs.MapCompleteActivity();
            programs.MapChangeProgramTerm();
            programs.MapAmendProgram();
            programs.MapAcceptProgramChange();
            programs.MapCompleteProgram();
        },
    };
}
