using System.Net;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>Reads the answers of the query protocol: the members under &lt;ActionResult&gt; and the request id under &lt;ResponseMetadata&gt;.</summary>
internal sealed class QueryAnswer<T>(AwsService service, JsonTypeInfo<T> contract, string resultName) : XmlResponseUnmarshaller
    where T : AmazonWebServiceResponse, new()
{
    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreWhitespace = true,
        IgnoreComments = true,
    };

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        using var xml = XmlReader.Create(input.Stream, Safe);
        try
        {
            return Read(xml);
        }
        catch (Exception exception) when (UnreadableAnswer.Explains(exception))
        {
            throw UnreadableAnswer.From(exception);
        }
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        (error.InnerException, error.StatusCode) = (innerException, statusCode);
        return service.CreateException(error, innerException, statusCode);
    }

    private T Read(XmlReader xml)
    {
        T? answer = null;
        string? requestId = null;
        if (xml.MoveToContent() == XmlNodeType.Element)
        {
            foreach (var name in XmlContract.Children(xml))
            {
                if (name == resultName)
                {
                    answer = XmlContract.Read(xml, contract);
                }
                else if (name == "ResponseMetadata")
                {
                    requestId = ReadRequestId(xml);
                }
                else
                {
                    xml.Skip();
                }
            }
        }

        answer ??= new T();
        answer.ResponseMetadata = new ResponseMetadata { RequestId = requestId };
        return answer;
    }

    private static string? ReadRequestId(XmlReader xml)
    {
        string? requestId = null;
        foreach (var name in XmlContract.Children(xml))
        {
            if (name == "RequestId")
            {
                requestId = xml.ReadElementContentAsString();
            }
            else
            {
                xml.Skip();
            }
        }

        return requestId;
    }
}
