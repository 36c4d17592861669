using System.Net;
using EksSecurityPortal.Sandbox.Kubernetes.Serving;
using EksSecurityPortal.Sandbox.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace EksSecurityPortal.Sandbox.Kubernetes;

/// <summary>The Kubernetes API servers of an estate: one loopback port with its own certificate authority for each cluster.</summary>
internal sealed class KubernetesSide : IAsyncDisposable
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly Dictionary<string, (ServedCluster Served, ListenOptions Listen)> byArn = [];
    private readonly FaultSwitches faults;
    private readonly WebApplication app;

    private KubernetesSide(Estate estate, SandboxOptions options, FaultSwitches faults, RequestLog log, ITokenVerifier tokens)
    {
        this.faults = faults;
        var gateway = new KubernetesGateway(estate, options, faults, log, tokens);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            var port = options.KubernetesPort;
            foreach (var cluster in estate.Clusters)
            {
                var served = new ServedCluster(cluster, estate.Now);
                kestrel.Listen(IPAddress.Loopback, port == 0 ? 0 : port++, listen => Configure(listen, served));
            }
        });
        app = builder.Build();
        app.Run(gateway.HandleAsync);
    }

    /// <exception cref="IOException">A given port is taken.</exception>
    public static async Task<KubernetesSide> StartAsync(Estate estate, SandboxOptions options, FaultSwitches faults, RequestLog log, ITokenVerifier tokens, CancellationToken cancellationToken)
    {
        var side = new KubernetesSide(estate, options, faults, log, tokens);
        try
        {
            await side.app.StartAsync(cancellationToken);
            return side;
        }
        catch
        {
            await side.DisposeAsync();
            throw;
        }
    }

    public ClusterEndpoint EndpointOf(Cluster cluster)
    {
        var (served, listen) = byArn[cluster.Arn];
        return new ClusterEndpoint($"https://127.0.0.1:{listen.IPEndPoint!.Port}", served.Pki.BundlePem); // it listens on an address, not on a pipe
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        using (var patience = new CancellationTokenSource(ShutdownTime))
        {
            await app.StopAsync(patience.Token);
        }

        await app.DisposeAsync();
        foreach (var (served, _) in byArn.Values)
        {
            served.Dispose();
        }

        stopping.Dispose();
    }

    private void Configure(ListenOptions listen, ServedCluster served)
    {
        byArn[served.Cluster.Arn] = (served, listen);
        listen.Protocols = HttpProtocols.Http1AndHttp2;
        listen.Use(next => connection => AdmitAsync(connection, served, next));
        listen.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificateSelector = (_, _) => served.Pki.ServerCertificate });
    }

    /// <summary>An unreachable cluster takes the connection and never answers its TLS greeting.</summary>
    private async Task AdmitAsync(ConnectionContext connection, ServedCluster served, ConnectionDelegate next)
    {
        connection.Features.Set(served);
        var isStruck = faults.Strike(served.TargetOf("connect"), fault => fault is { Kind: FaultKind.Unreachable, Operation: null }).Count > 0;
        if (served.Cluster.KubernetesReachable && !isStruck)
        {
            await next(connection);
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed, stopping.Token);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            connection.Abort();
        }
    }
}
