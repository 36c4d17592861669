using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Posture;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Posture;

public sealed class SnapshotSerializerTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Unpack_of_a_packed_snapshot_gives_the_same_facts()
    {
        var snapshot = Rich();

        var again = SnapshotSerializer.Unpack(SnapshotSerializer.Pack(snapshot).Content, At);

        Assert.Equal(SnapshotSerializer.Pack(snapshot).Hash, SnapshotSerializer.Pack(again).Hash);
        Assert.Equal((At, snapshot.Cluster), (again.CollectedAt, again.Cluster));
        var policy = Assert.Single(again.Kubernetes.NetworkPolicies.Value);
        Assert.Null(policy.Ingress);
        Assert.Empty(policy.Egress!);
        Assert.Equal(5, Assert.Single(again.Kubernetes.Workloads.Value).PodCount);
        Assert.Equal("arn:aws:iam::111122223333:role/cart", Assert.Single(again.Kubernetes.ServiceAccounts.Value).RoleArn);
        Assert.Equal(GapReason.Denied, Assert.Single(again.Eks.Addons.Gaps).Reason);
        Assert.False(again.Eks.Addons.IsPresent);
        Assert.Equal("\0 \ud83d\ude00 <b>", Assert.Single(again.Kubernetes.Namespaces.Value).Name);
    }

    [Fact]
    public void Pack_of_every_part_restores_presence_and_gaps()
    {
        var snapshot = Rich();

        var again = SnapshotSerializer.Unpack(SnapshotSerializer.Pack(snapshot).Content, At);

        Assert.All(Enum.GetValues<SnapshotPart>(), part => Assert.Equal((snapshot[part].IsPresent, snapshot[part].Gaps.Count), (again[part].IsPresent, again[part].Gaps.Count)));
    }

    [Fact]
    public void Pack_of_the_same_facts_at_another_time_and_in_another_dictionary_order_has_the_same_hash()
    {
        var snapshot = Rich();
        var control = snapshot.Eks.ControlPlane.Value;
        var reordered = snapshot with
        {
            CollectedAt = At.AddDays(1),
            Eks = snapshot.Eks with { ControlPlane = Part.Of(control with { Tags = control.Tags.Reverse().ToDictionary(item => item.Key, item => item.Value) }) },
        };

        Assert.Equal(SnapshotSerializer.Pack(snapshot).Hash, SnapshotSerializer.Pack(reordered).Hash);
    }

    [Fact]
    public void Pack_of_other_facts_has_another_hash()
    {
        Assert.NotEqual(SnapshotSerializer.Pack(Rich()).Hash, SnapshotSerializer.Pack(Rich().WithNamespaces("other")).Hash);
    }

    [Fact]
    public void Unpack_of_a_snapshot_from_before_a_part_existed_reads_the_part_as_not_collected()
    {
        var older = SnapshotSerializer.UnpackValue<System.Text.Json.Nodes.JsonNode>(SnapshotSerializer.Pack(Rich()).Content);
        older["Network"]!.AsObject().Remove("FlowLogs");

        var snapshot = SnapshotSerializer.Unpack(SnapshotSerializer.PackValue(older).Content, At);

        Assert.Equal(GapReason.NotCollected, Assert.Single(snapshot[SnapshotPart.FlowLogs].Gaps).Reason);
    }

    private static ClusterSnapshot Rich()
    {
        var plain = Snapshots.Of(TestPortal.Cluster("shop"), At);
        var none = new Dictionary<string, string>();
        return plain with
        {
            Eks = plain.Eks with { Addons = Part.Missing<IReadOnlyList<Addon>>(new(GapReason.Denied, "eks:ListAddons", "denied", "eks:ListAddons")) },
            Kubernetes = plain.Kubernetes with
            {
                Namespaces = Part.OfList<KubernetesNamespace>([new("\0 \ud83d\ude00 <b>", "Active", At, none, none)]),
                NetworkPolicies = Part.OfList<NetworkPolicy>([new("shop", "deny", new(none, []), ["Egress"], null, [], At)]),
                ServiceAccounts = Part.OfList<ServiceAccount>([new("shop", "cart", null, new Dictionary<string, string> { ["eks.amazonaws.com/role-arn"] = "arn:aws:iam::111122223333:role/cart" }, 0, null)]),
                Workloads = Part.OfList<Workload>(
                [
                    new()
                    {
                        Kind = "Deployment",
                        Namespace = "shop",
                        Name = "cart",
                        Pods = [new(new PodTemplate { Containers = [new() { Name = "main", Privileged = true, Ports = [new("http", 80, "TCP", null)] }] }, 5, 4, true, [new("node-1", 5)])],
                    },
                ]),
            },
        };
    }
}
