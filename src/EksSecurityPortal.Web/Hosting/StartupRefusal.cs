namespace EksSecurityPortal.Web.Hosting;

/// <summary>The portal does not start; the message is for the person who started it and says what to change. Printed without a stack trace.</summary>
public sealed class StartupRefusal(string message) : Exception(message);
