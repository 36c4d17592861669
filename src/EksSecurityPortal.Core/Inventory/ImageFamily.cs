namespace EksSecurityPortal.Core.Inventory;

/// <summary>Operating system family of a node image, as far as patching differs.</summary>
public enum ImageFamily
{
    /// <summary>Not known; the reason is with whoever says so.</summary>
    Unknown,

    AmazonLinux2,

    AmazonLinux2023,

    Bottlerocket,

    Windows,

    /// <summary>Chosen, patched and run by AWS: Auto Mode and Fargate.</summary>
    AwsOperated,

    /// <summary>An image that AWS does not publish for EKS: own builds, Ubuntu, others.</summary>
    Custom,
}
