using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Readers;
using EksSecurityPortal.Services.Collection.Aws.Readers.Eks;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws.Readers;

public sealed class FallbackCalendarTests
{
    [Theory]
    [InlineData("2026-11-23T00:00:00Z", "1.34", "STANDARD_SUPPORT")]
    [InlineData("2026-12-02T00:00:00Z", "1.34", "EXTENDED_SUPPORT")]
    [InlineData("2026-11-25T23:59:59Z", "1.31", "EXTENDED_SUPPORT")]
    [InlineData("2026-11-26T00:00:00Z", "1.31", "UNSUPPORTED")]
    public void At_a_time_gives_the_status_of_that_time(string now, string version, string status) =>
        Assert.Equal(status, FallbackCalendar.At(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).Single(entry => entry.Version == version).Status);

    [Fact]
    public void At_marks_every_entry_as_from_the_table() =>
        Assert.All(FallbackCalendar.At(DateTimeOffset.UnixEpoch), entry => Assert.Equal(CalendarSource.FallbackTable, entry.Source));

    [Fact]
    public void VersionOrder_compares_numbers_and_not_letters()
    {
        string[] versions = ["v1.9.3-eksbuild.2", "v1.18.1-eksbuild.10", "v1.18.1-eksbuild.9", "v1.18.1"];

        Assert.Equal(["v1.9.3-eksbuild.2", "v1.18.1", "v1.18.1-eksbuild.9", "v1.18.1-eksbuild.10"], versions.Order(VersionOrder.Instance));
    }
}
