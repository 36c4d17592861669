namespace EksSecurityPortal.Web.Security;

/// <summary>
/// Refuses requests that change something when a browser says that another site made them. Forms carry antiforgery tokens; this covers the
/// JSON API, which in the demo answers without a token of its own. Clients that are no browsers send no <c>Sec-Fetch-Site</c>.
/// </summary>
public static class CrossSiteGuard
{
    public static IApplicationBuilder UseCrossSiteGuard(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isSafe = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var site = context.Request.Headers["Sec-Fetch-Site"].ToString();
        if (isSafe || site is "" or "same-origin" or "none")
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync("A page of another site sent this request; the portal takes changes from its own pages only.", context.RequestAborted);
    });
}
