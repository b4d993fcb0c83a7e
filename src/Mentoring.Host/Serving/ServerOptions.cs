using Mentoring.Platform.Platform.Data;

namespace Mentoring.Host.Serving;

/// <summary>How a server is put together; what is not said here comes from the configuration.</summary>
public sealed record ServerOptions
{
    public string[] Args { get; init; } = [];

    /// <summary>Answers the API; without it there is health alone.</summary>
    public bool Api { get; init; } = true;

    /// <summary>Does work items in this process.</summary>
    public bool Work { get; init; }

    /// <summary>The restricted logins; null reads the section ConnectionStrings.</summary>
    public DatabaseLogins? Logins { get; init; }

    /// <summary>Folder of the built client; null serves none.</summary>
    public string? ClientFolder { get; init; }

    /// <summary>Address to listen on, e.g. <c>http://127.0.0.1:5080</c>; null leaves it to the configuration.</summary>
    public string? Url { get; init; }

    /// <summary>Changes for a test; after everything else is registered.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}
