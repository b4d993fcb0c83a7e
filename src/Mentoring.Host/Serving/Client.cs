using Microsoft.Extensions.FileProviders;

namespace Mentoring.Host.Serving;

/// <summary>Serves the built client: files as they are, and its page for every address that is the client's own.</summary>
internal static class Client
{
    private const string NoncePlaceholder = "__CSP_NONCE__";

    /// <exception cref="StartRefusedException">The folder holds no built client.</exception>
    public static void UseClient(this WebApplication app, string folder)
    {
        RefuseIfAbsent(folder);
        var page = File.ReadAllText(Path.Combine(folder, "index.html"));
        app.Use(
            async (http, next) =>
            {
                if (!IsPage(http.Request))
                {
                    await next(http);
                    return;
                }
                http.Response.ContentType = "text/html; charset=utf-8";
                http.Response.Headers.CacheControl = "no-store";
                var nonce = SecurityHeaders.Nonce(http);
                await http.Response.WriteAsync(page.Replace(NoncePlaceholder, nonce, StringComparison.Ordinal));
            }
        );
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(Path.GetFullPath(folder)),
                // Names of built files carry a hash of their content.
                OnPrepareResponse = file =>
                    file.Context.Response.Headers.CacheControl = file.Context.Request.Path.StartsWithSegments("/assets")
                        ? "public, max-age=31536000, immutable"
                        : "no-cache",
            }
        );
    }

    /// <summary>Said in one line, before anything else is started.</summary>
    /// <exception cref="StartRefusedException">The folder holds no built client.</exception>
    public static void RefuseIfAbsent(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "index.html")))
            throw new StartRefusedException(
                $"There is no built client in {Path.GetFullPath(folder)}. "
                    + "Build it with `npm --prefix client run build`, name its folder, or leave --client out."
            );
    }

    private static bool IsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Path.StartsWithSegments("/api")
        && !request.Path.StartsWithSegments("/openapi")
        && !request.Path.StartsWithSegments("/health")
        && (!Path.HasExtension(request.Path) || request.Path == "/index.html");
}
