using System.Net;
using EksSecurityPortal.Sandbox.Aws;
using EksSecurityPortal.Sandbox.Aws.Ec2;
using EksSecurityPortal.Sandbox.Aws.Eks;
using EksSecurityPortal.Sandbox.Aws.Iam;
using EksSecurityPortal.Sandbox.Kubernetes;
using EksSecurityPortal.Sandbox.Signing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace EksSecurityPortal.Sandbox;

/// <summary>A simulated estate behind the real wire protocols of AWS and Kubernetes, on loopback.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(1);

    private readonly WebApplication aws;
    private readonly KubernetesSide kubernetes;
    private bool isDisposed;

    private SandboxServer(WebApplication aws, KubernetesSide kubernetes, Estate estate, CredentialStore credentials, FaultSwitches faults, RequestLog requests)
    {
        this.aws = aws;
        this.kubernetes = kubernetes;
        Estate = estate;
        AwsEndpoint = new Uri(aws.Urls.First());
        HubCredentials = new SandboxCredentials(credentials.Hub.AccessKeyId, credentials.Hub.SecretAccessKey);
        Faults = faults;
        Requests = requests;
    }

    public Estate Estate { get; }

    /// <summary>One URL for every AWS service; they are told apart by the credential scope of the signature.</summary>
    public Uri AwsEndpoint { get; }

    /// <summary>The hub principal's access key: it may enter the accounts' reader roles and list the organisation, nothing else.</summary>
    public SandboxCredentials HubCredentials { get; }

    /// <summary>May be changed while the sandbox runs.</summary>
    public FaultSwitches Faults { get; }

    public RequestLog Requests { get; }

    /// <exception cref="IOException">A given port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(Estate estate, SandboxOptions options, CancellationToken cancellationToken)
    {
        var clock = options.Clock ?? TimeProvider.System;
        var (faults, requests, credentials) = (new FaultSwitches(), new RequestLog(), new CredentialStore(estate, clock));
        var authenticator = new Authenticator(credentials, new SignatureCheck(), clock);
        var kubernetes = await KubernetesSide.StartAsync(estate, options, faults, requests, new TokenVerifier(estate, authenticator, clock), cancellationToken);
        IReadOnlyList<IAwsService> services =
        [
            new EksService(estate, kubernetes.EndpointOf),
            new Ec2Service(estate), new IamService(clock), new AutoScalingService(), new LoadBalancingService(),
            new StsService(estate, credentials), new SsmService(estate), new OrganizationsService(estate), new EcrService(), new KmsService(),
        ];
        var gateway = new AwsGateway(estate, options, faults, requests, authenticator, services, clock);
        var app = Build(options.AwsPort, gateway);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch
        {
            await kubernetes.DisposeAsync();
            throw;
        }

        return new SandboxServer(app, kubernetes, estate, credentials, faults, requests);
    }

    /// <summary>Ends at once: answers that a fault still holds back are cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, true))
        {
            return;
        }

        using (var patience = new CancellationTokenSource(ShutdownTime))
        {
            await aws.StopAsync(patience.Token);
        }

        await aws.DisposeAsync();
        await kubernetes.DisposeAsync();
    }

    private static WebApplication Build(int port, AwsGateway gateway)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        var app = builder.Build();
        app.Run(gateway.HandleAsync);
        return app;
    }
}
