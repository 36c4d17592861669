namespace EksSecurityPortal.Sandbox.Kubernetes.Pods;

/// <summary>A place in a rendered template that differs from pod to pod.</summary>
internal enum PodHole
{
    Name,
    Uid,
    ResourceVersion,
    NodeName,
    HostIp,
    PodIp,
    TokenSuffix,
    Created,
    ContainerId,
}

/// <summary>The text that stands for a hole while the template is rendered; no estate text can contain it by accident.</summary>
internal static class HoleMarker
{
    public const string Start = "~hole:3b9d1f6c7a54e280:";

    /// <summary>Letters after <see cref="Start"/>: hole, ':' and two digits.</summary>
    public const int TailLength = 4;

    public static string Of(PodHole hole, int number = 0) => $"{Start}{(char)('A' + (int)hole)}:{number:00}";
}
