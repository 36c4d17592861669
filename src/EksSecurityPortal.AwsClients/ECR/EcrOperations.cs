using System.Text.Json;
using Amazon.ECR.Model;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.ECR;

/// <summary>Amazon ECR as the runtime sees it: where it lives, its exceptions, and every operation that can be called.</summary>
internal static class EcrOperations
{
    private const string TargetPrefix = "AmazonEC2ContainerRegistry_V20150921";

    public static readonly AwsService Service = new(
        "ECR",
        "ecr",
        "2015-09-21",
        Host,
        (m, i, t, c, r, s) => new AmazonECRException(m, i, t, c, r, s),
        new Dictionary<string, ErrorFactory>(StringComparer.Ordinal)
        {
            ["InvalidParameterException"] = (m, i, t, c, r, s) => new InvalidParameterException(m, i, t, c, r, s),
            ["RepositoryNotFoundException"] = (m, i, t, c, r, s) => new RepositoryNotFoundException(m, i, t, c, r, s),
            ["ServerException"] = (m, i, t, c, r, s) => new ServerException(m, i, t, c, r, s),
            ["ValidationException"] = (m, i, t, c, r, s) => new ValidationException(m, i, t, c, r, s),
        });

    private static readonly JsonSerializerOptions Contracts = AwsJson.Options(EcrContracts.Default);

    public static readonly AwsOperation DescribeRepositories =
        new JsonTargetOperation<DescribeRepositoriesRequest, DescribeRepositoriesResponse>(
            Service, TargetPrefix, nameof(DescribeRepositories), Contracts);

    public static readonly AwsOperation GetRegistryScanningConfiguration =
        new JsonTargetOperation<GetRegistryScanningConfigurationRequest, GetRegistryScanningConfigurationResponse>(
            Service, TargetPrefix, nameof(GetRegistryScanningConfiguration), Contracts);

    private static ServiceHost Host(Partition partition, string region, bool useFips, bool useDualStack)
    {
        var name = useFips ? "ecr-fips" : "ecr";
        return new ServiceHost($"{(useDualStack ? "" : "api.")}{name}.{region}.{HostRules.Suffix(partition, useDualStack)}");
    }
}
