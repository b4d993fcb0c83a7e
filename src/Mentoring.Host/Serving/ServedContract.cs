using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Host.Serving;

/// <summary>The contract at its address. Making it takes as long as a hundred requests, so it is made once.</summary>
internal static class ServedContract
{
    public static void MapContract(this WebApplication app)
    {
        var made = new Lazy<Task<(byte[] Bytes, EntityTagHeaderValue Tag)>>(async () => Of(await Server.Contract(app)));
        app.MapGet(
                "/openapi/mentoring-platform.v1.json",
                async (HttpContext http) =>
                {
                    var (bytes, tag) = await made.Value;
                    // Whoever has it asks whether it still is the one.
                    http.Response.Headers.CacheControl = "no-cache";
                    return Results.Bytes(bytes, "application/json; charset=utf-8", entityTag: tag);
                }
            )
            .ExcludeFromDescription();
    }

    /// <summary>The tag is weak, since the contract may go out compressed.</summary>
    private static (byte[] Bytes, EntityTagHeaderValue Tag) Of(string contract)
    {
        var bytes = Encoding.UTF8.GetBytes(contract);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..32];
        return (bytes, new EntityTagHeaderValue($"\"{hash}\"", isWeak: true));
    }
}
