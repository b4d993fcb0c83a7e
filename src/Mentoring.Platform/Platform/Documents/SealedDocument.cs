using System.Security.Cryptography;
using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Platform.Documents;

/// <summary>
/// A file as it was when it was signed: its bytes with their hash, never changed and never deleted. A later wording is
/// another document.
/// </summary>
public sealed class SealedDocument : ITenantOwned
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private SealedDocument() { }

    public Guid TenantId { get; internal set; }
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>What it is, e.g. <c>order</c>.</summary>
    public string Kind { get; private init; } = "";
    public string ContentType { get; private init; } = "";
    public byte[] Content { get; private init; } = [];
    public int Size { get; private init; }
    public byte[] Sha256 { get; private init; } = [];
    public DateTimeOffset SealedAt { get; private init; }

    public static SealedDocument Seal(string kind, string contentType, byte[] content, DateTimeOffset now) =>
        new()
        {
            Kind = kind,
            ContentType = contentType,
            Content = content,
            Size = content.Length,
            Sha256 = SHA256.HashData(content),
            SealedAt = now,
        };
}
