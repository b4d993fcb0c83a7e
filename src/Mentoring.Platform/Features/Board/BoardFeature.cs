using Mentoring.Platform.Platform.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.Board;

public static class BoardFeature
{
    public static readonly Feature Feature = new("board")
    {
        Services = services => services.AddScoped<BoardReading>(),
        Routes = api => api.Organization.MapGroup("/board").MapGetBoard(),
    };
}
