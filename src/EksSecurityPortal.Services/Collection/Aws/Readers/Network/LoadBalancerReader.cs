using Amazon.ElasticLoadBalancingV2;
using Amazon.ElasticLoadBalancingV2.Model;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Reading;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;
using LoadBalancer = EksSecurityPortal.Core.Inventory.LoadBalancer;
using TargetGroup = EksSecurityPortal.Core.Inventory.TargetGroup;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Network;

/// <summary>
/// Application, network and gateway load balancers that tags tie to the cluster. The list is read once per region and the tags once per VPC.
/// A load balancer without its listeners would look closed, so it is read whole or not at all.
/// </summary>
internal static class LoadBalancerReader
{
    private const int TagsAtOnce = 20;

    public static async Task<Part<IReadOnlyList<LoadBalancer>>> ReadAsync(VpcScope scope)
    {
        const SnapshotPart part = SnapshotPart.LoadBalancers;
        var (vpcId, gap) = await scope.FindVpcAsync();
        var cluster = scope.Cluster;
        return vpcId is null ? cluster.Parts.Skip<IReadOnlyList<LoadBalancer>>(part, gap) : await cluster.Parts.ReadAsync(part, async reading =>
        {
            var elb = cluster.Clients.LoadBalancing;
            var tagged = await cluster.Shared.GetAsync($"{part}/{cluster.Region}/{vpcId}", token => ReadTaggedAsync(cluster, vpcId, token), reading.Cancellation);
            var own = tagged.Where(item => ClusterTags.AreOfLoadBalancer(item.Tags, cluster.Name)).ToList();
            return await reading.DescribeAsync(own, item => item.Name, async (item, cancellationToken) => await ReadWholeAsync(elb, item, cancellationToken));
        });
    }

    private static async Task<IReadOnlyList<LoadBalancer>> ReadTaggedAsync(ClusterScope cluster, string vpcId, CancellationToken cancellationToken)
    {
        var all = await cluster.Shared.GetAsync(
            $"load-balancers/{cluster.Region}",
            token => cluster.Clients.LoadBalancing.Paginators.DescribeLoadBalancers(new DescribeLoadBalancersRequest { PageSize = 400 }).LoadBalancers.ToListAsync(token).AsTask(),
            cancellationToken);
        var inVpc = all.Where(balancer => balancer.VpcId == vpcId).Select(FactOf).OrderBy(balancer => balancer.Arn, StringComparer.Ordinal).ToList();
        var tags = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var chunk in inVpc.Select(balancer => balancer.Arn).Chunk(TagsAtOnce))
        {
            await ReadTagsAsync(cluster.Clients.LoadBalancing, chunk, tags, cancellationToken);
        }

        return [.. inVpc.Where(balancer => tags.ContainsKey(balancer.Arn)).Select(balancer => balancer with { Tags = tags[balancer.Arn] })];
    }

    /// <summary>One load balancer that is gone fails the whole question, so it is then asked for each by itself.</summary>
    private static async Task ReadTagsAsync(
        IAmazonElasticLoadBalancingV2 elb, string[] arns, Dictionary<string, IReadOnlyDictionary<string, string>> tags, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await elb.DescribeTagsAsync(new DescribeTagsRequest { ResourceArns = [.. arns] }, cancellationToken);
            foreach (var description in answer.TagDescriptions ?? [])
            {
                tags[Required(description.ResourceArn, "elasticloadbalancing:DescribeTags", "resource ARN")] = TagsOf(description.Tags, tag => tag.Key, tag => tag.Value);
            }
        }
        catch (AmazonElasticLoadBalancingV2Exception exception) when (ErrorCodes.IsAbsent(exception.ErrorCode))
        {
            foreach (var arn in arns.Length > 1 ? arns : [])
            {
                await ReadTagsAsync(elb, [arn], tags, cancellationToken);
            }
        }
    }

    private static async Task<LoadBalancer> ReadWholeAsync(IAmazonElasticLoadBalancingV2 elb, LoadBalancer balancer, CancellationToken cancellationToken)
    {
        var listeners = await elb.Paginators.DescribeListeners(new DescribeListenersRequest { LoadBalancerArn = balancer.Arn }).Listeners.ToListAsync(cancellationToken);
        var groups = await elb.Paginators.DescribeTargetGroups(new DescribeTargetGroupsRequest { LoadBalancerArn = balancer.Arn }).TargetGroups.ToListAsync(cancellationToken);
        return balancer with
        {
            Listeners = [.. listeners.Select(FactOf).OrderBy(listener => listener.Port).ThenBy(listener => listener.Arn, StringComparer.Ordinal)],
            TargetGroups = [.. groups.Select(FactOf).OrderBy(group => group.Arn, StringComparer.Ordinal)],
        };
    }

    private static LoadBalancer FactOf(Amazon.ElasticLoadBalancingV2.Model.LoadBalancer balancer)
    {
        const string operation = "elasticloadbalancing:DescribeLoadBalancers";
        return new LoadBalancer(
            Required(TextOf(balancer.LoadBalancerArn), operation, "ARN"),
            TextOf(balancer.LoadBalancerName) ?? "",
            TextOf(balancer.DNSName),
            TextOf(balancer.Scheme),
            Required(TextOf(balancer.Type), operation, "type"),
            TextOf(balancer.State?.Code),
            TextOf(balancer.VpcId),
            ListOf(balancer.AvailabilityZones?.Select(zone => zone.SubnetId)),
            ListOf(balancer.SecurityGroups),
            TextOf(balancer.IpAddressType),
            UtcOf(balancer.CreatedTime),
            [],
            [],
            new Dictionary<string, string>());
    }

    private static LoadBalancerListener FactOf(Listener listener)
    {
        var actions = (listener.DefaultActions ?? []).OrderBy(action => action.Order).ToList();
        var groups = actions.SelectMany(action => (action.ForwardConfig?.TargetGroups ?? []).Select(group => group.TargetGroupArn).Append(action.TargetGroupArn));
        return new LoadBalancerListener(
            Required(TextOf(listener.ListenerArn), "elasticloadbalancing:DescribeListeners", "ARN"),
            listener.Port,
            TextOf(listener.Protocol),
            TextOf(listener.SslPolicy),
            ListOf(listener.Certificates?.Select(certificate => certificate.CertificateArn)),
            ListOf(actions.Select(action => action.Type?.Value)),
            [.. ListOf(groups).Distinct(StringComparer.Ordinal)]);
    }

    private static TargetGroup FactOf(Amazon.ElasticLoadBalancingV2.Model.TargetGroup group) => new(
        Required(TextOf(group.TargetGroupArn), "elasticloadbalancing:DescribeTargetGroups", "ARN"),
        TextOf(group.TargetGroupName) ?? "",
        TextOf(group.Protocol),
        group.Port,
        TextOf(group.TargetType));
}
