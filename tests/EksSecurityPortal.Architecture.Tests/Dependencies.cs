using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace EksSecurityPortal.Architecture.Tests;

/// <summary>Everything that a type names: in its declaration, its members' signatures, attributes and bodies.</summary>
internal static class Dependencies
{
    public static IReadOnlySet<TypeReference> Of(TypeDefinition type)
    {
        var found = new HashSet<TypeReference>();
        Add(found, type.BaseType);
        AddAll(found, type.Interfaces.Select(item => item.InterfaceType));
        AddAll(found, type.CustomAttributes.Select(item => item.AttributeType));
        AddAll(found, type.GenericParameters.SelectMany(item => item.Constraints).Select(item => item.ConstraintType));
        foreach (var field in type.Fields)
        {
            Add(found, field.FieldType);
            AddAll(found, field.CustomAttributes.Select(item => item.AttributeType));
        }

        AddAll(found, type.Properties.SelectMany(property => property.CustomAttributes).Select(item => item.AttributeType));
        foreach (var method in type.Methods)
        {
            AddMethod(found, method);
        }

        return found;
    }

    private static void AddMethod(HashSet<TypeReference> found, MethodDefinition method)
    {
        Add(found, method.ReturnType);
        AddAll(found, method.Parameters.Select(parameter => parameter.ParameterType));
        AddAll(found, method.CustomAttributes.Select(item => item.AttributeType));
        if (!method.HasBody)
        {
            return;
        }

        AddAll(found, method.Body.Variables.Select(variable => variable.VariableType));
        AddAll(found, method.Body.ExceptionHandlers.Select(handler => handler.CatchType));
        foreach (var operand in method.Body.Instructions.Select(instruction => instruction.Operand))
        {
            switch (operand)
            {
                case TypeReference type:
                    Add(found, type);
                    break;
                case MethodReference called:
                    Add(found, called.DeclaringType);
                    Add(found, called.ReturnType);
                    AddAll(found, called.Parameters.Select(parameter => parameter.ParameterType));
                    AddAll(found, (called as GenericInstanceMethod)?.GenericArguments ?? []);
                    break;
                case FieldReference field:
                    Add(found, field.DeclaringType);
                    Add(found, field.FieldType);
                    break;
            }
        }
    }

    private static void AddAll(HashSet<TypeReference> found, IEnumerable<TypeReference?> types)
    {
        foreach (var type in types)
        {
            Add(found, type);
        }
    }

    private static void Add(HashSet<TypeReference> found, TypeReference? type)
    {
        switch (type)
        {
            case null or GenericParameter:
                return;
            case GenericInstanceType generic:
                AddAll(found, generic.GenericArguments);
                break;
        }

        var element = type.GetElementType();
        found.Add(element);
        if (element.DeclaringType is { } outer)
        {
            found.Add(outer);
        }
    }

    /// <summary>Namespace of the outermost type: nested ones have none of their own.</summary>
    public static string NamespaceOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.Namespace;
    }

    public static string AssemblyOf(TypeReference type) => type.Scope switch
    {
        AssemblyNameReference assembly => assembly.Name,
        ModuleDefinition module => module.Assembly.Name.Name,
        _ => type.Scope?.Name ?? "",
    };
}
