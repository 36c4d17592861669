using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Architecture;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Architecture;

public class KubernetesVersionOutOfStandardSupportTests
{
    [Fact]
    public void Passes_in_standard_support() => Passes<KubernetesVersionOutOfStandardSupport>(SnapshotBuilder.New());

    [Fact]
    public void Fails_in_extended_support() => Fails<KubernetesVersionOutOfStandardSupport>(Version("1.32"), severity: Severity.Medium);

    [Fact]
    public void Fails_critically_when_unsupported() => Fails<KubernetesVersionOutOfStandardSupport>(Calendar("UNSUPPORTED", CalendarSource.Api, -500, -100), severity: Severity.Critical);

    // the status of the table is as old as the table; its dates are not
    [Theory]
    [InlineData(100, 465, "Pass")]
    [InlineData(-1, 364, "Fail")]
    public void Passes_or_fails_by_the_dates_of_the_fallback_table(int standard, int extended, string status) =>
        Assert.Equal(status, Outcome<KubernetesVersionOutOfStandardSupport>(Calendar("STANDARD_SUPPORT", CalendarSource.FallbackTable, standard, extended)).Status.ToString());

    [Fact]
    public void Fails_by_fallback_and_says_so() =>
        Assert.True(Fails<KubernetesVersionOutOfStandardSupport>(Calendar("STANDARD_SUPPORT", CalendarSource.FallbackTable, -400, -1), severity: Severity.Critical).Says("fallback calendar"));

    [Fact]
    public void Unknown_for_a_version_that_the_calendar_does_not_have() => IsUnknown<KubernetesVersionOutOfStandardSupport>(Version("1.37"));

    [Fact]
    public void Unknown_for_a_strange_status_without_dates() => IsUnknown<KubernetesVersionOutOfStandardSupport>(Calendar("PREVIEW", CalendarSource.Api, null, null));

    [Fact]
    public void Unknown_without_the_calendar() => IsUnknownWithout<KubernetesVersionOutOfStandardSupport>(SnapshotBuilder.New(), SnapshotPart.VersionCalendar);

    private static SnapshotBuilder Version(string version) => SnapshotBuilder.New().ControlPlane(cluster => cluster with { Version = version });

    private static SnapshotBuilder Calendar(string status, CalendarSource source, int? standard, int? extended) => Version("1.30").Add(builder => builder.VersionCalendar.Add(
        new("1.30", status, null, standard is { } from ? SnapshotBuilder.CollectedAt.AddDays(from) : null, extended is { } to ? SnapshotBuilder.CollectedAt.AddDays(to) : null, null, null, false, source)));

    [Fact]
    public void NotApplicable_to_a_connected_cluster() => IsNotApplicable<KubernetesVersionOutOfStandardSupport>(SnapshotBuilder.New().ControlPlane(cluster => cluster with { IsConnectedExternalCluster = true }));
}
