using EksSecurityPortal.Sandbox.Kubernetes.Objects;

namespace EksSecurityPortal.Sandbox.Kubernetes.Serving;

/// <summary>Field and label selectors of a list. Only "=", "==" and "!=" are known; others are refused rather than ignored.</summary>
internal sealed class Selectors
{
    private readonly List<Term> fields;
    private readonly List<Term> labels;

    private Selectors(List<Term> fields, List<Term> labels)
    {
        this.fields = fields;
        this.labels = labels;
    }

    public bool IsEmpty => fields.Count + labels.Count == 0;

    public static (Selectors? Selectors, string? Problem) Parse(string fieldSelector, string labelSelector)
    {
        var fields = TermsOf(fieldSelector);
        var labels = TermsOf(labelSelector);
        if (fields is null)
        {
            return (null, $"unable to parse field selector \"{fieldSelector}\"");
        }

        return labels is null ? (null, $"unable to parse requirement: the sandbox knows only =, == and != (\"{labelSelector}\")") : (new Selectors(fields, labels), null);
    }

    /// <summary>The first field that objects of this list do not have.</summary>
    public string? UnknownField(IObjectList list) =>
        list.Count == 0 ? null : fields.Where(term => list.FieldAt(0, term.Name) is null).Select(term => term.Name).FirstOrDefault();

    public bool Matches(IObjectList list, int index)
    {
        foreach (var term in fields)
        {
            if (list.FieldAt(index, term.Name) == term.Value == term.IsNegated)
            {
                return false;
            }
        }

        foreach (var term in labels)
        {
            if (list.LabelsAt(index).GetValueOrDefault(term.Name) == term.Value == term.IsNegated)
            {
                return false;
            }
        }

        return true;
    }

    private static List<Term>? TermsOf(string selector)
    {
        var terms = new List<Term>();
        foreach (var part in selector.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
            {
                return null;
            }

            var isNegated = part[at - 1] == '!';
            var name = isNegated ? part[..(at - 1)] : part[..at];
            terms.Add(new Term(name.Trim(), part[(at + 1)..].TrimStart('=').Trim(), isNegated));
        }

        return terms;
    }

    private sealed record Term(string Name, string Value, bool IsNegated);
}
