namespace Mentoring.Host.Serving;

/// <summary>The server does not start, and whoever runs it can mend that; the message says how, and is all they see.</summary>
public sealed class StartRefusedException(string message) : InvalidOperationException(message);
