using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Mentoring.Host.Serving;

/// <summary>The contract at its address. Making it takes as long as a hundred requests, so it is made once.</summary>
internal static class ServedContract
{
    public static void MapContract(this WebApplication app)
    {
        var made = new Lazy<Task<byte[]>>(async () => Encoding.UTF8.GetBytes(await Server.Contract(app)));
        app.MapGet(
                "/openapi/mentoring-platform.v1.json",
                async (HttpContext http) =>
                {
                    var contract = await made.Value;
                    // Weak, since it may go out compressed; whoever has it asks whether it still is the one.
                    http.Response.Headers.CacheControl = "no-cache";
                    var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(contract))[..32]}\"";
                    return Results.Bytes(
                        contract,
                        "application/json; charset=utf-8",
                        entityTag: new EntityTagHeaderValue(tag, isWeak: true)
                    );
                }
            )
            .ExcludeFromDescription();
    }
}
