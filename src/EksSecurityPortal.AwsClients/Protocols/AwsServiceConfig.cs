using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util.Internal;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>
/// Base of a service's configuration class, with the values that the official packages set, and two that are fixed: standard
/// retry mode (adaptive mode fails calls of a low-rate reader without sending them), and HTTP whose time-out covers the body.
/// </summary>
public abstract class AwsServiceConfig : ClientConfig
{
    private static readonly IDefaultConfiguration[] Modes =
    [
        Mode(DefaultConfigurationMode.Standard, connectSeconds: 3.1),
        Mode(DefaultConfigurationMode.InRegion, connectSeconds: 1.1),
        Mode(DefaultConfigurationMode.CrossRegion, connectSeconds: 3.1),
        Mode(DefaultConfigurationMode.Mobile, connectSeconds: 30),
        Mode(DefaultConfigurationMode.Auto, connectSeconds: 1.1),
    ];

    private readonly AwsService _service;
    private string? _userAgent;

    protected AwsServiceConfig(AwsService service)
        : base(new DefaultConfigurationProvider(Modes))
    {
        _service = service;
        ServiceId = service.ServiceId;
        AuthenticationServiceName = service.SigningName;
        EndpointProvider = service;
        RetryMode = RequestRetryMode.Standard;
        HttpClientFactory = AWSConfigs.HttpClientFactory ?? BufferedHttpClientFactory.Shared;
    }

    /// <summary>The longest wait before a retry. Waits grow exponentially, with jitter, up to it.</summary>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(20);

    public override string ServiceVersion => _service.ApiVersion;

    public override string RegionEndpointServiceName => _service.SigningName;

    public override string UserAgent => _userAgent ??= InternalSDKUtils.BuildUserAgentString(_service.ServiceId, "0.1.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        var request = new DefaultRequest(parameters.Request, _service.RequestServiceName) { AlternateEndpoint = parameters.AlternateEndpoint };
        var context = new RequestContext(false) { ClientConfig = this, OriginalRequest = parameters.Request, Request = request };
        return new AwsEndpointResolver().GetEndpoint(new Amazon.Runtime.Internal.ExecutionContext(context, null));
    }

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, double connectSeconds) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = TimeSpan.FromSeconds(connectSeconds),
        TlsNegotiationTimeout = TimeSpan.FromSeconds(connectSeconds),
    };
}
