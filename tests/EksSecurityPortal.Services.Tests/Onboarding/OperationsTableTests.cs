using EksSecurityPortal.Services.Onboarding;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Onboarding;

public sealed class OperationsTableTests
{
    /// <summary>Run once with PORTAL_UPDATE_DOCS=1 to write the file anew.</summary>
    [Fact]
    public void Published_table_is_the_one_that_the_code_makes()
    {
        var path = Path.Combine(RepositoryRoot(), "docs", "aws-operations.md");
        if (Environment.GetEnvironmentVariable("PORTAL_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, OperationsTable.Markdown());
        }

        Assert.Equal(OperationsTable.Markdown(), File.ReadAllText(path));
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EksSecurityPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
