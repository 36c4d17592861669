using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>Elastic Load Balancing v2: load balancers, listeners, target groups, tags.</summary>
internal sealed class LoadBalancingService : IAwsService
{
    private const string Namespace = "http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/";

    public string Name => "elasticloadbalancing";

    public AwsProtocol Protocol { get; } = AwsProtocol.Query(Namespace);

    public string? OperationOf(AwsRequest request) => request.Find("Version") is null or "2015-12-01"
        ? QueryAnswer.Operation(request, "DescribeLoadBalancers", "DescribeListeners", "DescribeTags", "DescribeTargetGroups")
        : null;

    public AwsAnswer Answer(AwsRequest request, string operation) => QueryAnswer.Of(operation, Namespace, body =>
    {
        var all = request.Resources.LoadBalancers;
        switch (operation)
        {
            case "DescribeLoadBalancers":
                WriteLoadBalancers(body, request, all);
                break;
            case "DescribeListeners":
                WriteListeners(body, request, all);
                break;
            case "DescribeTargetGroups":
                WriteTargetGroups(body, request, all);
                break;
            default:
                WriteTags(body, request, all);
                break;
        }
    });

    private static void WriteLoadBalancers(XmlBody body, AwsRequest request, IReadOnlyList<LoadBalancer> all)
    {
        if (request.List("LoadBalancerArns") is { Count: > 0 } arns)
        {
            all = [.. arns.Select(arn => Find(all, arn))];
        }
        else if (request.List("Names") is { Count: > 0 } names)
        {
            all = [.. names.Select(name => all.FirstOrDefault(balancer => balancer.Name == name) ?? throw new AwsException(400, "LoadBalancerNotFound", $"Load balancers '[{name}]' not found"))];
        }

        var page = Cut(request, "DescribeLoadBalancers", all);
        body.List("LoadBalancers", page.Items, (item, balancer) => item
            .Text("LoadBalancerArn", balancer.Arn).Text("DNSName", balancer.DnsName).Text("CanonicalHostedZoneId", "Z32O12XQLNTSW2")
            .Text("CreatedTime", balancer.Created).Text("LoadBalancerName", balancer.Name).Text("Scheme", balancer.Scheme).Text("VpcId", balancer.VpcId)
            .Group("State", state => state.Text("Code", "active")).Text("Type", balancer.Type)
            .List("AvailabilityZones", balancer.Zones, (zone, pair) => zone.Text("ZoneName", pair.Zone).Text("SubnetId", pair.SubnetId).List("LoadBalancerAddresses", Array.Empty<string>()))
            .List("SecurityGroups", balancer.SecurityGroups).Text("IpAddressType", "ipv4")).Text("NextMarker", page.Next);
    }

    private static void WriteListeners(XmlBody body, AwsRequest request, IReadOnlyList<LoadBalancer> all)
    {
        var arns = request.List("ListenerArns");
        IReadOnlyList<(LoadBalancer Owner, Listener Listener)> listeners = request.Find("LoadBalancerArn") is { } arn
            ? [.. Find(all, arn) is var owner ? owner.Listeners.Select(listener => (owner, listener)) : []]
            : arns.Count > 0
                ? [.. all.SelectMany(owner => owner.Listeners, (owner, listener) => (owner, listener)).Where(pair => arns.Contains(pair.listener.Arn))]
                : throw new AwsException(400, "ValidationError", "You must specify either a load balancer or one or more listeners");
        var page = Cut(request, "DescribeListeners", listeners);
        body.List("Listeners", page.Items, (item, pair) => WriteListener(item, pair.Owner, pair.Listener)).Text("NextMarker", page.Next);
    }

    private static void WriteListener(XmlBody body, LoadBalancer owner, Listener listener)
    {
        body.Text("ListenerArn", listener.Arn).Text("LoadBalancerArn", owner.Arn).Text("Port", listener.Port).Text("Protocol", listener.Protocol);
        if (listener.CertificateArn is not null)
        {
            body.List("Certificates", [listener.CertificateArn], (item, certificate) => item.Text("CertificateArn", certificate));
        }

        body.Text("SslPolicy", listener.SslPolicy);
        body.List("DefaultActions", [listener], (item, action) =>
        {
            if (action.RedirectToPort is { } port)
            {
                item.Text("Type", "redirect").Text("Order", 1).Group("RedirectConfig", config => config
                    .Text("Protocol", "HTTPS").Text("Port", port).Text("Host", "#{host}").Text("Path", "/#{path}").Text("Query", "#{query}").Text("StatusCode", "HTTP_301"));
            }
            else
            {
                item.Text("Type", "forward").Text("TargetGroupArn", action.TargetGroupArn).Text("Order", 1);
            }
        });
    }

    private static void WriteTargetGroups(XmlBody body, AwsRequest request, IReadOnlyList<LoadBalancer> all)
    {
        var (arns, names, owner) = (request.List("TargetGroupArns"), request.List("Names"), request.Find("LoadBalancerArn"));
        var groups = (owner is null ? all : [Find(all, owner)]).SelectMany(balancer => balancer.TargetGroups, (balancer, group) => (balancer, group))
            .Where(pair => arns.Count == 0 || arns.Contains(pair.group.Arn)).Where(pair => names.Count == 0 || names.Contains(pair.group.Name)).ToList();
        var page = Cut(request, "DescribeTargetGroups", groups);
        body.List("TargetGroups", page.Items, (item, pair) => item
            .Text("TargetGroupArn", pair.group.Arn).Text("TargetGroupName", pair.group.Name).Text("Protocol", pair.group.Protocol).Text("Port", pair.group.Port)
            .Text("VpcId", pair.group.VpcId).Text("HealthCheckEnabled", value: true).List("LoadBalancerArns", [pair.balancer.Arn]).Text("TargetType", pair.group.TargetType)
            .Text("IpAddressType", "ipv4")).Text("NextMarker", page.Next);
    }

    private static void WriteTags(XmlBody body, AwsRequest request, IReadOnlyList<LoadBalancer> all)
    {
        var arns = request.List("ResourceArns");
        if (arns.Count is 0 or > 20)
        {
            throw new AwsException(400, "ValidationError", $"Cannot have more than 20 resources described, and at least one, got {arns.Count}");
        }

        body.List("TagDescriptions", arns, (item, arn) => item.Text("ResourceArn", arn).Tags("Tags", Find(all, arn).Tags, "Key", "Value"));
    }

    private static LoadBalancer Find(IReadOnlyList<LoadBalancer> all, string arn) =>
        all.FirstOrDefault(balancer => balancer.Arn == arn) ?? throw new AwsException(400, "LoadBalancerNotFound", $"Load balancer '{arn}' not found");

    private static Page<T> Cut<T>(AwsRequest request, string operation, IReadOnlyList<T> all)
    {
        var size = Paging.Size(request.Find("PageSize"), 1, 400, 400, text => new AwsException(400, "ValidationError", $"1 validation error detected: Value '{text}' at 'pageSize' failed to satisfy constraint: Member must have value less than or equal to 400"));
        return Paging.Cut(all, operation, request.Find("Marker"), size, () => new AwsException(400, "ValidationError", "Invalid marker"));
    }
}
