using System.Text.Json;

namespace EksSecurityPortal.Core.Permissions;

/// <summary>Turns JSON into a policy, or refuses with <see cref="JsonException"/>.</summary>
internal static class PolicyReader
{
    internal static PolicyDocument Read(JsonElement root)
    {
        Require(root.ValueKind == JsonValueKind.Object, "A policy is an object.");
        Require(root.TryGetProperty("Statement", out var statement), "A policy has statements.");
        var version = root.TryGetProperty("Version", out var value) ? Text(value) : "2008-10-17";
        return new(version, [.. (statement.ValueKind == JsonValueKind.Array ? statement.EnumerateArray() : Enumerable.Repeat(statement, 1)).Select(Statement)]);
    }

    private static PolicyStatement Statement(JsonElement element)
    {
        Require(element.ValueKind == JsonValueKind.Object, "A statement is an object.");
        Require(element.TryGetProperty("Effect", out var effect), "A statement has an effect.");
        var name = Text(effect);
        Require(name is "Allow" or "Deny", "An effect is Allow or Deny.");
        var statement = new PolicyStatement
        {
            Sid = element.TryGetProperty("Sid", out var sid) ? Text(sid) : null,
            IsAllow = name == "Allow",
            Actions = Texts(element, "Action"),
            NotActions = Texts(element, "NotAction"),
            Resources = Texts(element, "Resource"),
            NotResources = Texts(element, "NotResource"),
            Principals = Principals(element, "Principal"),
            NotPrincipals = Principals(element, "NotPrincipal"),
            Conditions = element.TryGetProperty("Condition", out var condition) ? Conditions(condition) : [],
        };
        Require(statement.Actions.Count > 0 != statement.NotActions.Count > 0, "A statement has either actions or excepted ones.");
        Require(statement.Resources.Count == 0 || statement.NotResources.Count == 0, "A statement has either resources or excepted ones.");
        return statement;
    }

    private static List<PolicyPrincipal> Principals(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            Require(value.GetString() == "*", "A principal is * or an object.");
            return [new("*", "*")];
        }

        Require(value.ValueKind == JsonValueKind.Object, "A principal is * or an object.");
        return [.. value.EnumerateObject().SelectMany(property => Texts(property.Value).Select(text => new PolicyPrincipal(property.Name, text)))];
    }

    private static List<PolicyCondition> Conditions(JsonElement element)
    {
        Require(element.ValueKind == JsonValueKind.Object && element.EnumerateObject().All(item => item.Value.ValueKind == JsonValueKind.Object), "A condition is an object of objects.");
        return [.. element.EnumerateObject().SelectMany(item => item.Value.EnumerateObject().Select(key => new PolicyCondition(item.Name, key.Name, Scalars(key.Value))))];
    }

    private static List<string> Texts(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? Texts(value) : [];

    private static List<string> Texts(JsonElement value) => [.. Items(value).Select(Text)];

    // condition values may be written as booleans and numbers
    private static List<string> Scalars(JsonElement value) => [.. Items(value).Select(item => item.ValueKind switch
    {
        JsonValueKind.String => Text(item),
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => item.GetRawText(),
        _ => throw new JsonException("A condition value is a scalar."),
    })];

    private static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1);

    private static string Text(JsonElement value)
    {
        Require(value.ValueKind == JsonValueKind.String, "A text is expected.");
        return value.GetString()!; // a String element has a string
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new JsonException(message);
        }
    }
}
