using System.Buffers;
using System.Globalization;
using System.Text;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using Microsoft.AspNetCore.Http;

namespace EksSecurityPortal.Sandbox.Kubernetes.Serving;

/// <summary>Writes a page of a list object by object, or what faults leave of it.</summary>
internal static class ListSender
{
    public static async Task SendAsync(HttpContext http, ListPage page, IReadOnlyList<Fault> faults)
    {
        if (faults.Any(fault => fault.Kind == FaultKind.HtmlErrorPage))
        {
            await FaultDelivery.WriteAsync(http, default, faults);
            return;
        }

        http.Response.ContentType = "application/json";
        if (faults.FirstOrDefault(fault => fault.Kind == FaultKind.SlowBody) is { } slow)
        {
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(slow.Delay, http.RequestAborted);
        }

        var isCut = faults.Any(fault => fault.Kind == FaultKind.CutConnection);
        var isMalformed = faults.Any(fault => fault.Kind == FaultKind.MalformedBody);
        var end = isCut || isMalformed ? page.First + ((page.End - page.First) / 2) : page.End;
        await using var body = new BodySender(http);
        WriteText(body.Buffer, Head(page));
        await WriteItemsAsync(body, page, end);
        if (isCut)
        {
            await body.CutAsync();
            return;
        }

        WriteText(body.Buffer, isMalformed ? ",{\"metadata\":{\"name\":\u0001<{" : Tail(page));
        await body.CompleteAsync();
    }

    private static async Task WriteItemsAsync(BodySender body, ListPage page, int end)
    {
        var isFirst = true;
        for (var index = page.First; index < end; index++)
        {
            if (!page.Selectors.IsEmpty && !page.Selectors.Matches(page.List, index))
            {
                continue;
            }

            if (!isFirst)
            {
                body.Buffer.Write(","u8);
            }

            isFirst = false;
            page.List.Write(body.Buffer, index, page.Kind.IsCustom);
            await body.SendIfFullAsync();
        }
    }

    /// <summary>Custom resources are encoded from maps: the members are sorted, so the metadata follows the items.</summary>
    private static string Head(ListPage page) => page.Kind.IsCustom
        ? $"{{\"apiVersion\":\"{page.Kind.ApiVersion}\",\"items\":["
        : $"{{\"kind\":\"{page.Kind.ListKind}\",\"apiVersion\":\"{page.Kind.ApiVersion}\",\"metadata\":{Metadata(page)},\"items\":[";

    private static string Tail(ListPage page) => page.Kind.IsCustom
        ? $"],\"kind\":\"{page.Kind.ListKind}\",\"metadata\":{Metadata(page)}}}\n"
        : "]}\n";

    private static string Metadata(ListPage page)
    {
        var text = new StringBuilder("{");
        if (page.Kind.IsCustom)
        {
            text.Append("\"continue\":\"").Append(page.Continue).Append('"');
            text.Append(CultureInfo.InvariantCulture, $"{(page.Remaining is { } left ? $",\"remainingItemCount\":{left}" : "")},\"resourceVersion\":\"{page.ResourceVersion}\"");
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"\"resourceVersion\":\"{page.ResourceVersion}\"");
            text.Append(page.Continue is null ? "" : $",\"continue\":\"{page.Continue}\"");
            text.Append(CultureInfo.InvariantCulture, $"{(page.Remaining is { } left ? $",\"remainingItemCount\":{left}" : "")}");
        }

        return text.Append('}').ToString();
    }

    private static void WriteText(ArrayBufferWriter<byte> buffer, string text) => buffer.Write(Encoding.UTF8.GetBytes(text));
}
