using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>
/// A REST-JSON operation (EKS). The template "/path/{member}?member=&amp;member=" names the members that go into the path and the
/// query string, by their wire names; those that it does not name go into a JSON body, for methods that have one.
/// </summary>
public sealed class RestJsonOperation<TRequest, TResponse> : AwsOperation
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly string _method;
    private readonly string _path;
    private readonly (string Label, JsonPropertyInfo Member)[] _labels;
    private readonly JsonPropertyInfo[] _query;
    private readonly JsonPropertyInfo[] _body;

    public RestJsonOperation(AwsService service, string name, string method, string template, JsonSerializerOptions json)
        : base(service, name, typeof(TRequest), typeof(TResponse))
    {
        var members = json.ContractOf<TRequest>().Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        var parts = template.Split('?', 2);
        (_method, _path) = (method, parts[0]);
        _labels = [.. _path.Split('/').Where(s => s.StartsWith('{')).Select(s => (s, members[s[1..^1]]))];
        _query = parts.Length == 1 ? [] : [.. parts[1].Split('&').Select(q => members[q.TrimEnd('=')])];
        _body = method == "GET" ? [] : [.. members.Values.Except(_labels.Select(l => l.Member)).Except(_query)];
        ResponseUnmarshaller = new JsonAnswer<TResponse>(service, json.ContractOf<TResponse>());
    }

    public override IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, Service.RequestServiceName)
        {
            HttpMethod = _method,
            ResourcePath = _path,
            UseQueryString = _query.Length > 0,
        };
        foreach (var (label, member) in _labels)
        {
            request.AddPathResource(label, WireText.Of(ValueOf(member, input)) is { Length: > 0 } text
                ? text
                : throw new AmazonClientException($"{Name}: the request has no {member.Name}, which is required"));
        }

        foreach (var member in _query)
        {
            AddToQuery(request, member.Name, ValueOf(member, input));
        }

        if (_body.Length > 0)
        {
            request.Content = Body(input);
            request.Headers["Content-Type"] = "application/json";
        }

        return request;
    }

    private static object? ValueOf(JsonPropertyInfo member, object input) => member.Get?.Invoke(input);

    private static void AddToQuery(DefaultRequest request, string name, object? value)
    {
        if (value is List<string> list)
        {
            request.ParameterCollection.Add(name, list);
        }
        else if (WireText.Of(value) is { } text)
        {
            request.Parameters.Add(name, text);
        }
    }

    private byte[] Body(object input)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in _body)
            {
                if (ValueOf(member, input) is { } value)
                {
                    writer.WritePropertyName(member.Name);
                    JsonSerializer.Serialize(writer, value, member.Options.GetTypeInfo(member.PropertyType));
                }
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
