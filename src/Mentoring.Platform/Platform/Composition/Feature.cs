using Mentoring.Platform.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Platform.Composition;

/// <summary>A feature's table of contents: what it registers, maps and answers.</summary>
/// <param name="Name">The noun: URL segment, tag of the contract, prefix of the permissions.</param>
public sealed record Feature(string Name)
{
    public Action<IServiceCollection> Services { get; init; } = _ => { };

    public Action<ModelBuilder> Model { get; init; } = _ => { };

    public required Action<ApiRoutes> Routes { get; init; }
}
