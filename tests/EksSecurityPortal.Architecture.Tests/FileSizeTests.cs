namespace EksSecurityPortal.Architecture.Tests;

/// <summary>A file that needs scrolling for its concept holds two.</summary>
public class FileSizeTests
{
    private const int MaxCodeLines = 300;
    private const int MaxMarkupLines = 200;

    [Fact]
    public void Code_files_have_at_most_300_lines() => Assert.Empty(TooLong(Solution.Sources("*.cs"), MaxCodeLines));

    [Fact]
    public void Razor_files_have_at_most_200_lines() => Assert.Empty(TooLong(Solution.Sources("*.razor"), MaxMarkupLines));

    [Fact]
    public void TooLong_names_a_file_with_a_line_too_many()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, Enumerable.Repeat("x", MaxCodeLines + 1));

            Assert.Single(TooLong([file], MaxCodeLines));
            Assert.Empty(TooLong([file], MaxCodeLines + 1));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Code_has_no_regions_and_no_notes_to_self()
    {
        string[] marks = ["#region", "TO" + "DO", "FIX" + "ME", "HA" + "CK:"];

        var marked = from file in Solution.Sources("*.cs")
                     where !file.Contains("Architecture.Tests", StringComparison.Ordinal)
                     from line in File.ReadLines(file)
                     where Array.Exists(marks, mark => line.Contains(mark, StringComparison.Ordinal))
                     select $"{Path.GetRelativePath(Solution.Root, file)}: {line.Trim()}";
        Assert.Empty(marked);
    }

    private static IEnumerable<string> TooLong(IEnumerable<string> files, int limit) =>
        files.Select(file => (file, Lines: File.ReadLines(file).Count())).Where(item => item.Lines > limit).Select(item => $"{Path.GetRelativePath(Solution.Root, item.file)}: {item.Lines} lines");
}
