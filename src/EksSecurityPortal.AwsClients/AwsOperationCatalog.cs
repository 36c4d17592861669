using Amazon.AutoScaling;
using Amazon.ECR;
using Amazon.EKS;
using Amazon.ElasticLoadBalancingV2;
using Amazon.IdentityManagement;
using Amazon.Organizations;
using EksSecurityPortal.AwsClients.Protocols;

namespace EksSecurityPortal.AwsClients;

/// <summary>An AWS operation that a client of this library can call.</summary>
/// <param name="Service">The service's signing name, such as "eks" or "elasticloadbalancing".</param>
/// <param name="Operation">The operation's name in the API, such as "ListClusters".</param>
/// <param name="IamAction">The permission that the caller needs, such as "eks:ListClusters".</param>
public sealed record CallableOperation(string Service, string Operation, string IamAction);

/// <summary>
/// Every AWS operation that this library can call, taken from the definitions that the clients themselves run on: what is not
/// here cannot be sent. For holding the code against the permissions that the portal asks for. Ordered by service and operation.
/// </summary>
public static class AwsOperationCatalog
{
    internal static readonly IReadOnlyList<AwsService> Services =
    [
        EksOperations.Service,
        IamOperations.Service,
        AutoScalingOperations.Service,
        LoadBalancingOperations.Service,
        OrganizationsOperations.Service,
        EcrOperations.Service,
    ];

    public static IReadOnlyList<CallableOperation> All { get; } =
    [
        .. Services
            .SelectMany(s => s.Operations)
            .Select(o => new CallableOperation(o.Service.SigningName, o.Name, o.IamAction))
            .OrderBy(o => o.IamAction, StringComparer.Ordinal),
    ];
}
