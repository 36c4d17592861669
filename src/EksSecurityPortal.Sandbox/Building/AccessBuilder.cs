using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Building;

/// <summary>Access entries and Pod Identity associations of a cluster.</summary>
internal static class AccessBuilder
{
    public const string ReaderGroup = "eks-security-portal:readers";

    public static IReadOnlyList<AccessEntry> Entries(ClusterContext context, ClusterPlan plan)
    {
        var service = new AccessPlan($"arn:aws:iam::{context.AccountId}:role/aws-service-role/eks.amazonaws.com/AWSServiceRoleForAmazonEKS")
        {
            Username = "eks:managed",
            Policies = ["AmazonEKSClusterInsightsPolicy"],
        };
        var nodes = plan.Pools.Select(pool => (pool.NodeRole, Type: pool switch
        {
            { Kind: PoolKind.Fargate } => "FARGATE_LINUX",
            { Kind: PoolKind.Auto } => "EC2",
            { Family: ImageFamily.WindowsCore2022 } => "EC2_WINDOWS",
            _ => "EC2_LINUX",
        })).DistinctBy(role => role.NodeRole).Select(role => new AccessPlan(context.Region.Account.RoleArn(role.NodeRole), role.Type));
        return [.. plan.Access.Append(service).Concat(nodes).Select(access => Entry(context, access)).OrderBy(entry => entry.PrincipalArn, StringComparer.Ordinal)];
    }

    public static IReadOnlyList<PodIdentityAssociation> Associations(ClusterContext context, ClusterPlan plan) => [.. plan.PodIdentities.Select(identity =>
    {
        var id = "a-" + Ids.Hex($"{context.Name}/{identity.Namespace}/{identity.ServiceAccount}", 17);
        return new PodIdentityAssociation
        {
            ClusterName = context.Name,
            Namespace = identity.Namespace,
            ServiceAccount = identity.ServiceAccount,
            RoleArn = identity.RoleArn,
            AssociationArn = context.Arn($"podidentityassociation/{context.Name}/{id}"),
            AssociationId = id,
            CreatedAt = context.Now.AddDays(-120),
            ModifiedAt = context.Now.AddDays(-120),
        };
    })];

    private static AccessEntry Entry(ClusterContext context, AccessPlan access)
    {
        var created = context.Now.AddDays(-150 - Ids.Number(access.PrincipalArn, 100));
        var parts = access.PrincipalArn.Split(':');
        var (kind, name) = (parts[5].Split('/')[0], parts[5].Split('/')[^1]);
        var username = access.Username ?? (access.Type switch
        {
            "STANDARD" => kind == "user" ? access.PrincipalArn : $"arn:aws:sts::{parts[4]}:assumed-role/{name}/{{{{SessionName}}}}",
            _ => "system:node:{{EC2PrivateDNSName}}",
        });
        return new AccessEntry
        {
            ClusterName = context.Name,
            PrincipalArn = access.PrincipalArn,
            KubernetesGroups = access.Type == "STANDARD" ? access.Groups : ["system:nodes"],
            AccessEntryArn = context.Arn($"access-entry/{context.Name}/{kind}/{parts[4]}/{name}/{Ids.Guid(context.Name + access.PrincipalArn)}"),
            CreatedAt = created,
            ModifiedAt = created,
            Username = username,
            Type = access.Type,
            Policies = [.. access.Policies.Select(policy => policy.Split('@') switch
            {
                [var cluster] => new AssociatedAccessPolicy(PublicTables.AccessPolicyArn(cluster), AccessScope.Cluster, created, created),
                var scoped => new AssociatedAccessPolicy(PublicTables.AccessPolicyArn(scoped[0]), new AccessScope("namespace", scoped[1].Split(',')), created, created),
            })],
        };
    }
}
