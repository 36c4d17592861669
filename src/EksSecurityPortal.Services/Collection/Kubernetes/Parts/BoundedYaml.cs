using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Parts;

/// <summary>
/// Loads YAML that anybody may have written. Nesting is counted before the tree is built, because building it recurses; aliases stay references
/// to one node and are never expanded.
/// </summary>
internal static class BoundedYaml
{
    private const int MaxDepth = 16;
    private const int MaxEvents = 500_000;

    /// <returns>The root of the first document; null when there is none.</returns>
    /// <exception cref="YamlException">Not readable, or nested or long beyond reason.</exception>
    internal static YamlNode? Load(string yaml)
    {
        try
        {
            Measure(yaml);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // the scanner of YamlDotNet 18.1 gives up like this on some broken texts
            throw new YamlException("Not readable as YAML.", exception);
        }
    }

    private static void Measure(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        for (var events = 0; parser.MoveNext(); events++)
        {
            var current = parser.Current!; // MoveNext was true
            depth += current is DocumentStart or DocumentEnd or StreamStart or StreamEnd ? 0 : current.NestingIncrease;
            if (depth > MaxDepth || events > MaxEvents)
            {
                throw new YamlException(current.Start, current.End, "Nested too deeply or too long.");
            }
        }
    }
}
