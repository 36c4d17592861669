using Amazon.EKS.Model;
using EksSecurityPortal.Core.Inventory;
using static EksSecurityPortal.Services.Collection.Aws.Readers.SdkValues;
using Capability = EksSecurityPortal.Core.Inventory.Capability;

namespace EksSecurityPortal.Services.Collection.Aws.Readers.Eks;

/// <summary>Updates of the cluster, the capabilities that AWS runs for it, and its certificate authorities.</summary>
internal static class HistoryReader
{
    /// <summary>Updates that are described; a cluster that was changed more often has a gap that says so.</summary>
    private const int MaxUpdates = 100;

    public static Task<Part<IReadOnlyList<ClusterUpdate>>> ReadUpdatesAsync(ClusterScope scope) => scope.Parts.ReadAsync(SnapshotPart.Updates, async reading =>
    {
        var eks = scope.Clients.Eks;
        var ids = await eks.Paginators.ListUpdates(new ListUpdatesRequest { Name = scope.Name }).UpdateIds.ToListAsync(reading.Cancellation);
        if (ids.Count > MaxUpdates)
        {
            reading.Note(new PartGap(GapReason.NotCollected, "eks:DescribeUpdate", $"{MaxUpdates} of {ids.Count} updates were read."));
            ids.RemoveRange(MaxUpdates, ids.Count - MaxUpdates);
        }

        var updates = await reading.DescribeAsync(ids, id => id, async (id, cancellationToken) =>
        {
            var answer = await eks.DescribeUpdateAsync(new DescribeUpdateRequest { Name = scope.Name, UpdateId = id }, cancellationToken);
            return FactOf(id, Required(answer.Update, "eks:DescribeUpdate", "update"));
        });
        return (IReadOnlyList<ClusterUpdate>)[.. updates.OrderByDescending(update => update.CreatedAt).ThenBy(update => update.Id, StringComparer.Ordinal)];
    });

    public static Task<Part<IReadOnlyList<Capability>>> ReadCapabilitiesAsync(ClusterScope scope) => scope.Parts.ReadAsync(SnapshotPart.Capabilities, async reading =>
    {
        var eks = scope.Clients.Eks;
        var summaries = await eks.Paginators.ListCapabilities(new ListCapabilitiesRequest { ClusterName = scope.Name }).Capabilities.ToListAsync(reading.Cancellation);
        var names = summaries.Select(summary => Required(summary.CapabilityName, "eks:ListCapabilities", "name")).Order(StringComparer.Ordinal).ToList();
        return await reading.DescribeAsync(names, name => name, async (name, cancellationToken) =>
        {
            var answer = await eks.DescribeCapabilityAsync(new DescribeCapabilityRequest { ClusterName = scope.Name, CapabilityName = name }, cancellationToken);
            return FactOf(name, Required(answer.Capability, "eks:DescribeCapability", "capability"));
        });
    });

    public static Task<Part<IReadOnlyList<ClusterCertificateAuthority>>> ReadCertificateAuthoritiesAsync(ClusterScope scope) =>
        scope.Parts.ReadAsync(SnapshotPart.CertificateAuthorities, async reading =>
        {
            var eks = scope.Clients.Eks;
            var request = new ListCertificateAuthoritiesRequest { ClusterName = scope.Name };
            var summaries = await eks.Paginators.ListCertificateAuthorities(request).CertificateAuthorities.ToListAsync(reading.Cancellation);
            var ids = summaries.Select(summary => Required(summary.Id, "eks:ListCertificateAuthorities", "id")).ToList();
            return await reading.DescribeAsync(ids, id => id, async (id, cancellationToken) =>
            {
                var answer = await eks.DescribeCertificateAuthorityAsync(new DescribeCertificateAuthorityRequest { ClusterName = scope.Name, CertificateAuthorityId = id }, cancellationToken);
                return FactOf(id, Required(answer.CertificateAuthority, "eks:DescribeCertificateAuthority", "certificate authority"));
            });
        });

    private static ClusterUpdate FactOf(string id, Update update)
    {
        const string operation = "eks:DescribeUpdate";
        return new ClusterUpdate(
            id,
            Required(TextOf(update.Status), operation, "status"),
            Required(TextOf(update.Type), operation, "type"),
            UtcOf(update.CreatedAt),
            TagsOf(update.Params, parameter => parameter.Type?.Value, parameter => parameter.Value),
            ListOf(update.Errors, error => $"{TextOf(error.ErrorCode)}: {TextOf(error.ErrorMessage)}"));
    }

    private static Capability FactOf(string name, Amazon.EKS.Model.Capability capability)
    {
        const string operation = "eks:DescribeCapability";
        return new Capability(
            name,
            TextOf(capability.Arn),
            Required(TextOf(capability.Type), operation, "type"),
            Required(TextOf(capability.Status), operation, "status"),
            TextOf(capability.Version),
            TextOf(capability.RoleArn),
            UtcOf(capability.CreatedAt));
    }

    private static ClusterCertificateAuthority FactOf(string id, CertificateAuthority authority) => new(
        id,
        TextOf(authority.SigningStatus),
        TextOf(authority.DistributionStatus),
        UtcOf(authority.CreatedAt),
        TextOf(authority.CreatedBy),
        UtcOf(authority.ActivatedAt),
        UtcOf(authority.Validity?.NotAfter),
        UtcOf(authority.ScheduledEvents?.FirstAutoActivation),
        UtcOf(authority.ScheduledEvents?.FinalAutoActivation));
}
