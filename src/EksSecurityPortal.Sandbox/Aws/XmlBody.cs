using System.Globalization;
using System.Text;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>Writes the plain XML of the Query and EC2 protocols: elements and text, no attributes but the namespace.</summary>
internal sealed class XmlBody(string listItem)
{
    private readonly StringBuilder text = new(4096);

    public XmlBody Open(string name)
    {
        text.Append('<').Append(name).Append('>');
        return this;
    }

    public XmlBody OpenRoot(string name, string xmlNamespace)
    {
        text.Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<").Append(name).Append(" xmlns=\"").Append(xmlNamespace).Append("\">\n");
        return this;
    }

    public XmlBody Close(string name)
    {
        text.Append("</").Append(name).Append('>');
        return this;
    }

    /// <summary>Writes nothing for null.</summary>
    public XmlBody Text(string name, string? value)
    {
        if (value is null)
        {
            return this;
        }

        Open(name);
        foreach (var symbol in value)
        {
            _ = symbol switch
            {
                '&' => text.Append("&amp;"),
                '<' => text.Append("&lt;"),
                '>' => text.Append("&gt;"),
                '\r' => text.Append("&#xD;"),
                < ' ' and not '\n' and not '\t' => text.Append('\uFFFD'),
                _ => text.Append(symbol),
            };
        }

        return Close(name);
    }

    public XmlBody Text(string name, bool? value) => Text(name, value switch { null => null, true => "true", false => "false" });

    public XmlBody Text(string name, int? value) => Text(name, value?.ToString(CultureInfo.InvariantCulture));

    public XmlBody Text(string name, DateTimeOffset? value) => Text(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));

    public XmlBody Group(string name, Action<XmlBody> content)
    {
        Open(name);
        content(this);
        return Close(name);
    }

    public XmlBody List<T>(string name, IEnumerable<T> items, Action<XmlBody, T> content)
    {
        Open(name);
        foreach (var item in items)
        {
            Open(listItem);
            content(this, item);
            Close(listItem);
        }

        return Close(name);
    }

    public XmlBody List(string name, IEnumerable<string> items)
    {
        Open(name);
        foreach (var item in items)
        {
            Text(listItem, item);
        }

        return Close(name);
    }

    /// <summary>A list of key and value pairs; names of the two elements differ between protocols.</summary>
    public XmlBody Tags(string name, IReadOnlyDictionary<string, string> tags, string key, string value) =>
        List(name, tags, (body, tag) => body.Text(key, tag.Key).Text(value, tag.Value));

    public AwsAnswer ToAnswer(int status = 200, string contentType = "text/xml;charset=UTF-8") => new(status, contentType, Encoding.UTF8.GetBytes(text.ToString()));
}
