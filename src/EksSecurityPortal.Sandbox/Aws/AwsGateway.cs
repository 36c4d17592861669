using System.Security.Cryptography;
using System.Text.Json;
using EksSecurityPortal.Sandbox.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>The front door of every AWS service: tells them apart by the credential scope, checks the signature and the grants, strikes faults.</summary>
internal sealed class AwsGateway(Estate estate, SandboxOptions options, FaultSwitches faults, RequestLog log, Authenticator authenticator, IReadOnlyList<IAwsService> services, TimeProvider clock)
{
    private const int MaximumBody = 1 << 20;

    /// <summary>What the hub's own policy allows besides entering the accounts.</summary>
    private static readonly HashSet<string> HubActions = new(StringComparer.Ordinal)
    {
        "sts:AssumeRole", "sts:GetCallerIdentity", "organizations:ListAccounts", "organizations:DescribeOrganization",
    };

    private readonly Dictionary<string, IAwsService> byName = services.ToDictionary(service => service.Name);

    public async Task HandleAsync(HttpContext http)
    {
        var body = await ReadBodyAsync(http);
        var signed = new SignedRequest(
            http.Request.Method,
            http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            http.Request.Headers.Host.ToString(),
            name => [.. http.Request.Headers[name]],
            Convert.ToHexStringLower(SHA256.HashData(body)));
        var requestId = Guid.NewGuid().ToString();
        http.Response.Headers["x-amzn-RequestId"] = requestId;
        http.Response.Headers.Date = clock.GetUtcNow().ToString("R");

        if (SignatureClaim.Read(signed) is not { } claim || !byName.TryGetValue(claim.Service, out var service))
        {
            await SendAsync(http, AwsProtocol.Query("https://sts.amazonaws.com/doc/2011-06-15/").Error(403, "MissingAuthenticationToken", "Request is missing Authentication Token, or is signed for an unknown service", requestId), []);
            return;
        }

        var request = AwsRequestParser.Parse(http, signed, claim, body);
        var operation = service.OperationOf(request) ?? "";
        var authentication = authenticator.Check(signed, claim);
        request = request with { Caller = authentication.Caller ?? request.Caller };
        var target = new FaultTarget(service.Name, operation, service.ClusterOf(request), request.Caller.AccountId, request.Region);
        var struck = faults.Strike(target, fault => fault.Kind != FaultKind.ExpiredContinueToken);
        if (!await FaultDelivery.AdmitAsync(http, struck, options.Latency))
        {
            Record(target, 0);
            return;
        }

        var answer = Answer(service, request, operation, authentication, struck, requestId);
        Record(target, answer.Status);
        await SendAsync(http, answer, struck);
    }

    private AwsAnswer Answer(IAwsService service, AwsRequest request, string operation, Authentication authentication, IReadOnlyList<Fault> struck, string requestId)
    {
        AwsAnswer Refuse(RefusalKind kind, string message) =>
            service.Protocol.CodeOf(kind) is var (status, code) ? service.Protocol.Error(status, code, message, requestId) : throw new InvalidOperationException("a refusal has a code");

        if (authentication.Caller is null)
        {
            return Refuse(authentication.Kind, authentication.Reason);
        }

        if (RegionRefusal(service, request) is { } wrong)
        {
            return Refuse(wrong.Kind, wrong.Reason);
        }

        if (operation.Length == 0)
        {
            var (status, code) = service.Protocol.UnknownOperation;
            return service.Protocol.Error(status, code, "The operation is unknown: " + (request.Target ?? request.Find("Action") ?? request.Method + " /" + string.Join('/', request.Path)), requestId);
        }

        var action = $"{service.Name}:{operation}";
        if (IsDenied(request.Caller, service.Name, action) || struck.Any(fault => fault.Kind == FaultKind.Denied))
        {
            return Refuse(RefusalKind.Denied, service.Protocol.DenialMessage(request.Caller.Arn, action));
        }

        foreach (var fault in struck)
        {
            if (MeaningOf(fault.Kind) is { } meaning)
            {
                return Refuse(meaning.Kind, meaning.Reason);
            }
        }

        return Execute(service, request, operation, requestId);
    }

    private static AwsAnswer Execute(IAwsService service, AwsRequest request, string operation, string requestId)
    {
        try
        {
            return service.Answer(request, operation);
        }
        catch (AwsException refusal)
        {
            return service.Protocol.Error(refusal.Status, refusal.Code, refusal.Message, requestId);
        }
        catch (JsonException)
        {
            return service.Protocol.Error(400, "SerializationException", "The request body is not JSON", requestId);
        }
    }

    private static (RefusalKind Kind, string Reason)? MeaningOf(FaultKind kind) => kind switch
    {
        FaultKind.Throttling => (RefusalKind.Throttled, "Rate exceeded"),
        FaultKind.ServerError => (RefusalKind.ServerError, "An internal error has occurred"),
        FaultKind.ExpiredToken => (RefusalKind.ExpiredToken, "The security token included in the request is expired"),
        _ => null,
    };

    private (RefusalKind Kind, string Reason)? RegionRefusal(IAwsService service, AwsRequest request)
    {
        if (service.GlobalRegion is { } only)
        {
            return request.Region == only ? null : (RefusalKind.WrongSignature, $"Credential should be scoped to a valid region, not '{request.Region}'. ");
        }

        var region = estate.Regions.FirstOrDefault(region => region.Name == request.Region);
        return region switch
        {
            null => (RefusalKind.WrongSignature, $"Credential should be scoped to a valid region, not '{request.Region}'. "),
            { IsEnabled: false } => (RefusalKind.UnknownToken, service.Name == "ec2"
                ? "AWS was not able to validate the provided access credentials"
                : "The security token included in the request is invalid"),
            _ => null,
        };
    }

    private static bool IsDenied(Caller caller, string service, string action)
    {
        if (caller.Account is not { } account)
        {
            return !HubActions.Contains(action);
        }

        // Organizations answers only the management account and delegated administrators.
        return action != "sts:GetCallerIdentity"
            && (service is "organizations" || account.DeniedActions.Contains(action) || account.DeniedActions.Contains(service + ":*"));
    }

    private void Record(FaultTarget target, int status) =>
        log.Add(new RequestEntry(clock.GetUtcNow(), target.Account, target.Region, target.Service, target.Operation, target.Cluster, status));

    private static async Task SendAsync(HttpContext http, AwsAnswer answer, IReadOnlyList<Fault> struck)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        if (answer.ErrorType is { } error)
        {
            http.Response.Headers["x-amzn-ErrorType"] = error;
        }

        try
        {
            await FaultDelivery.WriteAsync(http, answer.Body, struck);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength is 0 || (http.Request.ContentLength is null && HttpMethods.IsGet(http.Request.Method)))
        {
            return [];
        }

        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MaximumBody;
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        return buffer.ToArray();
    }
}
