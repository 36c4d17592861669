namespace Amazon.ECR.Model;

/// <summary>A repository of container images.</summary>
public class Repository
{
    public string? RepositoryArn { get; set; }
    public string? RegistryId { get; set; }
    public string? RepositoryName { get; set; }
    public string? RepositoryUri { get; set; }
    public DateTime? CreatedAt { get; set; }
    public ImageTagMutability? ImageTagMutability { get; set; }
    public List<ImageTagMutabilityExclusionFilter>? ImageTagMutabilityExclusionFilters { get; set; }
    public ImageScanningConfiguration? ImageScanningConfiguration { get; set; }
    public EncryptionConfiguration? EncryptionConfiguration { get; set; }
}

public class ImageTagMutabilityExclusionFilter
{
    public ImageTagMutabilityExclusionFilterType? FilterType { get; set; }
    public string? Filter { get; set; }
}

/// <summary>Whether images are scanned when pushed, where the registry scans in basic mode.</summary>
public class ImageScanningConfiguration
{
    public bool? ScanOnPush { get; set; }
}

/// <summary>How images are encrypted at rest.</summary>
public class EncryptionConfiguration
{
    public EncryptionType? EncryptionType { get; set; }
    public string? KmsKey { get; set; }
}
