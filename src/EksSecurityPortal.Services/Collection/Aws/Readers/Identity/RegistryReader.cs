using Amazon.ECR;
using Amazon.ECR.Model;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Reading;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Identity;

/// <summary>Scanning and repositories of the account's registry in the cluster's region; each read once per region.</summary>
internal static class RegistryReader
{
    public static Task<Part<RegistrySettings>> ReadAsync(ClusterScope scope) => scope.Parts.ReadAsync(SnapshotPart.Registry, async reading =>
    {
        var ecr = scope.Clients.Ecr;
        var scanning = await reading.TryAsync(
            wait => scope.Shared.GetAsync($"registry-scanning/{scope.Region}", token => ecr.GetRegistryScanningConfigurationAsync(new GetRegistryScanningConfigurationRequest(), token), wait),
            "registry scanning");
        var repositories = await reading.TryAsync(
            wait => scope.Shared.GetAsync($"repositories/{scope.Region}", token => ReadRepositoriesAsync(ecr, token), wait), "repositories");
        if (scanning is null && repositories is null)
        {
            throw new PartMissingException(reading.FirstGap with { Subject = null });
        }

        var configuration = scanning?.ScanningConfiguration;
        return new RegistrySettings(
            TextOf(configuration?.ScanType),
            ListOf(configuration?.Rules, rule => $"{TextOf(rule.ScanFrequency)}: {string.Join(", ", ListOf(rule.RepositoryFilters?.Select(filter => filter.Filter)))}"),
            repositories ?? []);
    });

    private static async Task<IReadOnlyList<ImageRepository>> ReadRepositoriesAsync(IAmazonECR ecr, CancellationToken cancellationToken)
    {
        var list = await ecr.Paginators.DescribeRepositories(new DescribeRepositoriesRequest { MaxResults = 1000 }).Repositories.ToListAsync(cancellationToken);
        return
        [
            .. list.Select(repository => new ImageRepository(
                    Required(TextOf(repository.RepositoryName), "ecr:DescribeRepositories", "name"),
                    TextOf(repository.RepositoryUri),
                    TextOf(repository.ImageTagMutability),
                    repository.ImageScanningConfiguration?.ScanOnPush,
                    TextOf(repository.EncryptionConfiguration?.EncryptionType)))
                .OrderBy(repository => repository.Name, StringComparer.Ordinal),
        ];
    }
}
