namespace EksSecurityPortal.Services.Onboarding;

/// <summary>A text file line by line, with line feeds whatever the system, so that it is the same everywhere.</summary>
internal sealed class FileLines
{
    private readonly List<string> _lines = [];

    public FileLines Add(string line = "")
    {
        _lines.Add(line);
        return this;
    }

    public override string ToString() => string.Join('\n', _lines) + "\n";
}
