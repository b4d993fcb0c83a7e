using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Mentoring.IntegrationTests.Harness;

/// <summary>Keeps what passes the filters of the server's logs: texts, parameters and exceptions.</summary>
public sealed class CapturedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public string Text => string.Join('\n', lines);

    public int Count => lines.Count;

    /// <summary>Takes out what has gathered.</summary>
    public IEnumerable<string> Drain()
    {
        while (lines.TryDequeue(out var line))
            yield return line;
    }

    public ILogger CreateLogger(string categoryName) => new Capturing(categoryName, lines);

    public void Dispose() { }

    private sealed class Capturing(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var fields = state as IEnumerable<KeyValuePair<string, object?>> ?? [];
            var values = string.Join(' ', fields.Select(f => $"{f.Key}={f.Value}"));
            lines.Enqueue($"{category} {logLevel} {formatter(state, exception)} {values} {exception}");
        }
    }
}
