using System.Xml.Linq;
using Mentoring.Platform.Platform.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>
/// Keys of antiforgery tokens and of cursors, shared by all servers through the database, where they are sealed
/// (<see cref="KeysAtRest"/>). One that lies there in clear is in backups too, so it is none.
/// </summary>
internal sealed class DataProtectionKeys(DataSources sources, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = sources.Accounts.CreateCommand(
            "SELECT xml FROM accounts.data_protection_key ORDER BY created_at"
        );
        using var rows = command.ExecuteReader();
        var keys = new List<XElement>();
        while (rows.Read())
        {
            var element = XElement.Parse(rows.GetString(0));
            if (element.Name != "key" || element.Descendants().Any(e => e.Name.LocalName == "encryptedSecret"))
                keys.Add(element);
        }
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = sources.Accounts.CreateCommand(
            "INSERT INTO accounts.data_protection_key (id, xml, created_at) VALUES ($1, $2, $3)"
        );
        command.Parameters.Add(new NpgsqlParameter { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new NpgsqlParameter { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.Parameters.Add(new NpgsqlParameter { Value = clock.GetUtcNow() });
        command.ExecuteNonQuery();
    }
}
