using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Mentoring.Platform.Platform.Data;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>
/// Seals data protection keys before they are stored, so that a copy of the database opens nothing. The seal comes from
/// the password of the accounts login: every server has it, and neither the database nor a backup does. With another
/// password there are other keys, and browsers fetch a new token by themselves.
/// </summary>
internal sealed class KeysAtRest(IServiceProvider services) : IXmlEncryptor, IXmlDecryptor
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private static readonly XName sealedKey = "sealedKey";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var whole = new byte[NonceLength + plain.Length + TagLength];
        var nonce = whole.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(Key(), TagLength);
        cipher.Encrypt(nonce, plain, whole.AsSpan(NonceLength, plain.Length), whole.AsSpan(NonceLength + plain.Length));
        return new EncryptedXmlInfo(new XElement(sealedKey, Convert.ToBase64String(whole)), typeof(KeysAtRest));
    }

    /// <exception cref="CryptographicException">Sealed with another password, or changed since.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        var whole = Convert.FromBase64String(encryptedElement.Value);
        var plain = new byte[whole.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(Key(), TagLength);
        cipher.Decrypt(
            whole.AsSpan(0, NonceLength),
            whole.AsSpan(NonceLength, plain.Length),
            whole.AsSpan(NonceLength + plain.Length),
            plain
        );
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    private byte[] Key()
    {
        var password = new NpgsqlConnectionStringBuilder(
            services.GetRequiredService<DatabaseLogins>().Accounts
        ).Password;
        if (string.IsNullOrEmpty(password))
            throw new InvalidOperationException("The accounts login has no password to seal keys with.");
        return HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Encoding.UTF8.GetBytes(password),
            32,
            info: "data protection keys at rest"u8.ToArray()
        );
    }
}
