namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>The envelope of the Query protocol.</summary>
internal static class QueryAnswer
{
    public static AwsAnswer Of(string operation, string xmlNamespace, Action<XmlBody> result)
    {
        var body = new XmlBody("member").OpenRoot(operation + "Response", xmlNamespace);
        body.Group(operation + "Result", result);
        body.Group("ResponseMetadata", metadata => metadata.Text("RequestId", Guid.NewGuid().ToString()));
        return body.Close(operation + "Response").ToAnswer();
    }

    public static string? Operation(AwsRequest request, params ReadOnlySpan<string> known) => request.Find("Action") is { } action && known.Contains(action) ? action : null;
}
