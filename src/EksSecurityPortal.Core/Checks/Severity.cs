namespace EksSecurityPortal.Core.Checks;

/// <summary>How bad a failure is. Ordered; stored as its number.</summary>
public enum Severity
{
    Info = 0,
    Low = 1,
    Medium = 2,
    High = 3,
    Critical = 4,
}

/// <summary>What part of the cluster a check looks at; the four views of the portal. Stored as its number.</summary>
public enum CheckArea
{
    Architecture = 0,
    Networking = 1,
    Patching = 2,
    Identity = 3,
}
