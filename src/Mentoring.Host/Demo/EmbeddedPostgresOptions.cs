namespace Mentoring.Host.Demo;

/// <summary>How a PostgreSQL server of the demo or of the tests is to run.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>Folder of the server: the database cluster, its log and the superuser's password.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>TCP port on 127.0.0.1; a free one when absent.</summary>
    public int? Port { get; init; }

    /// <summary>True: what is committed survives a power cut. False: faster, for tests that throw the data away.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>True: the data of earlier starts is deleted first.</summary>
    public bool Fresh { get; init; }

    /// <summary>True: the folder is deleted when the server stops.</summary>
    public bool DeleteOnStop { get; init; }

    /// <summary>Further server settings, such as <c>log_statement</c>; they win over the built-in ones.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}

/// <summary>PostgreSQL could not be started; the message says why and what to do.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException(string message)
        : base(message) { }

    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException) { }

    public EmbeddedPostgresException() { }
}
