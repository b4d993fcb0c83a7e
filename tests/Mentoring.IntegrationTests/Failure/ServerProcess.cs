using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Mentoring.Platform.Platform.Data;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>The server as a process of its own, so that it can be killed.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process process;

    private readonly ConcurrentQueue<string?> said;

    private ServerProcess(Process process, Uri address, ConcurrentQueue<string?> said)
    {
        this.process = process;
        this.said = said;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>What it has logged as errors: types and stacks.</summary>
    public IEnumerable<string> Errors => said.OfType<string>().Where(l => l.Contains("\"LogLevel\":\"Error\""));

    /// <param name="workload">First argument: <c>serve</c> or <c>work</c>.</param>
    /// <param name="environment">Further settings.</param>
    public static async Task<ServerProcess> Start(
        DatabaseLogins logins,
        int port,
        string workload = "serve",
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Mentoring.Host.dll"),
                workload,
                "--urls",
                $"http://127.0.0.1:{port}",
                "--RequestLimits:PerMinute=1000000",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__School"] = logins.School;
        start.Environment["ConnectionStrings__Oversight"] = logins.Oversight;
        start.Environment["ConnectionStrings__Work"] = logins.Work;
        start.Environment["ConnectionStrings__Accounts"] = logins.Accounts;
        start.Environment["RequestLimits__PerMinuteOfKey"] = "1000000";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var said = new ConcurrentQueue<string?>();
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data);
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var server = new ServerProcess(process, new Uri($"http://127.0.0.1:{port}"), said);
        await server.UntilReady();
        return server;
    }

    /// <summary>
    /// A port below those that the system gives to outgoing connections: it stays ours while nobody listens on it.
    /// </summary>
    public static int FreePort()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20_000, 32_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException) when (attempt < 100)
            {
                // Somebody else's.
            }
        }
    }

    /// <summary>What a service manager sends before it loses patience.</summary>
    public async Task AskToStop()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <returns>The exit code.</returns>
    public async Task<int> UntilStopped()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    private async Task UntilReady()
    {
        using var http = new HttpClient { BaseAddress = Address };
        for (var i = 0; i < 300; i++)
        {
            if (process.HasExited)
                throw new InvalidOperationException(
                    $"The server ended with {process.ExitCode}.\n{string.Join('\n', said)}"
                );
            try
            {
                if ((await http.GetAsync("/health/ready")).IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
        throw new TimeoutException("The server does not become ready.");
    }
}
