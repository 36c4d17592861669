using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Architecture;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Architecture;

public class SupportEndsSoonTests
{
    [Theory]
    [InlineData("STANDARD_SUPPORT", 90, 455)]
    [InlineData("EXTENDED_SUPPORT", -275, 90)]
    public void Passes_with_ninety_days_left(string status, int standard, int extended) => Passes<SupportEndsSoon>(Ends(status, standard, extended));

    [Theory]
    [InlineData("STANDARD_SUPPORT", 89, 454, Severity.Medium)]
    [InlineData("STANDARD_SUPPORT", 30, 395, Severity.Medium)]
    [InlineData("STANDARD_SUPPORT", 29, 394, Severity.High)]
    [InlineData("EXTENDED_SUPPORT", -276, 89, Severity.Medium)]
    [InlineData("EXTENDED_SUPPORT", -362, 3, Severity.High)]
    [InlineData("STANDARD_SUPPORT", -1, 364, Severity.High)]
    public void Fails_when_the_end_of_its_stage_is_near(string status, int standard, int extended, Severity severity) => Fails<SupportEndsSoon>(Ends(status, standard, extended), severity: severity);

    [Fact]
    public void NotApplicable_when_support_has_ended() => IsNotApplicable<SupportEndsSoon>(Ends("UNSUPPORTED", -400, -1));

    [Fact]
    public void Unknown_without_the_date() => IsUnknown<SupportEndsSoon>(Ends("STANDARD_SUPPORT", null, null));

    [Fact]
    public void Unknown_without_the_calendar() => IsUnknownWithout<SupportEndsSoon>(SnapshotBuilder.New(), SnapshotPart.VersionCalendar);

    private static SnapshotBuilder Ends(string status, int? standard, int? extended) => SnapshotBuilder.New().ControlPlane(cluster => cluster with { Version = "1.33" }).Add(builder => builder.VersionCalendar.Add(
        new("1.33", status, null, standard is { } from ? SnapshotBuilder.CollectedAt.AddDays(from) : null, extended is { } to ? SnapshotBuilder.CollectedAt.AddDays(to) : null, null, null, false, CalendarSource.Api)));

    [Fact]
    public void NotApplicable_to_a_connected_cluster() => IsNotApplicable<SupportEndsSoon>(SnapshotBuilder.New().ControlPlane(cluster => cluster with { IsConnectedExternalCluster = true }));
}
