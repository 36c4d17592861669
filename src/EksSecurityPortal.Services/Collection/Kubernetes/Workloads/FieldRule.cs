using System.Runtime.CompilerServices;
using System.Text;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Workloads;

internal enum FieldAction
{
    /// <summary>Copied as it is.</summary>
    Whole,

    /// <summary>An object of which some members are copied.</summary>
    Members,

    /// <summary>An array whose elements follow one rule.</summary>
    Elements,

    /// <summary>Only that it is there: true when it is neither null, false nor an empty array.</summary>
    Mark,

    /// <summary>Labels, without those that differ from pod to pod.</summary>
    Labels,

    /// <summary>Annotations that decide something.</summary>
    Annotations,

    /// <summary>A volume's name, without the random end of the API token's.</summary>
    VolumeName,

    /// <summary>A claim's name, without the ordinal of a StatefulSet's pod.</summary>
    ClaimName,

    /// <summary>Not copied but remembered: where the pod runs.</summary>
    NodeName,

    /// <summary>Copied for system components only.</summary>
    SystemArguments,

    /// <summary>Copied, and looked at to recognise system components.</summary>
    Image,
}

/// <summary>What is kept of one field of a pod spec; whatever has no rule is dropped.</summary>
internal sealed class FieldRule
{
    private static readonly FieldRule Whole = new(FieldAction.Whole);
    private static readonly FieldRule Mark = new(FieldAction.Mark);
    private static readonly FieldRule VolumeName = new(FieldAction.VolumeName);

    private static readonly FieldRule Host = Members(("host", Whole));
    private static readonly FieldRule Probe = Members(("httpGet", Host), ("tcpSocket", Host));
    private static readonly FieldRule Required = Members(("requiredDuringSchedulingIgnoredDuringExecution", Mark));

    // there is no rule for the value of a variable: it is never copied
    private static readonly FieldRule Container = Members(
        ("name", Whole), ("image", new(FieldAction.Image)), ("imagePullPolicy", Whole), ("restartPolicy", Whole),
        ("command", new(FieldAction.SystemArguments)), ("args", new(FieldAction.SystemArguments)), ("securityContext", Whole), ("ports", Whole),
        ("resources", Members(("requests", Whole), ("limits", Whole))),
        ("env", Elements(Members(("name", Whole), ("valueFrom", Members(("secretKeyRef", Members(("name", Whole)))))))),
        ("envFrom", Elements(Members(("secretRef", Members(("name", Whole)))))),
        ("volumeMounts", Elements(Members(("name", VolumeName), ("mountPath", Whole), ("readOnly", Whole), ("mountPropagation", Whole)))),
        ("livenessProbe", Probe), ("readinessProbe", Probe), ("startupProbe", Probe), ("lifecycle", Members(("postStart", Probe), ("preStop", Probe))));

    private static readonly FieldRule Volume = Members(
        otherwise: Mark,
        ("name", VolumeName), ("hostPath", Members(("path", Whole))), ("secret", Members(("secretName", Whole))), ("configMap", Members(("name", Whole))),
        ("projected", Members(("sources", Elements(Members(("serviceAccountToken", Members(("audience", Whole)))))))),
        ("persistentVolumeClaim", Members(("claimName", new(FieldAction.ClaimName)))), ("csi", Members(("driver", Whole))));

    /// <summary>The <c>spec</c> of a pod or a pod template.</summary>
    internal static readonly FieldRule PodSpec = Members(
        ("volumes", Elements(Volume)), ("initContainers", Elements(Container)), ("containers", Elements(Container)), ("ephemeralContainers", Elements(Container)),
        ("restartPolicy", Whole), ("terminationGracePeriodSeconds", Whole), ("dnsPolicy", Whole), ("nodeSelector", Whole), ("serviceAccountName", Whole),
        ("automountServiceAccountToken", Whole), ("nodeName", new(FieldAction.NodeName)), ("hostNetwork", Whole), ("hostPID", Whole), ("hostIPC", Whole),
        ("hostUsers", Whole), ("shareProcessNamespace", Whole), ("securityContext", Whole), ("affinity", Members(("nodeAffinity", Required), ("podAntiAffinity", Required))),
        ("tolerations", Elements(Members(("key", Whole), ("operator", Whole), ("value", Whole), ("effect", Whole)))), ("priorityClassName", Whole),
        ("runtimeClassName", Whole), ("enableServiceLinks", Whole), ("topologySpreadConstraints", Elements(Members(("topologyKey", Whole)))), ("os", Members(("name", Whole))));

    internal static readonly FieldRule PodLabels = new(FieldAction.Labels);
    internal static readonly FieldRule PodAnnotations = new(FieldAction.Annotations);

    private readonly (byte[] Name, FieldRule Rule)[] members;
    private readonly FieldRule? otherwise;

    private FieldRule(FieldAction action, FieldRule? element = null, FieldRule? otherwise = null, (string Name, FieldRule Rule)[]? members = null)
    {
        Action = action;
        Element = element;
        this.otherwise = otherwise;
        this.members = [.. (members ?? []).Select(member => (Encoding.UTF8.GetBytes(member.Name), member.Rule))];
    }

    internal FieldAction Action { get; }

    /// <summary>Rule of an array's elements.</summary>
    internal FieldRule? Element { get; }

    internal bool IsContainer => ReferenceEquals(this, Container);

    /// <summary>Null: the member is dropped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal FieldRule? Find(ReadOnlySpan<byte> member)
    {
        foreach (var (name, rule) in members)
        {
            if (member.SequenceEqual(name))
            {
                return rule;
            }
        }

        return otherwise;
    }

    private static FieldRule Members(params (string Name, FieldRule Rule)[] members) => new(FieldAction.Members, members: members);

    private static FieldRule Members(FieldRule otherwise, params (string Name, FieldRule Rule)[] members) => new(FieldAction.Members, otherwise: otherwise, members: members);

    private static FieldRule Elements(FieldRule element) => new(FieldAction.Elements, element);
}
