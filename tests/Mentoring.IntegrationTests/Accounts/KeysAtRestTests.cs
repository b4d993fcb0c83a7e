using System.Security.Cryptography;
using System.Xml.Linq;
using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Features.Accounts;
using Mentoring.Platform.Platform.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.IntegrationTests.Accounts;

/// <summary>Whoever has got hold of a backup has no keys by that.</summary>
public sealed class KeysAtRestTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_table_holds_no_key_in_clear()
    {
        app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("any").Protect([1, 2, 3]);

        var keys = await app.Database.Scalar<string[]>("SELECT array_agg(xml) FROM accounts.data_protection_key");

        keys!.ShouldNotBeEmpty();
        app.Services.GetRequiredService<DataProtectionKeys>().GetAllElements().Count.ShouldBe(keys.Length);
        keys.ShouldAllBe(k => k.Contains("sealedKey", StringComparison.Ordinal));
        keys.ShouldAllBe(k => !k.Contains("masterKey", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_key_that_lies_there_in_clear_is_not_used()
    {
        var clear = new XElement("key", new XAttribute("id", Guid.NewGuid()), new XElement("masterKey", "AAAA"));
        await app.Database.Execute(
            $"INSERT INTO accounts.data_protection_key (id, xml, created_at) VALUES (gen_random_uuid(), '{clear}', now())"
        );
        try
        {
            app.Services.GetRequiredService<DataProtectionKeys>()
                .GetAllElements()
                .ShouldNotContain(k => (Guid?)k.Attribute("id") == (Guid?)clear.Attribute("id"));
        }
        finally
        {
            await app.Database.Execute("DELETE FROM accounts.data_protection_key WHERE xml LIKE '%masterKey%'");
        }
    }

    [Fact]
    public void Only_the_password_that_sealed_a_key_opens_it()
    {
        var key = new XElement("descriptor", new XElement("masterKey", "AAAA"));
        var found = Sealing("one").Encrypt(key).EncryptedElement;

        Sealing("one").Decrypt(found).ToString().ShouldBe(key.ToString());
        Should.Throw<CryptographicException>(() => Sealing("another").Decrypt(found));
        found.ToString().ShouldNotContain("AAAA");
        Should.Throw<InvalidOperationException>(() => Sealing("").Encrypt(key));
    }

    private static KeysAtRest Sealing(string password) =>
        new(
            new ServiceCollection()
                .AddSingleton(new DatabaseLogins("", "", "", $"Username=mentoring_accounts;Password={password}"))
                .BuildServiceProvider()
        );
}
