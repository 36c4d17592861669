using System.Text;
using Microsoft.AspNetCore.Http;

namespace EksSecurityPortal.AwsClients.Tests.Loopback;

/// <summary>What the loopback server does with a request.</summary>
public delegate Task Answer(HttpContext http, ReceivedRequest request);

/// <summary>Answers as AWS gives them, and as what stands between does.</summary>
public static class Answers
{
    public const string RequestId = "11111111-2222-3333-4444-555555555555";

    public static Answer Json(string body, int status = 200) => Text(status, "application/json", body);

    public static Answer JsonError(int status, string code, string message = "as the test asked") => (http, _) =>
    {
        http.Response.Headers["x-amzn-ErrorType"] = code + ":http://internal.amazon.com/coral/com.amazon.eks/";
        return WriteAsync(http, status, "application/json", $$"""{"message":"{{message}}"}""");
    };

    /// <summary>An answer of the query protocol; the action's name comes from the request.</summary>
    public static Answer Xml(string members) => (http, request) =>
    {
        var action = request.Form["Action"];
        return WriteAsync(http, 200, "text/xml", $"""
            <{action}Response xmlns="https://service.amazonaws.com/doc/2010-05-08/">
              <{action}Result>{members}</{action}Result>
              <ResponseMetadata><RequestId>{RequestId}</RequestId></ResponseMetadata>
            </{action}Response>
            """);
    };

    public static Answer XmlError(int status, string code) => Text(status, "text/xml", $"""
        <ErrorResponse xmlns="https://service.amazonaws.com/doc/2010-05-08/">
          <Error><Type>{(status < 500 ? "Sender" : "Receiver")}</Type><Code>{code}</Code><Message>as the test asked</Message></Error>
          <RequestId>{RequestId}</RequestId>
        </ErrorResponse>
        """);

    public static Answer Text(int status, string type, string body) => (http, _) => WriteAsync(http, status, type, body);

    /// <summary>One answer after the other; the last is repeated.</summary>
    public static Answer Sequence(params Answer[] answers)
    {
        var next = -1;
        return (http, request) => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](http, request);
    }

    /// <summary>The first so many requests are answered by one, all others by the other.</summary>
    public static Answer Times(int count, Answer first, Answer then) => Sequence([.. Enumerable.Repeat(first, count), then]);

    private static Task WriteAsync(HttpContext http, int status, string type, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers["x-amzn-RequestId"] = RequestId;
        return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }
}
