using System.Collections.Concurrent;
using System.Net;
using Amazon.AutoScaling;
using Amazon.ECR;
using Amazon.EKS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.IdentityManagement;
using Amazon.Organizations;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace EksSecurityPortal.AwsClients.Tests.Loopback;

/// <summary>
/// A server on a free loopback port that checks each request's signature, keeps it, and answers as the test says. A wrong
/// signature is answered as AWS does, so a test on answers fails on a wrong signature too.
/// </summary>
public sealed class LoopbackAws : IAsyncDisposable
{
    public const string Region = "eu-west-1";

    private const string AccessKey = "AKIDEXAMPLE";
    private const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly Answer _answer;
    private readonly WebApplication _app;

    private LoopbackAws(Answer answer)
    {
        _answer = answer;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    public static BasicAWSCredentials Credentials { get; } = new(AccessKey, SecretKey);

    public static SessionAWSCredentials SessionCredentials { get; } = new(AccessKey, SecretKey, "session/token+with=odd&characters");

    public static BasicAWSCredentials WrongCredentials { get; } = new(AccessKey, "not the secret");

    public string Url => _app.Urls.First();

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    public ReceivedRequest LastRequest => Requests[^1];

    public static async Task<LoopbackAws> StartAsync(Answer answer)
    {
        var server = new LoopbackAws(answer);
        await server._app.StartAsync();
        return server;
    }

    public AmazonEKSClient Eks(Action<AmazonEKSConfig>? change = null, AWSCredentials? credentials = null) =>
        new(credentials ?? Credentials, Config(change));

    public AmazonIdentityManagementServiceClient Iam(Action<AmazonIdentityManagementServiceConfig>? change = null) => new(Credentials, Config(change));

    public AmazonAutoScalingClient AutoScaling() => new(Credentials, Config<AmazonAutoScalingConfig>(null));

    public AmazonElasticLoadBalancingV2Client LoadBalancing() => new(Credentials, Config<AmazonElasticLoadBalancingV2Config>(null));

    public AmazonOrganizationsClient Organizations() => new(Credentials, Config<AmazonOrganizationsConfig>(null));

    public AmazonECRClient Ecr() => new(Credentials, Config<AmazonECRConfig>(null));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private TConfig Config<TConfig>(Action<TConfig>? change)
        where TConfig : AwsServiceConfig, new()
    {
        var config = new TConfig { ServiceURL = Url, AuthenticationRegion = Region, MaxRetryDelay = TimeSpan.Zero };
        change?.Invoke(config);
        return config;
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        var request = new ReceivedRequest(
            http.Request.Method,
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray());
        _requests.Enqueue(request);
        var answer = SignatureCheck.Problem(request, AccessKey, SecretKey, TimeProvider.System.GetUtcNow()) is { } problem
            ? Answers.JsonError(403, "InvalidSignatureException", System.Text.Json.JsonEncodedText.Encode(problem).ToString())
            : _answer;
        await answer(http, request);
    }
}
